using System.Diagnostics;
using System.Globalization;
using Parley.Eval;

namespace Parley.Bench;

/// <summary>Each command that takes in many articles, on one core and on two in turn: how much sooner it is done, and how many cores were busy.</summary>
/// <remarks>With <c>taskset</c>, so on Linux alone; the whole process with its start, as a user waits for it.</remarks>
internal static class Cores
{
    private const int Rounds = 5;
    private const string Floor = "≥ 1.8";
    private const string Goal = "≥ 1.95";

    /// <summary>The models, and every how many documents of the corpus are read and are added: a quarter of a minute's work on one core.</summary>
    private static readonly (string Model, int Read, int Add)[] s_models = [("fast", 1, 8), ("accurate", 10, 40)];

    /// <summary>Measures a program and writes the figures down.</summary>
    /// <param name="folder">The folder that holds the corpus.</param>
    /// <param name="program">The program's <c>Parley.Cli.dll</c>, or a published <c>parley</c>.</param>
    public static void Run(string folder, string program)
    {
        var scratch = Directory.CreateTempSubdirectory("parley-cores-").FullName;
        try
        {
            var before = Load();
            var rows = new List<string[]>();
            foreach (var (model, read, add) in s_models)
            {
                var (many, _) = Throughput.Sample(Throughput.Corpus(folder), Path.Combine(scratch, $"{model}.jsonl"), read);
                var (few, _) = Throughput.Sample(Throughput.Corpus(folder), Path.Combine(scratch, $"{model}-add.jsonl"), add);
                var archive = Path.Combine(scratch, $"{model}-archive");
                Time(program, "0,1", ["shard", many, "--out", archive]);
                rows.Add(Measure("`read`", model, many, ["read", "--model", model, many], static () => { }));
                rows.Add(Measure("`read --jsonl`", model, many, ["read", "--model", model, "--jsonl", many], static () => { }));
                rows.Add(
                    Measure(
                        "`read --shard`",
                        model,
                        many,
                        ["read", "--model", model, "--shard", archive + "/1"],
                        () => Clear(Path.Combine(archive, "readings"))
                    )
                );
                var ledgers = Path.Combine(scratch, "ledgers");
                rows.Add(
                    Measure(
                        "`add`",
                        model,
                        few,
                        ["add", "--model", model, "--ledger", Path.Combine(ledgers, "a.db"), few],
                        () => Clear(ledgers)
                    )
                );
            }
            var table = new Table(
                $"Articles of the open bench corpus, the whole process with its start; `taskset -c 0` against `taskset -c 0,1` in turn, medians of {Rounds}; busy: processor time against the clock. "
                    + $"Load of the machine before: {before}, behind: {Load()}.",
                [
                    "command",
                    "model",
                    "articles",
                    "one core, s",
                    "busy",
                    "two cores, s",
                    "busy",
                    "ratio",
                    "least",
                    "greatest",
                    "floor",
                    "goal",
                ],
                rows
            );
            Console.WriteLine(table.ToMarkdown());
            var numbers = NumbersFile.Open();
            numbers.Replace("speed-cores", "Two cores against one", [table]);
            numbers.Save();

            string[] Measure(string command, string model, string input, string[] arguments, Action clear)
            {
                var (one, two) = (new List<(double Seconds, double Busy)>(), new List<(double Seconds, double Busy)>());
                for (var round = 0; round < Rounds; round++)
                {
                    clear();
                    one.Add(Time(program, "0", arguments));
                    clear();
                    two.Add(Time(program, "0,1", arguments));
                }
                var ratios = one.Zip(two, (single, both) => single.Seconds / both.Seconds).Order().ToList();
                var (slow, quick) = (Median(one.Select(run => run.Seconds)), Median(two.Select(run => run.Seconds)));
                string[] row =
                [
                    command,
                    model,
                    File.ReadLines(input).Count().ToString(CultureInfo.InvariantCulture),
                    Number(slow),
                    Number(Median(one.Select(run => run.Busy))),
                    Number(quick),
                    Number(Median(two.Select(run => run.Busy))),
                    Number(slow / quick),
                    Number(ratios[0]),
                    Number(ratios[^1]),
                    Floor,
                    Goal,
                ];
                Console.Error.WriteLine(string.Join(" | ", row));
                return row;
            }
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static (double Seconds, double Busy) Time(string program, string cores, string[] arguments)
    {
        string[] call = program.EndsWith(".dll", StringComparison.Ordinal) ? ["dotnet", program, .. arguments] : [program, .. arguments];
        var before = Comparison.ChildSeconds();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(
            new ProcessStartInfo("taskset", ["-c", cores, .. call]) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardOutput.BaseStream.CopyTo(Stream.Null);
        process.WaitForExit();
        var seconds = watch.Elapsed.TotalSeconds;
        return process.ExitCode is 0 or 1
            ? (seconds, (Comparison.ChildSeconds()!.Value - before!.Value) / seconds)
            : throw new InvalidOperationException($"parley {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }

    private static void Clear(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
    }

    /// <summary>How many processes wanted the machine in the last minute.</summary>
    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
