using System.Diagnostics;
using System.Globalization;
using Parley.Answers;
using Parley.Cli;
using Parley.Eval;
using Parley.Intake;
using Parley.Ledger;
using Parley.Records;
using Parley.Stores;
using Parley.Syntax.Fast;

namespace Parley.Bench;

/// <summary>
/// A ledger of 100,000 articles: readings of the bench corpus, repeated with other words, names, codes and days so that they are no copies of each
/// other. Measures what keeping them costs, what a question costs, and what one article more costs. The language model is run once only.
/// </summary>
internal static class LedgerScale
{
    private const int Asked = 5;
    private const int DaysApart = 37;

    /// <summary>Measures and writes the figures down.</summary>
    /// <param name="folder">The folder that holds the corpus, or a file of readings of it as <c>parley read --jsonl</c> writes them.</param>
    /// <param name="articles">How many articles.</param>
    /// <param name="keep">Where to leave the ledger; null to delete it.</param>
    public static void Run(string folder, int articles, string? keep)
    {
        var scratch = Directory.CreateTempSubdirectory("parley-ledger-").FullName;
        var file = keep ?? Path.Combine(scratch, "ledger.db");
        // For the commands below: the ledger is made without the network too, which would weigh all anew.
        Environment.SetEnvironmentVariable(TestimonyFolder.Switch, "off");
        try
        {
            var readings = Read(folder);
            var rows = new List<string[]>();
            using (var ledger = new SqliteLedger(file))
            {
                var (watch, work) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
                foreach (var reading in Varied(readings, articles, DaysApart))
                    ledger.Keep(reading, LedgerRun.Unknown, new Note("", DateTimeOffset.UnixEpoch, ""));
                Say(rows, ["keep, ms an article, making it included", Figure(watch.Elapsed.TotalMilliseconds / articles)]);
                Say(rows, ["the same in processor time", Figure((Environment.CpuUsage.TotalTime - work).TotalMilliseconds / articles)]);
                work = Environment.CpuUsage.TotalTime;
                watch.Restart();
                foreach (var function in LedgerFunctions.All)
                    ledger.Refresh(function);
                Say(rows, ["results over articles, ms an article", Figure(watch.Elapsed.TotalMilliseconds / articles)]);
                Say(rows, ["the same in processor time", Figure((Environment.CpuUsage.TotalTime - work).TotalMilliseconds / articles)]);
                Say(rows, ["bytes an article", Figure((double)ledger.Statistics().Bytes / articles)]);
                watch.Restart();
                ledger.Keep(Vary.Make(readings[0], 61, DaysApart), LedgerRun.Unknown, new Note("", DateTimeOffset.UnixEpoch, ""));
                foreach (var function in LedgerFunctions.All)
                    ledger.Refresh(function);
                Say(rows, ["one article more, results included, ms", Figure(watch.Elapsed.TotalMilliseconds)]);
                foreach (var (name, ask) in Questions(ledger))
                    Say(rows, [$"{name}, in the process, ms", Figure(Median(ask))]);
            }
            foreach (var command in Commands(file))
                Say(rows, [$"`parley {string.Join(' ', command[0])}`, whole process, ms", Figure(Median(() => Time(command)))]);
            Say(rows, ["peak memory of this program, MB", Figure(Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0)]);
            var table = new Table(
                $"A ledger of {articles.ToString("N0", CultureInfo.InvariantCulture)} articles in SQLite, made of readings of the open bench corpus with other words, names and days, weighed by features alone (PARLEY_TESTIMONY=off); medians of {Asked} questions.",
                ["what", "measured"],
                rows
            );
            Console.WriteLine(table.ToMarkdown());
            var numbers = NumbersFile.Open();
            numbers.Replace("ledger-scale", "Ledgers of 100,000 articles", [table]);
            numbers.Save();
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    /// <summary>What is known so far is worth reading while the rest runs.</summary>
    private static void Say(List<string[]> rows, string[] row)
    {
        Console.Error.WriteLine($"{row[1], 10}  {row[0]}");
        rows.Add(row);
    }

    /// <summary>The readings of the corpus, or of a file of readings.</summary>
    public static List<Reading> Read(string folder)
    {
        if (File.Exists(folder))
            return [.. File.ReadLines(folder).Select(line => ReadingJson.Read(line))];
        using var model = FastLanguageModel.Open(Path.Combine(AppContext.BaseDirectory, "models", "en-fast"));
        var reader = new Reader(model);
        var documents = new DocumentReader();
        return
        [
            .. OrderedWork
                .Run(
                    InputFiles.Open([Throughput.Corpus(folder)], () => Stream.Null),
                    input => documents.Read(input).Document is { } document ? reader.Read(document) : null,
                    () => { }
                )
                .OfType<Reading>(),
        ];
    }

    /// <summary>So many articles, each another variation.</summary>
    public static IEnumerable<Reading> Varied(List<Reading> readings, int articles, int daysApart)
    {
        for (var at = 0; at < articles; at++)
            yield return Vary.Make(readings[at % readings.Count], at / readings.Count, daysApart);
    }

    private static IEnumerable<(string Name, Func<double> Ask)> Questions(SqliteLedger ledger)
    {
        foreach (var kind in new[] { "board", "account", "queue" })
        {
            var id = ledger.Derived(LedgerFunctions.Board, new DerivedQuery(kind) { Limit = 1 }).FirstOrDefault()?.Id;
            yield return ($"all rows of {kind}", Timed(() => ledger.Derived(LedgerFunctions.Board, new DerivedQuery(kind))));
            yield return ($"one row of {kind}", Timed(() => ledger.Derived(LedgerFunctions.Board, new DerivedQuery(kind) { Id = id })));
        }
        yield return ("search", Timed(() => ledger.Search(new SearchQuery("government peace"))));
    }

    private static Func<double> Timed(Action work) =>
        () =>
        {
            var watch = Stopwatch.StartNew();
            work();
            return watch.Elapsed.TotalMilliseconds;
        };

    private static IEnumerable<string[]> Commands(string file)
    {
        string? id;
        using (var ledger = new SqliteLedger(file))
            id = ledger.Derived(LedgerFunctions.Board, new DerivedQuery("board") { Limit = 1 }).FirstOrDefault()?.Id;
        yield return ["board", "--json", "--ledger", file];
        yield return ["board", "--party", "RUS", "--ledger", file];
        yield return ["undertaking", id ?? "none", "--ledger", file];
        yield return ["matrix", "--ledger", file];
        yield return ["search", "government", "peace", "--ledger", file];
        yield return ["queue", "--ledger", file];
        yield return ["stats", "--ledger", file];
    }

    private static double Time(string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Parley.Cli.dll"), .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Median(Func<double> ask) => Enumerable.Range(0, Asked).Select(_ => ask()).Order().ElementAt(Asked / 2);

    private static string Figure(double value) => value.ToString(value < 100 ? "N1" : "N0", CultureInfo.InvariantCulture);
}
