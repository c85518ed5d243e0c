using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Figures;

/// <summary>Reads shares of what was destroyed: "80 percent of the town was destroyed". Other shares are no figures.</summary>
/// <remarks>The verbs are in <c>rules/figures.tsv</c>, role ruin.</remarks>
internal sealed class Shares(MeasureFinder measures)
{
    /// <summary>Unit of a share.</summary>
    public const string Percent = "percent";

    private const int LongestClimb = 3;

    /// <summary>The share as a draft; null where the number is none, or a share of something else.</summary>
    public FigureDraft? Find(ParsedText parsed, Quantity quantity, WordRange sentence)
    {
        var at = quantity.Number.End;
        if (quantity.Currency is not null || at >= sentence.End)
            return null;
        var end = at + 1;
        if (parsed[at].IsForm("per") && end < sentence.End && parsed[end].IsForm("cent"))
            end++;
        else if (!(parsed[at].Form is "%" || parsed[at].IsForm(Percent)))
            return null;
        if (end >= sentence.End || !parsed[end].IsForm("of"))
            return null;
        var share = parsed[end - 1];
        var whole = Whole(share, end);
        if (!whole.Exists || !IsRuined(share) && !IsRuined(whole))
            return null;
        var words = new WordRange(quantity.Words.Start, end);
        return new FigureDraft(quantity with { Words = words }, new Count(share, whole, ""), FigureMeasure.Other, -1)
        {
            Unit = Percent,
            Evidence = [Evidence.Clause(share, words)],
        };
    }

    // What stands behind "of".
    private static Node Whole(Node share, int of)
    {
        var governed = share.Parsed[of].Head;
        return governed.Exists && governed.Index > of && share.Sentence.Contains(governed.Index) ? governed : Node.None;
    }

    private bool IsRuined(Node word)
    {
        var node = word;
        for (var steps = 0; steps < LongestClimb && node.Exists; steps++, node = node.Head)
            if (node.Index != word.Index && measures.Is(node, "ruin"))
                return true;
        return false;
    }
}
