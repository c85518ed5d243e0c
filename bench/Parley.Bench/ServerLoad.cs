using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Parley.Eval;

namespace Parley.Bench;

/// <summary>
/// A workbench under load: its first view, then so many requests a second over all screens whether answers come or not, alone and while articles are
/// added. The server is a process of its own; it and this program share the machine.
/// </summary>
internal static partial class ServerLoad
{
    private const int Seconds = 60;
    private const int Rate = 20;
    private const int Added = 1000;

    private static readonly string[] s_screens =
    [
        "/",
        "/board",
        "/board?view=table",
        "/matrix",
        "/timeline",
        "/map",
        "/claims",
        "/figures",
        "/stories",
        "/articles",
        "/sources",
        "/queue",
        "/search?q=government+peace",
        "/api/v1/board?limit=20",
        "/api/v1/queue?limit=20",
        "/board?party=RUS",
    ];

    /// <summary>Measures and writes the figures down.</summary>
    /// <param name="ledger">The ledger; articles are added to a copy of it.</param>
    /// <param name="corpus">JSON Lines of articles to add, packed by gzip.</param>
    public static async Task Run(string ledger, string corpus)
    {
        var scratch = Directory.CreateTempSubdirectory("parley-load-").FullName;
        var file = Path.Combine(scratch, "ledger.db");
        File.Copy(ledger, file);
        var rows = new List<string[]>();
        Environment.SetEnvironmentVariable(Parley.Cli.TestimonyFolder.Switch, "off");
        using var server = Start(file);
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri(await Address(server)), Timeout = TimeSpan.FromMinutes(5) };
            var watch = Stopwatch.StartNew();
            var brief = await client.GetStringAsync("/");
            rows.Add(["first view of the brief, just started, ms", Figure(watch.Elapsed.TotalMilliseconds)]);
            foreach (var screen in s_screens)
                await client.GetAsync(screen);
            rows.Add(["each screen asked once, s", Figure(watch.Elapsed.TotalSeconds)]);
            rows.Add(["weight of the board: page, style and script, KB", Figure(await Weight(client) / 1024.0)]);
            rows.AddRange(await Load(client, TimeSpan.FromSeconds(Seconds), $"{Rate} requests a second"));
            watch.Restart();
            await Add(client, corpus);
            rows.AddRange(await Load(client, TimeSpan.FromSeconds(Seconds), $"the same while {Added} articles are added"));
            rows.Add(["memory of the server, MB", Figure(Memory(server))]);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            Directory.Delete(scratch, recursive: true);
        }
        var table = new Table(
            $"The workbench over {Path.GetFileName(ledger)}, {Rate} requests a second over {s_screens.Length} addresses for {Seconds} s; evidence weighed by features alone.",
            ["what", "measured"],
            rows
        );
        Console.WriteLine(table.ToMarkdown());
        var numbers = NumbersFile.Open();
        numbers.Replace("server-load", "The workbench under load", [table]);
        numbers.Save();
    }

    private static Process Start(string ledger) =>
        Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    Path.Combine(AppContext.BaseDirectory, "Parley.Cli.dll"),
                    "serve",
                    "--ledger",
                    ledger,
                    "--urls",
                    "http://127.0.0.1:0",
                    "--model",
                    "fast",
                ]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;

    /// <summary>Where it listens, as it says when it is ready.</summary>
    private static async Task<string> Address(Process server)
    {
        var found = new TaskCompletionSource<string>();
        void Heard(object _, DataReceivedEventArgs line)
        {
            if (line.Data is { } text && LocalAddress().Match(text) is { Success: true } match)
                found.TrySetResult(match.Value);
        }
        server.OutputDataReceived += Heard;
        server.ErrorDataReceived += Heard;
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        return await found.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    private static async Task<long> Weight(HttpClient client)
    {
        var page = await client.GetByteArrayAsync("/board");
        var text = System.Text.Encoding.UTF8.GetString(page);
        long sum = page.Length;
        foreach (Match asset in Asset().Matches(text))
            sum += (await client.GetByteArrayAsync(asset.Groups[1].Value)).Length;
        return sum;
    }

    /// <summary>Requests at their times, whether the ones before were answered or not.</summary>
    private static async Task<List<string[]>> Load(HttpClient client, TimeSpan time, string what)
    {
        var (times, failed) = (new ConcurrentBag<double>(), 0);
        var (watch, running) = (Stopwatch.StartNew(), new List<Task>());
        for (var number = 0; watch.Elapsed < time; number++)
        {
            var screen = s_screens[number % s_screens.Length];
            running.Add(
                Task.Run(async () =>
                {
                    var one = Stopwatch.StartNew();
                    try
                    {
                        using var answer = await client.GetAsync(screen);
                        await answer.Content.ReadAsByteArrayAsync();
                        if (!answer.IsSuccessStatusCode)
                            Interlocked.Increment(ref failed);
                    }
                    catch (HttpRequestException)
                    {
                        Interlocked.Increment(ref failed);
                    }
                    times.Add(one.Elapsed.TotalMilliseconds);
                })
            );
            var next = TimeSpan.FromSeconds((number + 1.0) / Rate) - watch.Elapsed;
            if (next > TimeSpan.Zero)
                await Task.Delay(next);
        }
        await Task.WhenAll(running);
        var sorted = times.Order().ToArray();
        return
        [
            [$"{what}: median, ms", Figure(sorted[sorted.Length / 2])],
            [$"{what}: p95, ms", Figure(sorted[(int)(sorted.Length * 0.95)])],
            [$"{what}: failed", failed.ToString(CultureInfo.InvariantCulture)],
        ];
    }

    /// <summary>Hands articles in by the form of the page.</summary>
    private static async Task Add(HttpClient client, string corpus)
    {
        var page = await client.GetStringAsync("/add");
        var token = Token().Match(page);
        using var packed = new System.IO.Compression.GZipStream(File.OpenRead(corpus), System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(packed);
        var lines = new List<string>();
        while (lines.Count < Added && await reader.ReadLineAsync() is { } line)
            lines.Add(line);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token.Groups[2].Value), token.Groups[1].Value },
            { new StringContent(string.Join('\n', lines)), "files", "articles.jsonl" },
        };
        using var answer = await client.PostAsync("/add", form);
        answer.EnsureSuccessStatusCode();
    }

    private static double Memory(Process server)
    {
        server.Refresh();
        return server.PeakWorkingSet64 / 1048576.0;
    }

    private static string Figure(double value) => value.ToString(value < 100 ? "N1" : "N0", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex LocalAddress();

    [GeneratedRegex("(?:href|src)=\"(/assets/[^\"]+\\.(?:css|js)[^\"]*)\"")]
    private static partial Regex Asset();

    [GeneratedRegex("name=\"([^\"]*token)\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
