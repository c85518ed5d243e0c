using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Parley.Eval;

namespace Parley.Bench;

/// <summary>The whole program on a corpus, through the command line, JSON writing included, start-up taken off.</summary>
internal static class Throughput
{
    /// <summary>Tokens of a word between blanks, as the figures count them.</summary>
    public const double TokensOfWord = 1.15;

    private const int Runs = 3;

    /// <summary>The models, and every how many documents of the corpus each is measured on: some minutes' work for either.</summary>
    private static readonly (string Model, int Every)[] s_models = [("accurate", 12), ("fast", 1)];

    public static string Corpus(string folder) => Path.Combine(folder, "corpora", "bench", "news-open.jsonl.gz");

    /// <summary>Measures a program and writes the figures down.</summary>
    /// <param name="folder">The folder that holds the corpus.</param>
    /// <param name="program">The program's <c>Parley.Cli.dll</c>: the one beside this tool, or a published one.</param>
    public static void Run(string folder, string program)
    {
        var scratch = Directory.CreateTempSubdirectory("parley-bench-").FullName;
        try
        {
            var one = Path.Combine(scratch, "one.jsonl");
            File.WriteAllText(one, """{"id":"1","text":"The talks ended on Tuesday."}""" + "\n");
            var rows = new List<string[]>();
            foreach (var (model, every) in s_models)
            {
                if (model == "accurate" && !program.EndsWith(".dll", StringComparison.Ordinal))
                    continue;
                var (sample, words) = Sample(Corpus(folder), Path.Combine(scratch, model + ".jsonl"), every);
                foreach (var command in new[] { "parse", "read" })
                    rows.Add(Measure(program, command, model, one, sample, words));
            }
            var table = new Table(
                $"The open bench corpus, for the accurate model every twelfth document of it (a token is 1/1.15 of a word between blanks); medians of {Runs} runs; start: the whole process on one sentence, which is taken off the others; load: what of it is more than `parley --version` takes, the first use of model and lexicons included. Measured: {Describe(program)}.",
                [
                    "command",
                    "model",
                    "words",
                    "tokens/s, one core",
                    $"tokens/s, {Environment.ProcessorCount} cores",
                    "ratio",
                    "start, ms",
                    "load, ms",
                    "peak memory, MB",
                ],
                rows
            );
            Console.WriteLine(table.ToMarkdown());
            var numbers = NumbersFile.Open();
            if (program.EndsWith(".dll", StringComparison.Ordinal))
                numbers.Replace("speed", "Speed", [table, KernelTable.Measure()]);
            else
                numbers.Replace("speed-native", "Speed of the native build", [table]);
            numbers.Save();
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    /// <summary>Writes every so many documents of a corpus to a file, and counts their words between blanks.</summary>
    public static (string Path, long Words) Sample(string corpus, string path, int every)
    {
        using var input = new StreamReader(new GZipStream(File.OpenRead(corpus), CompressionMode.Decompress));
        using var output = new StreamWriter(path);
        var words = 0L;
        for (var number = 0; input.ReadLine() is { } line; number++)
        {
            if (number % every != 0)
                continue;
            output.WriteLine(line);
            words += JsonNode.Parse(line)!["text"]!.GetValue<string>().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        }
        return (path, words);
    }

    private static string[] Measure(string program, string command, string model, string one, string sample, long words)
    {
        var nothing = Median(() => Time(program, ["--version"], cores: 1).Seconds);
        var start = Median(() => Time(program, command, model, one, cores: 1).Seconds);
        var single = Median(() => Time(program, command, model, sample, cores: 1).Seconds) - start;
        var all = Median(() => Time(program, command, model, sample, cores: Environment.ProcessorCount).Seconds) - start;
        var memory = Time(program, command, model, sample, cores: 1).PeakBytes;
        return
        [
            $"`parley {command} --jsonl`",
            model,
            Whole(words),
            Whole(words * TokensOfWord / single),
            Whole(words * TokensOfWord / all),
            (single / all).ToString("0.00", CultureInfo.InvariantCulture),
            Whole(start * 1000),
            Whole((start - nothing) * 1000),
            Whole(memory / 1048576.0),
        ];
    }

    private static string Describe(string program) =>
        !program.EndsWith(".dll", StringComparison.Ordinal) ? "the native build"
        : program.Contains($"{Path.DirectorySeparatorChar}publish{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            ? "the program as `dotnet publish` gives it"
        : "the program as it is built";

    /// <summary>Runs a command of a program on a file; gives the seconds of the whole process and its peak memory.</summary>
    public static (double Seconds, long PeakBytes) Time(string program, string command, string model, string input, int cores) =>
        Time(program, [command, "--model", model, "--jsonl", input], cores);

    private static (double Seconds, long PeakBytes) Time(string program, string[] arguments, int cores)
    {
        var isNative = !program.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(isNative ? program : "dotnet", isNative ? arguments : [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (cores == 1)
            start.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
            process.ProcessorAffinity = (nint)((1L << cores) - 1);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var peak = 0L;
        var buffer = new char[1 << 16];
        while (process.StandardOutput.Read(buffer) > 0)
        {
            peak = Math.Max(peak, PeakOf(process));
        }
        // The end of the output, not of the wait: some systems tell of a child's end only when they next look, up to a second later.
        var seconds = watch.Elapsed.TotalSeconds;
        process.WaitForExit();
        if (process.ExitCode is not (0 or 1))
            throw new InvalidOperationException($"parley {string.Join(' ', arguments)} ended with {process.ExitCode}");
        return (seconds, peak);
    }

    /// <summary>The peak so far; 0 where the process is gone already.</summary>
    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.HasExited ? 0 : process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private static double Median(Func<double> run) => Enumerable.Range(0, Runs).Select(_ => run()).Order().ElementAt(Runs / 2);

    private static string Whole(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
