using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Parley.Corrections;
using Parley.Ledger;
using Parley.Stores;
using Parley.Tests.Intake;
using Parley.Web.Adding;
using Parley.Web.Correcting;
using Parley.Web.Work;
using Xunit;

namespace Parley.Tests.Web;

/// <summary>
/// Kills the server at random moments while articles are handed in and records corrected, and starts it again. <c>PARLEY_KILLS</c> in the environment
/// sets the number of kills.
/// </summary>
public sealed class ServerCrashTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>How many requests a server answers at most before it is killed: however busy the computer is, something is done in between.</summary>
    private const int MostAnswers = 12;

    private const int MostCorrections = 5;

    /// <summary>How many articles it reads at most before it is killed in the rounds that wait for that.</summary>
    private const int MostReadings = 3;

    /// <summary>No more is handed in while so many articles wait, so that reading keeps up however many rounds there are.</summary>
    private const int MostWaiting = 6;

    /// <summary>How much later it is killed at most, so that it is in the midst of something.</summary>
    private const int LongestMilliseconds = 150;

    private const int PollMilliseconds = 20;

    private static readonly int s_kills = int.TryParse(Environment.GetEnvironmentVariable("PARLEY_KILLS"), out var kills) ? kills : 4;

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<int, bool> _articles = [];
    private readonly ConcurrentDictionary<int, string?> _said = [];
    private readonly ConcurrentDictionary<int, string?> _skipped = [];
    private SemaphoreSlim _answered = new(0);
    private SemaphoreSlim _corrected = new(0);
    private int _number;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string LedgerPath => Path.Combine(_folder.Root, "talks.db");

    [Fact]
    public async Task Killed_at_any_moment_no_article_and_no_correction_is_lost_or_doubled()
    {
        await File.WriteAllBytesAsync(LedgerPath, WorkbenchFixture.Samples, Cancel);
        var records = Records();
        var (random, clock) = (new Random(20260102), Stopwatch.StartNew());
        for (var kill = 0; kill < s_kills; kill++)
        {
            using var server = await Serve();
            (_answered, _corrected) = (new SemaphoreSlim(0), new SemaphoreSlim(0));
            using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            var before = Read();
            var work = new[] { HandIn(server, end.Token), HandIn(server, end.Token), Correct(server, records, end.Token) };
            // By turns after some answers, some corrections, some articles that were read: those that take longer would be too few.
            if (kill % 3 == 2)
                for (var articles = random.Next(MostReadings); Read() < before + articles; )
                    await Task.Delay(PollMilliseconds, Cancel);
            else
                for (var answers = random.Next(kill % 3 == 0 ? MostAnswers : MostCorrections); answers > 0; answers--)
                    await (kill % 3 == 0 ? _answered : _corrected).WaitAsync(Cancel);
            await Task.Delay(random.Next(LongestMilliseconds), Cancel);
            server.Kill();
            await end.CancelAsync();
            await Task.WhenAll(work);
        }
        var killed = clock.Elapsed;
        using (var server = await Serve())
        {
            await AllRead(server);
            Assert.Equal(0, server.Stop(TimeSpan.FromSeconds(10)));
        }
        var taken = _articles.Count(one => one.Value);
        var (answered, skips) = (_said.Values.Count(id => id is not null), _skipped.Values.Count(id => id is not null));
        output.WriteLine(
            $"{s_kills} kills in {clock.Elapsed.TotalSeconds:0} s, {killed.TotalSeconds:0} s until the last of them: {taken} of {_articles.Count} articles, {answered} of {_said.Count} corrections, {skips} of {_skipped.Count} skips were answered"
        );
        Assert.True(taken > 0 && answered > 0, "nothing was taken at all: the test is worth nothing");
        CheckArticles();
        CheckCorrections();
        CheckSkips();
    }

    private Task<ServerProcess> Serve() => ServerProcess.Start(["--ledger", LedgerPath, "--model", "fast", "--urls", "http://127.0.0.1:0"]);

    /// <summary>Hands articles in, one after the other, until nobody answers any more.</summary>
    private async Task HandIn(ServerProcess server, CancellationToken end)
    {
        try
        {
            while (!end.IsCancellationRequested)
            {
                // Somebody looks on, too; and no more is handed in than can be read.
                await server.Client.GetStringAsync("/add", end);
                if (Waiting() >= MostWaiting)
                {
                    await Task.Delay(PollMilliseconds, end);
                    continue;
                }
                var number = Interlocked.Increment(ref _number);
                _articles[number] = false;
                if (await server.Add($"{Name(number)}.txt", TextOf(number), end))
                    _articles[number] = true;
                _answered.Release();
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // It was killed. What was not answered may be there or not, but not in halves.
        }
    }

    /// <summary>How many articles are in the ledger, by the server's own hand or left by one that was killed.</summary>
    private int Read()
    {
        using var ledger = new SqliteLedger(LedgerPath);
        return ledger.Count(ReadingQuery.All);
    }

    /// <summary>How many jobs nobody has begun to read.</summary>
    private int Waiting() =>
        Directory
            .EnumerateDirectories(Path.Combine(LedgerPath + ".work", "adding"))
            .Count(job => !File.Exists(Path.Combine(job, "log.jsonl")));

    /// <summary>Corrects and passes over until nobody answers any more; each has a number of its own in its reason, and none is sent twice.</summary>
    private async Task Correct(ServerProcess server, string[] records, CancellationToken end)
    {
        try
        {
            while (!end.IsCancellationRequested)
            {
                var number = Interlocked.Increment(ref _number);
                var isSkip = number % 4 == 0;
                var answers = isSkip ? _skipped : _said;
                answers[number] = null;
                var body = JsonSerializer.Serialize(
                    new
                    {
                        verb = isSkip ? "skip" : "accept",
                        // Two at a time: all of it or nothing.
                        records = isSkip
                            ? [records[number % records.Length]]
                            : new[] { records[number % records.Length], records[(number + 1) % records.Length] },
                        why = Name(number),
                    }
                );
                using var content = new StringContent(body, Encoding.UTF8, "application/json");
                using var answer = await server.Client.PostAsync("/api/v1/corrections", content, end);
                var text = await answer.Content.ReadAsStringAsync(end);
                Assert.True(answer.IsSuccessStatusCode, text);
                using var json = JsonDocument.Parse(text);
                answers[number] = json.RootElement.GetProperty("item").GetProperty("id").GetString();
                _answered.Release();
                _corrected.Release();
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // It was killed.
        }
    }

    /// <summary>Each article that was taken is there once; of those that were not answered none is there twice or in halves.</summary>
    private void CheckArticles()
    {
        using var ledger = new SqliteLedger(LedgerPath);
        var readings = ledger.Readings(ReadingQuery.All).ToList();
        var texts = readings.ToLookup(reading => reading.Article.Text.TrimEnd().TrimEnd('.').Split(' ')[^1], StringComparer.Ordinal);
        foreach (var (number, isTaken) in _articles)
        {
            var there = texts[Name(number)].Count();
            Assert.True(
                there == 1 || (there == 0 && !isTaken),
                $"article {number} was {(isTaken ? "" : "not ")}taken and is there {there} times"
            );
        }
        foreach (var article in readings.GroupBy(reading => reading.Article.Id))
        {
            Assert.Single(article);
            Assert.Single(ledger.History(article.Key), entry => entry.What is "added");
            Assert.DoesNotContain(ledger.History(article.Key), entry => entry.What is "version" or "read-anew");
        }
        // What the page tells of them is right too.
        foreach (var log in Directory.EnumerateFiles(LedgerPath + ".work", "log.jsonl", SearchOption.AllDirectories))
        {
            var lines = File.ReadAllLines(log).Select(WorkJson.Read<AddedArticle>).OfType<AddedArticle>().ToList();
            Assert.Equal(["added", "end"], lines.Select(line => line.What));
        }
    }

    /// <summary>Each correction that was answered is in the log once, under its id and with both its records; no other is there by half.</summary>
    private void CheckCorrections()
    {
        using var ledger = new SqliteLedger(LedgerPath);
        var log = ledger.Corrections();
        Assert.Equal(log.Length, log.Select(one => one.Id).Distinct().Count());
        var reasons = log.ToLookup(one => one.Why, StringComparer.Ordinal);
        foreach (var (number, id) in _said)
        {
            var there = reasons[Name(number)].ToList();
            Assert.True(there.Count == 2 || (there.Count == 0 && id is null), $"correction {number} ({id}) is there {there.Count} times");
            if (id is not null)
                Assert.All(there, one => Assert.Equal(id, one.Batch));
        }
        Assert.All(log, one => Assert.Equal(CorrectionVerb.Accept, one.Verb));
    }

    private void CheckSkips()
    {
        var lines = File.Exists(Path.Combine(LedgerPath + ".work", "skips.jsonl"))
            ? File.ReadAllLines(Path.Combine(LedgerPath + ".work", "skips.jsonl"))
            : [];
        var reasons = lines.Select(WorkJson.Read<Skip>).OfType<Skip>().ToLookup(skip => skip.Why, StringComparer.Ordinal);
        foreach (var (number, id) in _skipped)
        {
            var there = reasons[Name(number)].Count();
            Assert.True(there == 1 || (there == 0 && id is null), $"skip {number} ({id}) is there {there} times");
        }
    }

    private static async Task AllRead(ServerProcess server)
    {
        while (true)
        {
            var jobs = await server.Client.GetStringAsync("/api/v1/adding", Cancel);
            if (
                !jobs.Contains("\"state\":\"waiting\"", StringComparison.Ordinal)
                && !jobs.Contains("\"state\":\"reading\"", StringComparison.Ordinal)
            )
                return;
            await Task.Delay(50, Cancel);
        }
    }

    /// <summary>Records that can be corrected, by the names that forms have; of those with one evidence only one, since what is said of both at once is one entry of the log.</summary>
    private string[] Records()
    {
        using var ledger = new SqliteLedger(LedgerPath);
        return
        [
            .. ledger
                .Readings(ReadingQuery.All)
                .SelectMany(reading =>
                    reading.Statements.DistinctBy(one => one.Evidence[0]).Select(one => $"{reading.Article.Id[..16]}/{one.Id}")
                ),
        ];
    }

    private static string TextOf(int number) =>
        $"Russia promised on Tuesday to sharply reduce military operations near Kyiv, its envoy said. Ukraine's army shelled positions near Donetsk on Monday, officials said. This is report number {Name(number)}.";

    private static string Name(int number) => number.ToString("000000", CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _answered.Dispose();
        _corrected.Dispose();
        _folder.Dispose();
    }
}
