using System.Diagnostics;
using System.Globalization;
using Parley.Answers;
using Parley.Cli;
using Parley.Ledger;
using Parley.Stores;
using Xunit;

namespace Parley.Tests.Stores;

/// <summary>
/// Kills adding processes at random moments, two at once, and starts them again until all is added. <c>PARLEY_KILLS</c> in the environment sets
/// the number of kills.
/// </summary>
public sealed class CrashTests : IDisposable
{
    private const int Articles = 240;
    private const int LongestMilliseconds = 3000;

    private static readonly int s_kills = int.TryParse(Environment.GetEnvironmentVariable("PARLEY_KILLS"), out var kills) ? kills : 12;
    private readonly string _folder = Directory.CreateTempSubdirectory("parley-crash").FullName;

    private string LedgerPath => Path.Combine(_folder, "talks.db");

    [Fact]
    public void Killed_at_any_moment_nothing_is_lost_or_doubled()
    {
        // Each has a third of its own, and both have the last third.
        string[] inputs = [Write("one", number => number % 3 != 1), Write("two", number => number % 3 != 0)];
        var random = new Random(20260101);
        var said = new HashSet<string>(StringComparer.Ordinal);
        var writers = inputs.Select(Start).ToArray();
        for (var kill = 0; kill < s_kills; kill++)
        {
            var at = random.Next(writers.Length);
            writers[at].WaitForExit(random.Next(LongestMilliseconds));
            if (!writers[at].HasExited)
                writers[at].Kill();
            Finish(writers[at], said);
            // A writer that has all in begins a new ledger with the other, so that there is something to kill.
            if (Count() >= Articles)
            {
                foreach (var other in writers.Where(other => other != writers[at]))
                {
                    other.Kill();
                    Finish(other, said);
                }
                Check(inputs, said);
                foreach (var file in Directory.EnumerateFiles(_folder, "talks.db*"))
                    File.Delete(file);
                said.Clear();
                writers = [.. inputs.Select(Start)];
            }
            else
                writers[at] = Start(inputs[at]);
        }
        foreach (var writer in writers)
        {
            writer.Kill();
            Finish(writer, said);
        }
        Check(inputs, said);
    }

    /// <summary>What was said to be added is there; and when the writers have been let finish, all is there once.</summary>
    private void Check(string[] inputs, HashSet<string> said)
    {
        using (var ledger = new SqliteLedger(LedgerPath))
            Assert.Empty(said.Except(ledger.Articles(ReadingQuery.All).Select(article => article.Source!)));
        var writers = inputs.Select(Start).ToArray();
        foreach (var writer in writers)
        {
            writer.WaitForExit();
            Assert.Equal(0, writer.ExitCode);
            Finish(writer, said);
        }
        using var all = new SqliteLedger(LedgerPath);
        Assert.Equal(
            Enumerable.Range(0, Articles).Select(Name),
            all.Articles(ReadingQuery.All).Select(article => article.Source!).Order(StringComparer.Ordinal)
        );
        Assert.Equal(Articles, all.History().Length);
        using var plain = new MemoryLedger();
        foreach (var reading in all.Readings())
            plain.Keep(reading);
        Assert.Equal(plain.Statistics().Records, all.Statistics().Records);
        // Which of so many like texts is called the copy of which depends on the order: 64 are compared at most.
        Assert.Equal(
            plain
                .Derived(LedgerFunctions.Board, new DerivedQuery("board"))
                .Select(row => (row.Id, row.State, row.Body.Count(c => c == '{'))),
            all.Derived(LedgerFunctions.Board, new DerivedQuery("board")).Select(row => (row.Id, row.State, row.Body.Count(c => c == '{')))
        );
    }

    private int Count()
    {
        if (!File.Exists(LedgerPath))
            return 0;
        using var ledger = new SqliteLedger(LedgerPath);
        return (int)ledger.Statistics().Articles;
    }

    private string Write(string name, Func<int, bool> isIn)
    {
        var file = Path.Combine(_folder, name + ".jsonl");
        File.WriteAllLines(
            file,
            Enumerable
                .Range(0, Articles)
                .Where(isIn)
                .Select(number =>
                    $$"""{"id":"{{Name(number)}}","date":"2022-03-{{(number % 28) + 1:00}}","text":"Russia will withdraw its troops from Kherson by May, its envoy {{number}} said. Ukraine's army shelled {{number}} positions near Donetsk on Monday, officials said."}"""
                )
        );
        return file;
    }

    private static string Name(int number) => number.ToString("0000", CultureInfo.InvariantCulture);

    private Process Start(string input) =>
        Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [Path.Combine(AppContext.BaseDirectory, "Parley.Cli.dll"), "add", "--model", "fast", "--ledger", LedgerPath, input]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;

    private static void Finish(Process writer, HashSet<string> said)
    {
        foreach (var line in writer.StandardOutput.ReadToEnd().Split('\n'))
            if (line.StartsWith("added ", StringComparison.Ordinal) && line.Split(' ')[^1] is { Length: 4 } name)
                said.Add(name);
        writer.WaitForExit();
        writer.Dispose();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
