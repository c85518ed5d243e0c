using System.Globalization;
using Parley.Eval;

namespace Parley.Bench;

/// <summary>Two built programs timed in turn on the same file, one core: <c>parley read</c>, the ratio pair by pair.</summary>
internal static class Comparison
{
    private const int Pairs = 5;

    /// <summary>The models, every how many documents of the corpus each reads, and the least and the goal of its ratio.</summary>
    private static readonly (string Model, int Every, string Floor, string Goal)[] s_models =
    [
        ("accurate", 24, "≥ 0.9", "≥ 1.1"),
        ("fast", 2, "≥ 0.85", "≥ 1.0"),
    ];

    /// <summary>Measures a program against another and writes the figures down.</summary>
    /// <param name="folder">The folder that holds the corpus.</param>
    /// <param name="baseline">The program to compare with: its <c>Parley.Cli.dll</c>, or a native one.</param>
    /// <param name="program">The program that is measured.</param>
    public static void Run(string folder, string baseline, string program)
    {
        var scratch = Directory.CreateTempSubdirectory("parley-bench-").FullName;
        try
        {
            var rows = new List<string[]>();
            foreach (var (model, every, floor, goal) in s_models)
            {
                var (sample, words) = Throughput.Sample(Throughput.Corpus(folder), Path.Combine(scratch, model + ".jsonl"), every);
                rows.Add([model, .. Measure(baseline, program, model, sample, words), floor, goal]);
            }
            var table = new Table(
                $"`parley read --jsonl`, one core, the whole process with its start, in processor time, against the program before: each in turn on the same file, after one run of each that is not counted; medians of {Pairs} pairs, "
                    + "the ratio taken pair by pair (above 1: faster than before), with its least and greatest.",
                ["model", "tokens/s before", "tokens/s", "ratio", "least", "greatest", "floor", "goal"],
                rows
            );
            Console.WriteLine(table.ToMarkdown());
            var numbers = NumbersFile.Open();
            numbers.Replace("speed-ratio", "Speed against the program before", [table]);
            numbers.Save();
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static IEnumerable<string> Measure(string baseline, string program, string model, string sample, long words)
    {
        double Seconds(string measured)
        {
            var before = ChildSeconds();
            var elapsed = Throughput.Time(measured, "read", model, sample, cores: 1).Seconds;
            return before is null ? elapsed : ChildSeconds()!.Value - before.Value;
        }

        Seconds(baseline);
        Seconds(program);
        var pairs = Enumerable.Range(0, Pairs).Select(_ => (Before: Seconds(baseline), Now: Seconds(program))).ToList();
        var ratios = pairs.Select(pair => pair.Before / pair.Now).Order().ToList();
        var tokens = words * Throughput.TokensOfWord;
        return
        [
            (tokens / Median(pairs.Select(pair => pair.Before))).ToString("N0", CultureInfo.InvariantCulture),
            (tokens / Median(pairs.Select(pair => pair.Now))).ToString("N0", CultureInfo.InvariantCulture),
            .. new[] { ratios[Pairs / 2], ratios[0], ratios[^1] }.Select(ratio => ratio.ToString("0.00", CultureInfo.InvariantCulture)),
        ];
    }

    /// <summary>Processor time of all children that have ended, from <c>/proc</c>; null on other systems, where the clock is taken instead.</summary>
    public static double? ChildSeconds()
    {
        const string Own = "/proc/self/stat";
        const double TicksASecond = 100;
        if (!File.Exists(Own))
            return null;
        // Behind the name in brackets; times of children are the 16th and 17th field of all.
        var fields = File.ReadAllText(Own).Split(") ")[^1].Split(' ');
        return (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / TicksASecond;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Pairs / 2);
}
