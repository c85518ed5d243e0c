namespace Parley.Eval;

/// <summary>Whether the number that an annotator took from a text about displacement is among the figures.</summary>
internal static class FiguresArea
{
    private static readonly (string Set, string Floor, string Goal)[] s_sets =
    [
        ("idetect-test", ".880", ".940"),
        ("idmc-labelled", ".750", ".840"),
    ];

    public static IEnumerable<Table> Measure(string folder, MeasuredProgram program)
    {
        var bars = new Bars(program.Models);
        foreach (var model in program.Models)
        foreach (var (set, floor, goal) in s_sets)
        {
            var (right, all) = (0, 0);
            foreach (var (gold, found) in ArticleReading.ReadSet(program, model, folder, Path.Combine("figures", set), "figures"))
            {
                var values = found.Select(figure => (decimal)figure!["value"]!).ToHashSet();
                var wanted = gold["figures"]!.AsArray();
                right += wanted.Count(figure => values.Contains((decimal)figure!["value"]!));
                all += wanted.Count;
            }
            bars.Add(model, $"{set}, right value", $"{Table.Share((double)right / Math.Max(1, all))} ({right} of {all})", floor, goal);
        }
        yield return bars.ToTable(
            "Excerpts on displacement, developer halves: the annotator's number is the value of a figure (of a range the lower end). The gold has "
                + "errors; no reader can pass about .98 and .90. Figures of whole articles are measured under Ledgers."
        );
    }
}
