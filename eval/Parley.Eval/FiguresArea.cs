using System.Text.Json.Nodes;

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
            var gold = TestData.Lines(folder, "eval", "figures", set + ".jsonl");
            var readings = ArticleReading.ReadAll(
                program,
                model,
                gold.Select(document => ((string)document["id"]!, (string)document["text"]!, (string?)null))
            );
            var (right, all) = (0, 0);
            for (var d = 0; d < gold.Count; d++)
            {
                var values = Values(readings, gold[d]);
                var wanted = gold[d]["figures"]!.AsArray();
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

    private static HashSet<decimal> Values(Dictionary<string, ArticleReading> readings, JsonNode document) =>
        [
            .. (readings.GetValueOrDefault((string)document["id"]!)?.Json["figures"]?.AsArray() ?? []).Select(figure =>
                (decimal)figure!["value"]!
            ),
        ];
}
