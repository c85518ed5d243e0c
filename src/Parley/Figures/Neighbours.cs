using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Figures;

/// <summary>Reads the measure from the words right beside a count, where the tree does not tie them: trees err most in long sentences.</summary>
internal sealed class Neighbours(MeasureFinder measures)
{
    /// <summary>The measure; null where the words beside tell none.</summary>
    public FigureMeasure? Find(Quantity quantity, Count count, WordRange sentence)
    {
        var parsed = count.Argument.Parsed;
        return Relative(parsed, quantity, count, sentence)
            ?? Before(parsed, quantity, count, sentence)
            ?? After(parsed, quantity, count, sentence);
    }

    // "killed thousands", "wounding at least 12"
    private FigureMeasure? Before(ParsedText parsed, Quantity quantity, Count count, WordRange sentence)
    {
        var before = quantity.Words.Start - 1;
        return
            before >= sentence.Start
            && parsed[before].Upos is Upos.Verb
            && measures.Rule(parsed[before], "object") is { } measure
            && MeasureFinder.Fits(measure, count)
            ? measure
            : null;
    }

    // "four million who have fled"
    private FigureMeasure? Relative(ParsedText parsed, Quantity quantity, Count count, WordRange sentence)
    {
        var next = Last(quantity, count) + 1;
        if (
            next >= sentence.End
            || !(parsed[next].IsForm("who") || parsed[next].IsForm("that"))
            || parsed[next].Head is not { Exists: true } verb
        )
            return null;
        return measures.Rule(verb, verb.Child(Relation.AuxPass).Exists ? "object" : "subject");
    }

    // "12 people were reportedly killed", "40 soldiers died"
    private FigureMeasure? After(ParsedText parsed, Quantity quantity, Count count, WordRange sentence)
    {
        var next = Last(quantity, count) + 1;
        var passive = false;
        while (next < sentence.End && parsed[next].Upos is Upos.Aux or Upos.Adv)
            passive |= parsed[next++].Lemma is "be";
        if (next >= sentence.End || parsed[next].Upos is not (Upos.Verb or Upos.Adj))
            return null;
        return passive
            ? measures.Rule(parsed[next], "object") ?? measures.Rule(parsed[next], "adjective")
            : measures.Rule(parsed[next], "subject");
    }

    private static int Last(Quantity quantity, Count count) => Math.Max(quantity.Words.End - 1, count.Noun.Exists ? count.Noun.Index : -1);
}
