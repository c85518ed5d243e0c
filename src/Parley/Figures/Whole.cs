using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Figures;

/// <summary>Finds the figure that another is part of: "23 people, including three children", "40 dead, 12 of them children".</summary>
internal static class Whole
{
    /// <summary>Index in <paramref name="drafts"/> of the whole, which stands earlier in the same sentence; -1 where the figure is part of none.</summary>
    public static int Find(ParsedText parsed, FigureDraft part, List<FigureDraft> drafts, WordRange sentence)
    {
        if (!IsPart(parsed, part.Quantity.Words, sentence))
            return SharesWhole(part, drafts, sentence);
        for (var d = drafts.Count - 1; d >= 0 && sentence.Contains(drafts[d].Quantity.Words); d--)
            if (
                drafts[d].Whole < 0
                && drafts[d].Quantity.Value >= part.Quantity.Value
                && drafts[d].Quantity.Currency == part.Quantity.Currency
            )
                return d;
        return -1;
    }

    private static bool IsPart(ParsedText parsed, WordRange words, WordRange sentence)
    {
        var before = words.Start - 1;
        if (before > sentence.Start && (parsed[before].IsForm("including") || parsed[before].IsForm("includes")))
            return true;
        if (before - 1 > sentence.Start && parsed[before - 1].IsForm("among") && parsed[before].IsForm("them"))
            return true;
        return words.End + 1 < sentence.End
            && parsed[words.End].Form is "of"
            && parsed[words.End + 1].Form is "them" or "whom" or "those" or "these" or "which";
    }

    // "including 18 children and nine women": the second is joined to a part.
    private static int SharesWhole(FigureDraft part, List<FigureDraft> drafts, WordRange sentence)
    {
        var argument = part.Count.Argument;
        if (!argument.Relation.Is(Relation.Conj) || drafts.Count == 0 || drafts[^1] is not { Whole: >= 0 } last)
            return -1;
        return sentence.Contains(last.Quantity.Words) && last.Count.Argument.Index == argument.Head.Index ? last.Whole : -1;
    }
}
