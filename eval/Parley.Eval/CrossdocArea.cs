namespace Parley.Eval;

/// <summary>What joins several articles: near-duplicates and copies, stories, tellings of one happening.</summary>
internal static class CrossdocArea
{
    private const string Column = "reached";

    public static IEnumerable<Table> Measure(string folder, MeasuredProgram program)
    {
        var bars = new Bars([Column]);
        NearDuplicates.Measure(folder, bars, Column);
        Copies.Measure(folder, bars, Column);
        StoryScores.Measure(folder, bars, Column);
        DeedFit.Measure(folder, bars, Column);
        yield return bars.ToTable(
            "Near-duplicates by the exact labels of the set. Copies are made here of 400 articles: words are changed to others of the same article. No copies "
                + "are two outlets' reports of one happening (BASIL) and pairs that share a fifth at most, or a passage. Stories are found in order of publication. "
                + "Tellings of one happening are grouped within a sub-topic; single ones count."
        );
    }
}
