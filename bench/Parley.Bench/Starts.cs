using System.Diagnostics;
using System.Globalization;
using Parley.Eval;

namespace Parley.Bench;

/// <summary>How long published programs take from their start to the first line of a reading, as the shell that called them sees it.</summary>
internal static class Starts
{
    private const int Runs = 21;

    /// <summary>The builds of <c>tools/publish</c>, the models, and the most and the goal in milliseconds.</summary>
    private static readonly (string Build, string Model, string Floor, string Goal)[] s_cases =
    [
        ("native", "fast", "≤ 25", "≤ 15"),
        ("linux-x64", "fast", "≤ 120", "≤ 60"),
        ("linux-x64", "accurate", "≤ 400", "≤ 250"),
    ];

    /// <summary>Measures what <c>tools/publish</c> made, and writes the figures down.</summary>
    /// <param name="folders">The folder of the builds; none for <c>artifacts/published</c> below the folder that this is called in.</param>
    public static void Run(string[] folders)
    {
        var root = folders is [var named, ..] ? named : Path.Combine("artifacts", "published");
        var article = Path.Combine(Path.GetTempPath(), "parley-start.jsonl");
        File.WriteAllText(article, """{"id":"1","text":"The talks ended on Tuesday."}""" + "\n");
        var rows = new List<string[]>();
        foreach (var (build, model, floor, goal) in s_cases)
        {
            var program = Path.Combine(root, build, "parley");
            var runs = Enumerable.Range(0, Runs).Select(_ => Time(program, model, article)).ToList();
            var nothing = Enumerable.Range(0, Runs).Select(_ => Time(program, null, article)).ToList();
            rows.Add([
                build,
                model,
                Number(Median(runs.Select(run => run.First))),
                Number(runs.Min(run => run.First)),
                Number(Median(runs.Select(run => run.Busy))),
                Number(Median(nothing.Select(run => run.First))),
                floor,
                goal,
            ]);
        }
        var table = new Table(
            $"Published programs, from their start to the first line of `read --jsonl` on one short article; medians of {Runs}, in milliseconds; processor time is that of all cores and of the whole process. Load of the machine: {File.ReadAllText("/proc/loadavg").Split(' ')[0]}.",
            ["build", "model", "first line", "least", "processor time", "`--version`", "floor", "goal"],
            rows
        );
        Console.WriteLine(table.ToMarkdown());
        var numbers = NumbersFile.Open();
        numbers.Replace("start", "Start", [table]);
        numbers.Save();
    }

    private static (double First, double Busy) Time(string program, string? model, string article)
    {
        string[] arguments = model is null ? ["--version"] : ["read", "--model", model, "--jsonl", article];
        var before = Comparison.ChildSeconds();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        process.StandardOutput.BaseStream.ReadByte();
        var first = watch.Elapsed.TotalMilliseconds;
        process.StandardOutput.BaseStream.CopyTo(Stream.Null);
        process.WaitForExit();
        return (first, 1000 * (Comparison.ChildSeconds()!.Value - before!.Value));
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Runs / 2);

    private static string Number(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
