using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Figures;

/// <summary>Reads the measure of a number that stands for another noun: "the number of dead climbed to 27", "put it at 15", "some 90 more lie there".</summary>
/// <remarks>The nouns and verbs are in <c>rules/figures.tsv</c>, roles tally, refer and rest.</remarks>
internal sealed class Tally(MeasureFinder measures, CountFinder counts)
{
    private const int MaxSteps = 3;

    // Sentences back in which a figure is still spoken of.
    private const int Memory = 2;

    /// <summary>The measure; null where the number stands for none.</summary>
    public FigureMeasure? Find(FigureDraft draft, List<FigureDraft> drafts, WordRange sentence)
    {
        var argument = draft.Count.Argument;
        if (Subject(argument) is { Exists: true } tally && OfTally(tally) is { } said)
            return said;
        if (
            drafts.Count == 0
            || drafts[^1] is not { Measure: not (FigureMeasure.Other or FigureMeasure.Money or FigureMeasure.Weapons) } last
        )
            return null;
        var verb = Verb(argument);
        if (!verb.Exists || !IsNear(last, argument))
            return null;
        if (!draft.Count.Noun.Exists && measures.Is(verb, "refer") && Refers(verb))
            return last.Measure;
        var isRest =
            !draft.Count.Noun.Exists || draft.Count.Noun.Lemma is "other" or "more" || draft.Count.Noun.Upos is Upos.Pron or Upos.Adj;
        return isRest && sentence.Contains(last.Quantity.Words) && IsMore(draft.Quantity, argument) && measures.Is(verb, "rest")
            ? last.Measure
            : null;
    }

    // "the number of dead is 27", "brings to 274,000 the number of people displaced"
    private Node Subject(Node argument)
    {
        if (ChildTally(argument) is { Exists: true } own)
            return own;
        return Verb(argument) is { Exists: true } verb ? ChildTally(verb) : Node.None;
    }

    private Node ChildTally(Node head)
    {
        foreach (var child in head.Children)
            if ((child.Relation.Is(Relation.Nsubj) || child.Relation.Is(Relation.Obj)) && measures.Is(child, "tally"))
                return child;
        return Node.None;
    }

    private FigureMeasure? OfTally(Node tally)
    {
        if (measures.Rule(tally, "toll") is { } toll)
            return toll;
        if (measures.Said(new Count(tally, tally, "")) is { } own)
            return own;
        foreach (var child in tally.Children)
            if (child.Relation.Is(Relation.Nmod) && child.Child("of").Exists)
                return measures.Find(new Count(child, child, counts.ClassOf(child)))
                    ?? (counts.ClassOf(child) is "people" ? FigureMeasure.Other : null);
        return null;
    }

    private static Node Verb(Node argument)
    {
        var node = argument;
        for (var steps = 0; steps < MaxSteps && node.Exists; steps++, node = node.Head)
            if (node.Upos is Upos.Verb && node.Index != argument.Index)
                return node;
        return Node.None;
    }

    // "put it at 15", "put the number at 15", "estimates the figure at 15"
    private bool Refers(Node verb)
    {
        foreach (var child in verb.Children)
            if (
                (child.Relation.Is(Relation.Obj) || child.Relation.Is(Relation.Nsubj) || child.Relation == Relation.NsubjPass)
                && (child.IsForm("it") || measures.Is(child, "tally"))
            )
                return true;
        return false;
    }

    private static bool IsMore(Quantity quantity, Node argument)
    {
        var parsed = argument.Parsed;
        var (start, end) = (quantity.Words.Start, quantity.Words.End);
        var next = end < parsed.Count ? parsed[end] : Node.None;
        return (next.Exists && (next.IsForm("more") || next.IsForm("others") || next.IsForm("other")))
            || (start > 0 && (parsed[start - 1].IsForm("another") || parsed[start - 1].IsForm("further")));
    }

    private static bool IsNear(FigureDraft last, Node argument)
    {
        var parsed = argument.Parsed;
        var sentences = 0;
        for (var word = last.Quantity.Words.Start; word < argument.Index && sentences <= Memory; )
        {
            // furniture has no sentences
            if (parsed.SentenceOf(word) is not (>= 0 and var sentence))
            {
                word++;
                continue;
            }
            word = parsed.Sentences[sentence].End;
            sentences++;
        }
        return sentences <= Memory + 1 && last.Quantity.Words.Start < argument.Index;
    }
}
