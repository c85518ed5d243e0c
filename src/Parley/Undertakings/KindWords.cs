using Parley.Lexicons;
using Parley.Mentions;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Undertakings;

/// <summary>Settles the kind of an undertaking where its words name it: the head has seen some kinds a few dozen times only. Words: <c>lexicons/undertaking-words</c>.</summary>
internal static class KindWords
{
    /// <summary>Below this probability, or for "other", a word that names a kind is believed before the head.</summary>
    private const float Sure = 0.6f;

    private static readonly Lexicon s_words = LexiconSet.Get("lexicons/undertaking-words");
    private static readonly int s_kind = s_words.Column("kind");

    /// <summary>The mention with its kind as the words name it; unchanged where they do not.</summary>
    public static UndertakingMention Settle(UndertakingMention mention, ParsedText parsed)
    {
        var deed = parsed[mention.Word];
        if (IsReduction(deed) || deed.Head is { Exists: true } above && IsReduction(above) && IsUnder(deed))
            return With(mention, UndertakingKind.ReductionOfOperations);
        if (mention.Kind.Best != UndertakingKind.Other && mention.Kind.Probability >= Sure)
            return mention;
        var name = Kind(deed);
        if (name.Length == 0 && deed.Child(Relation.Obj) is { Exists: true } matter)
            name = Kind(matter);
        foreach (var kind in Enum.GetValues<UndertakingKind>())
            if (JsonNames<UndertakingKind>.Of(kind).ToString() == name)
                return With(mention, kind);
        return mention;
    }

    private static UndertakingMention With(UndertakingMention mention, UndertakingKind kind) =>
        mention.Kind.Best == kind
            ? mention
            : mention with
            {
                Kind = new Choice<UndertakingKind>(kind, 1, mention.Kind.Best, mention.Kind.Probability),
            };

    /// <summary>"Scale back operations", "a reduction in violence", "operations will be scaled back".</summary>
    private static bool IsReduction(Node node)
    {
        if (Kind(node) != "less")
            return false;
        foreach (var child in node.Children)
            if (IsUnder(child) && Kind(child) == "fight")
                return true;
        return false;
    }

    private static bool IsUnder(Node node) => node.Relation is Relation.Obj or Relation.NsubjPass or Relation.Nmod or Relation.Compound;

    private static string Kind(Node node) => s_words.Find(node.Lemma) is >= 0 and var row ? s_words.Text(row, s_kind) : "";
}
