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
    private static readonly Lexicon s_pairs = LexiconSet.Get("lexicons/undertaking-pairs");
    private static readonly int s_matter = s_pairs.Column("matter");
    private static readonly int s_pairKind = s_pairs.Column("kind");

    /// <summary>The mention with its kind as the words name it; unchanged where they do not.</summary>
    public static UndertakingMention Settle(UndertakingMention mention, ParsedText parsed)
    {
        var deed = parsed[mention.Word];
        if (IsReduction(deed) || deed.Head is { Exists: true } above && IsReduction(above) && IsUnder(deed))
            return With(mention, UndertakingKind.ReductionOfOperations);
        if (deed.Child(Relation.Obj) is { Exists: true } held && s_words.Find($"{deed.Lemma} {held.Lemma}") is >= 0 and var row)
            return With(mention, ClassNames.Parse<UndertakingKind>(s_words.Text(row, s_kind)));
        if (OfObject(deed) is { } done)
            return With(mention, done);
        if (Kind(deed) is "exchange")
            return With(mention, UndertakingKind.Exchange);
        if (
            mention.Kind.Best is not (UndertakingKind.Other or UndertakingKind.Aid or UndertakingKind.Guarantee)
            && mention.Kind.Probability >= Sure
        )
            return mention;
        if (InClause(deed) is { } pair)
            return With(mention, pair);
        var name = Kind(deed);
        if (name.Length == 0 && deed.Child(Relation.Obj) is { Exists: true } matter)
            name = Kind(matter);
        return name is "" or "less" or "fight" ? mention : With(mention, ClassNames.Parse<UndertakingKind>(name));
    }

    /// <summary>"Hand in their weapons", "all strikes will be stopped": a verb and what it is done to go before the head where the two leave no doubt.</summary>
    private static UndertakingKind? OfObject(Node deed)
    {
        foreach (var child in deed.Children)
            if (child.Relation is Relation.Obj or Relation.NsubjPass)
                for (var row = s_pairs.Find(deed.Lemma); row >= 0; row = s_pairs.Next(row))
                    if (
                        s_pairs.Cell(row, s_matter).SequenceEqual(child.Lemma)
                        && ClassNames.Parse<UndertakingKind>(s_pairs.Text(row, s_pairKind)) is var kind
                        && kind
                            is UndertakingKind.Disarmament
                                or UndertakingKind.Exchange
                                or UndertakingKind.Ceasefire
                                or UndertakingKind.SanctionsRelief
                    )
                        return kind;
        return null;
    }

    /// <summary>The kind that two words of the clause tell together; null where none do.</summary>
    private static UndertakingKind? InClause(Node deed)
    {
        var clause = Clauses.Telling(deed).Subtree;
        var parsed = deed.Parsed;
        for (var word = clause.Start; word < clause.End; word++)
        for (var row = s_pairs.Find(parsed.Lemmas[word]); row >= 0; row = s_pairs.Next(row))
        for (var other = clause.Start; other < clause.End; other++)
            if (s_pairs.Cell(row, s_matter).Equals(parsed.Lemmas[other], StringComparison.OrdinalIgnoreCase))
                return ClassNames.Parse<UndertakingKind>(s_pairs.Text(row, s_pairKind));
        return null;
    }

    /// <summary>The kind that the word itself names; null where it names none.</summary>
    public static UndertakingKind? Of(Node node) =>
        Kind(node) is var name and not ("" or "less" or "fight") ? ClassNames.Parse<UndertakingKind>(name) : null;

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

    private static string Kind(Node node)
    {
        var row = s_words.Find(node.Lemma);
        var tokens = node.Parsed.Tokens;
        // "cease-fire" is three words.
        if (row < 0 && node.Index >= 2 && tokens.Form(node.Index - 1) is "-")
            row = s_words.Find($"{tokens.Form(node.Index - 2)}-{node.Lemma}");
        return row >= 0 ? s_words.Text(row, s_kind) : "";
    }
}
