using System.Globalization;
using System.Text.RegularExpressions;

namespace Parley.Eval;

/// <summary>Small cases that say what must be read and what must not, by kind.</summary>
internal static partial class TrialsArea
{
    /// <summary>The kinds that hang on the reading of meaning.</summary>
    private static readonly string[] s_meaning =
    [
        "doer",
        "not-done",
        "plan",
        "refusal",
        "metaphor",
        "joining",
        "undertaking",
        "no-undertaking",
        "position",
        "contested",
    ];

    public static IEnumerable<Table> Measure(string folder, MeasuredProgram program)
    {
        var runner = TestData.Find(folder, "trials", "run.py");
        var bars = new Bars(program.Models);
        foreach (var model in program.Models)
        {
            var kinds = Run(runner, model, program);
            var meaning = kinds.Where(kind => s_meaning.Contains(kind.Kind)).ToList();
            bars.Add(model, "of the ten kinds in bold", $"{meaning.Sum(k => k.Passed)} of {meaning.Sum(k => k.Total)}", "48", "64");
            bars.Add(model, "all", $"{kinds.Sum(k => k.Passed)} of {kinds.Sum(k => k.Total)}");
            foreach (var (kind, passed, total) in kinds)
                bars.Add(model, s_meaning.Contains(kind) ? $"**{kind}**" : kind, $"{passed} of {total}");
        }
        yield return bars.ToTable(
            "Trial cases that passed: all that is expected of them holds, and nothing is found that must not be; uncertain records do not count."
        );
    }

    private static List<(string Kind, int Passed, int Total)> Run(string runner, string model, MeasuredProgram program)
    {
        using var scratch = new Scratch();
        var output = program.Python(runner, program.Launcher(scratch), "--", "--model", model);
        var kinds = Row()
            .Matches(output)
            .Select(row => (row.Groups[1].Value, Number(row.Groups[2].Value), Number(row.Groups[3].Value)))
            .ToList();
        return kinds.Count > 0 ? kinds : throw new InvalidOperationException($"{runner} printed no table of kinds");
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    /// <summary>A row of the last table: kind, passed, total.</summary>
    [GeneratedRegex(@"^([a-z-]+) +(\d+) +(\d+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
