using System.Collections.Immutable;
using Parley.Lexicons;
using Parley.Mentions;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Undertakings;

/// <summary>
/// Passages that the grammar shows without the network: what was left unsaid ("gave no date", "did not say how many"), and what a promise is not or does not
/// cover ("is no truce", "does not apply to other fronts"). Words: <c>lexicons/gap-words</c>, <c>lexicons/limit-verbs</c>.
/// </summary>
internal static class PassageWords
{
    private static readonly Lexicon s_gaps = LexiconSet.Get("lexicons/gap-words");
    private static readonly int s_as = s_gaps.Column("as");
    private static readonly Lexicon s_limits = LexiconSet.Get("lexicons/limit-verbs");

    /// <summary>The passages that the network did not read, in the order of the text.</summary>
    public static IEnumerable<Passage> Read(ParsedText parsed, ImmutableArray<Passage> known)
    {
        for (var word = 0; word < parsed.Heads.Length; word++)
            if (
                KindOf(parsed[word]) is { } kind
                && Clauses.Extent(parsed[word]) is var clause
                && !known.Any(passage => Overlaps(passage.Words, clause))
            )
                yield return new Passage(kind, clause, 1);
    }

    private static PassageKind? KindOf(Node node)
    {
        var isNegated = IsNegated(node);
        if (node.Upos == Upos.Verb && isNegated && s_limits.Contains(node.Lemma))
            return PassageKind.Limit;
        if (node.Child(Relation.Cop).Exists && isNegated && KindWords.Of(node) is UndertakingKind.Ceasefire)
            return PassageKind.Limit;
        return
            s_gaps.Find(node.Lemma) is >= 0 and var row
            && s_gaps.Cell(row, s_as) switch
            {
                "verb" => node.Upos == Upos.Verb && isNegated && NamesDetail(node),
                "alone" => node.Upos == Upos.Verb && isNegated,
                "plain" => node.Upos == Upos.Adj && (node.Child(Relation.Cop).Exists || node.Relation == Relation.Amod),
                _ => false,
            }
            ? PassageKind.Gap
            : null;
    }

    /// <summary>"Did not", "was not", "no date".</summary>
    private static bool IsNegated(Node node)
    {
        foreach (var child in node.Children)
            if (child.IsForm("not") || child.IsForm("n't") || child.IsForm("n’t") || child.IsForm("no") || child.IsForm("never"))
                return true;
            else if (child.Relation is Relation.Obj or Relation.NsubjPass && child.Child("no").Exists)
                return true;
        return false;
    }

    private static bool NamesDetail(Node verb)
    {
        var clause = verb.Subtree;
        for (var word = verb.Index + 1; word < clause.End; word++)
            if (s_gaps.Find(verb.Parsed.Lemmas[word]) is >= 0 and var row && s_gaps.Cell(row, s_as) is "detail")
                return true;
        return verb.Child(Relation.NsubjPass) is { Exists: true } subject
            && s_gaps.Find(subject.Lemma) is >= 0 and var detail
            && s_gaps.Cell(detail, s_as) is "detail";
    }

    private static bool Overlaps(WordRange a, WordRange b) => a.Start < b.End && b.Start < a.End;
}
