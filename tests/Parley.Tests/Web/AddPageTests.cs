using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Parley.Intake.Addresses;
using Parley.Ledger;
using Parley.Tests.Intake;
using Parley.Web.Server;
using Xunit;

namespace Parley.Tests.Web;

public sealed class AddPageTests
{
    private const string Story =
        "KYIV, March 29 (Reuters) - Russia promised on Tuesday to sharply reduce military operations near Kyiv. The mayor said that he did not believe it.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pasted_text_is_read_with_what_was_said_of_it()
    {
        await using var bench = await WorkbenchFixture.Empty();
        Assert.Contains("Add articles", await bench.Get("/add"), StringComparison.Ordinal);
        var sent = await bench.Upload([], ("text", Story), ("outlet", "Reuters"), ("title", "A pledge"), ("published", "2022-03-29"));
        Assert.Equal((302, "/add#jobs"), (sent.Status, sent.Place));
        await bench.AllRead();
        using var ledger = bench.Open();
        var article = Assert.Single(ledger.Articles(ReadingQuery.All));
        Assert.Equal(("Reuters", "A pledge", "2022-03-29"), (article.Publisher, article.Title, article.Published));
        Assert.StartsWith("pasted ", article.Source, StringComparison.Ordinal);
        Assert.Equal("tester", Assert.Single(ledger.History()).Note.By);
    }

    [Fact]
    public async Task Files_are_read_one_by_one_and_each_failure_has_its_reason()
    {
        await using var bench = await WorkbenchFixture.Empty();
        await bench.Upload([
            ("one.txt", Encoding.UTF8.GetBytes(Story)),
            ("../../etc/again.txt", Encoding.UTF8.GetBytes(Story)),
            ("empty.txt", []),
            ("lines.jsonl", Encoding.UTF8.GetBytes($$"""{"id": "x1", "text": "{{Story}} Two."}""" + "\n{broken\n")),
            ("page.html.gz", Packed($"<html><body><article><h1>Pledge</h1><p>{Story} Three.</p></article></body></html>")),
            ("image.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 1]),
        ]);
        using var jobs = JsonDocument.Parse(await bench.AllRead());
        var job = jobs.RootElement.GetProperty("items")[0];
        using var whole = JsonDocument.Parse(await bench.Get($"/api/v1/adding/{job.GetProperty("id").GetString()}"));
        var articles = whole.RootElement.GetProperty("item").GetProperty("articles").EnumerateArray().ToList();
        Assert.Equal(
            [
                "one.txt added",
                "again.txt already there",
                "empty.txt skipped",
                "x1 added",
                "lines.jsonl:2 skipped",
                "page.html.gz added",
                "image.png skipped",
            ],
            articles.Select(one =>
                $"{(one.GetProperty("name").GetString() == "lines.jsonl:1" ? "x1" : one.GetProperty("name").GetString())} {one.GetProperty("what").GetString()}"
            )
        );
        foreach (var failed in articles.Where(one => one.GetProperty("what").GetString() == "skipped"))
            Assert.StartsWith("PRL00", failed.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Work, whole.RootElement.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(
            (3, 1, 3),
            (job.GetProperty("added").GetInt32(), job.GetProperty("present").GetInt32(), job.GetProperty("failed").GetInt32())
        );
        Assert.Contains("lines.jsonl:2", await bench.Get("/add"), StringComparison.Ordinal);
        Assert.Contains("again.txt", await bench.Get($"/add/{job.GetProperty("id").GetString()}"), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(bench.Work, "adding"), "f0*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Archives_tables_and_feeds_are_read_under_the_names_that_they_came_with()
    {
        await using var bench = await WorkbenchFixture.Empty();
        var feed = $"<rss><channel><item><guid>1</guid><description>{Story} Three.</description></item></channel></rss>";
        await bench.Upload([
            ("news.zip", Intake.Samples.Zip(("../a.txt", Encoding.UTF8.GetBytes(Story)), ("b.xml", Encoding.UTF8.GetBytes(feed)))),
            ("table.csv", Encoding.UTF8.GetBytes($"title,text\nA,\"{Story} Two.\"\n")),
            ("list.txt", Encoding.UTF8.GetBytes("http://127.0.0.1:1/a\n")),
        ]);
        using var jobs = JsonDocument.Parse(await bench.AllRead());
        var id = jobs.RootElement.GetProperty("items")[0].GetProperty("id").GetString();
        using var whole = JsonDocument.Parse(await bench.Get($"/api/v1/adding/{id}"));
        Assert.Equal(
            ["news.zip/a.txt added", "news.zip/b.xml:1 added", "table.csv:2 added", "list.txt skipped"],
            whole
                .RootElement.GetProperty("item")
                .GetProperty("articles")
                .EnumerateArray()
                .Select(one => $"{one.GetProperty("name").GetString()} {one.GetProperty("what").GetString()}")
        );
        Assert.DoesNotContain(bench.Work, whole.RootElement.GetRawText(), StringComparison.Ordinal);
        // Nothing that is handed in has the server ask another.
        Assert.Contains("PRL0038", whole.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_and_feeds_are_fetched_and_read()
    {
        LocalServer? self = null;
        using var web = self = new LocalServer(request =>
            request.Path switch
            {
                "/feed" => LocalServer.Ok(
                    $"<rss><channel><item><guid>1</guid><link>{self!.Root}/two</link></item></channel></rss>",
                    "application/rss+xml"
                ),
                "/one" or "/two" => LocalServer.Ok(
                    $"<html><body><article><h1>Pledge</h1><p>{Story} At {request.Path}.</p></article></body></html>"
                ),
                _ => LocalServer.Missing,
            }
        );
        await using var bench = await WorkbenchFixture.Empty(options =>
            options with
            {
                Fetching = new FetchOptions { AllowsPrivate = true, Gap = TimeSpan.Zero },
            }
        );
        Assert.Contains("name=\"addresses\"", await bench.Get("/add"), StringComparison.Ordinal);
        var sent = await bench.Upload(
            [("lines.txt", Encoding.UTF8.GetBytes($"{At("/three")}\n"))],
            ("addresses", $"{At("/one")}\r\n\r\n{At("/feed")}\r\n{At("/none")}")
        );
        Assert.Equal((302, "/add#jobs"), (sent.Status, sent.Place));
        await bench.AllRead();
        Assert.Equal(["lines.txt skipped", $"{At("/one")} added", $"{At("/two")} added", $"{At("/none")} skipped"], await Articles(bench));
        Assert.DoesNotContain("/three", web.Paths);
        using var ledger = bench.Open();
        Assert.Equal([At("/one"), At("/two")], ledger.Articles(ReadingQuery.All).Select(article => article.Url).Order());

        string At(string path) => web.Root + path;
    }

    [Fact]
    public async Task Addresses_of_the_servers_own_network_are_refused()
    {
        using var web = new LocalServer(_ => LocalServer.Ok(Story));
        await using var bench = await WorkbenchFixture.Empty();
        await bench.Upload(
            [],
            ("addresses", $"{web.Root}/a\nhttp://localhost:{web.Port}/b\nhttp://[::1]/\nhttp://169.254.169.254/latest\nhttp://10.0.0.1/")
        );
        using var jobs = JsonDocument.Parse(await bench.AllRead());
        var id = jobs.RootElement.GetProperty("items")[0].GetProperty("id").GetString();
        using var whole = JsonDocument.Parse(await bench.Get($"/api/v1/adding/{id}"));
        var articles = whole.RootElement.GetProperty("item").GetProperty("articles").EnumerateArray().ToList();
        Assert.Equal(5, articles.Count);
        Assert.All(articles, one => Assert.StartsWith("PRL0161", one.GetProperty("detail").GetString(), StringComparison.Ordinal));
        Assert.Empty(web.Requests);
    }

    [Fact]
    public async Task A_redirect_to_the_servers_own_network_is_refused()
    {
        using var web = new LocalServer(request =>
            request.Path == "/robots.txt"
                ? LocalServer.Missing
                : LocalServer.Reply(302, [], headers: "Location: http://10.0.0.1/inside\r\n")
        );
        // A loopback address stands for the web; all others of the kind stay what they are.
        await using var bench = await WorkbenchFixture.Empty(options =>
            options with
            {
                Fetching = new FetchOptions { IsPublic = IPAddress.IsLoopback, Gap = TimeSpan.Zero },
            }
        );
        await bench.Upload([], ("addresses", $"{web.Root}/out"));
        await bench.AllRead();
        Assert.Equal([$"{web.Root}/out skipped"], await Articles(bench));
        Assert.Equal(["/out"], web.Paths);
    }

    [Theory]
    [InlineData("ftp://herald.example/a")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("https://vera:secret@herald.example/")]
    [InlineData("https://herald.example/ https://harbour.example/")]
    public async Task A_line_that_is_no_address_is_said_and_nothing_is_taken(string line)
    {
        await using var bench = await WorkbenchFixture.Empty();
        var sent = await bench.Upload([], ("addresses", $"https://herald.example/\n{line}"));
        Assert.Equal(400, sent.Status);
        Assert.Contains("PRL0160", sent.Text, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(bench.Work, "adding")));
    }

    [Fact]
    public async Task What_was_handed_in_is_read_after_a_stop()
    {
        await using var bench = await WorkbenchFixture.Empty();
        await bench.Stop();
        // A model that cannot be opened: nothing is read, and nothing is lost.
        var open = bench.OpenReading;
        bench.OpenReading = () => throw new ProblemException(WebProblems.CannotAdd("no model"));
        await bench.Start();
        for (var i = 0; i < 3; i++)
            await bench.Upload([($"a{i}.txt", Encoding.UTF8.GetBytes($"{Story} Number {i}."))]);
        using (var ledger = bench.Open())
            Assert.Empty(ledger.Articles(ReadingQuery.All));
        await bench.Stop();
        // What a kill leaves: a line in halves, and an article that was kept and not noted.
        var first = Directory.EnumerateDirectories(Path.Combine(bench.Work, "adding")).Order(StringComparer.Ordinal).First();
        await File.WriteAllTextAsync(Path.Combine(first, "log.jsonl"), "{\"name\":\"a0.t", Cancel);
        bench.OpenReading = open;
        await bench.Start();
        using var jobs = JsonDocument.Parse(await bench.AllRead());
        Assert.All(jobs.RootElement.GetProperty("items").EnumerateArray(), job => Assert.Equal(1, job.GetProperty("added").GetInt32()));
        using var read = bench.Open();
        Assert.Equal(3, read.Articles(ReadingQuery.All).Length);
    }

    [Fact]
    public async Task It_stops_in_the_middle_of_a_job_within_ten_seconds_and_goes_on_where_it_was()
    {
        await using var bench = await WorkbenchFixture.Empty();
        await bench.Upload(Enumerable.Range(0, 60).Select(i => ($"a{i}.txt", Encoding.UTF8.GetBytes($"{Story} Number {i}."))));
        while (!(await bench.Get("/api/v1/adding")).Contains("\"state\":\"reading\"", StringComparison.Ordinal))
            await Task.Delay(10, Cancel);
        var clock = Stopwatch.StartNew();
        await bench.Stop();
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
        using (var ledger = bench.Open())
            Assert.InRange(ledger.Articles(ReadingQuery.All).Length, 1, 60);
        await bench.Start();
        using var jobs = JsonDocument.Parse(await bench.AllRead());
        var job = jobs.RootElement.GetProperty("items")[0];
        Assert.Equal((60, 60), (job.GetProperty("read").GetInt32(), job.GetProperty("added").GetInt32()));
        using var read = bench.Open();
        Assert.Equal(60, read.History().Length);
    }

    [Fact]
    public async Task Requests_are_answered_while_it_reads()
    {
        await using var bench = await WorkbenchFixture.Empty();
        await bench.Upload(Enumerable.Range(0, 60).Select(i => ($"a{i}.txt", Encoding.UTF8.GetBytes($"{Story} Number {i}."))));
        var asked = 0;
        while ((await bench.Get("/api/v1/adding")).Contains("\"state\":\"reading\"", StringComparison.Ordinal) || asked < 5)
        {
            await bench.Get("/board");
            asked++;
        }
        Assert.True(asked >= 5);
    }

    [Fact]
    public async Task Too_long_a_file_is_refused_and_nothing_is_kept_of_it()
    {
        await using var bench = await WorkbenchFixture.Empty();
        var sent = await bench.Upload([("long.txt", new byte[FormBodyBytes + 1])]);
        Assert.Equal(413, sent.Status);
        Assert.Contains("PRL0103", sent.Text, StringComparison.Ordinal);
        var many = await bench.Upload(Enumerable.Range(0, 201).Select(i => ($"a{i}.txt", new byte[] { 65 })));
        Assert.Equal(413, many.Status);
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(bench.Work, "adding")));
    }

    [Fact]
    public async Task Nothing_handed_in_is_said()
    {
        await using var bench = await WorkbenchFixture.Empty();
        var sent = await bench.Upload([], ("text", "  "));
        Assert.Equal(400, sent.Status);
        Assert.Contains("PRL0106", sent.Text, StringComparison.Ordinal);
        Assert.Equal(400, (await bench.Upload([], ("text", Story), ("published", "yesterday"))).Status);
    }

    [Fact]
    public async Task A_packed_file_does_not_unpack_without_end()
    {
        await using var bench = await WorkbenchFixture.Empty();
        var lines = string.Concat(Enumerable.Range(0, 20_050).Select(i => "{}\n"));
        await bench.Upload([("bomb.jsonl.gz", Packed(lines))]);
        using var jobs = JsonDocument.Parse(await bench.AllRead());
        var id = jobs.RootElement.GetProperty("items")[0].GetProperty("id").GetString();
        Assert.Equal(20_001, jobs.RootElement.GetProperty("items")[0].GetProperty("read").GetInt32());
        Assert.Contains("PRL0108", await bench.Get($"/api/v1/adding/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_reader_it_says_how_else()
    {
        await using var server = await WorkbenchServer.StartAsync(
            new ServerOptions
            {
                OpenLedger = () => new MemoryLedger(),
                LedgerName = "nothing",
                Urls = ["http://127.0.0.1:0"],
            },
            Cancel
        );
        using var client = new HttpClient { BaseAddress = server.Addresses[0] };
        Assert.Contains("parley add", await client.GetStringAsync("/add", Cancel), StringComparison.Ordinal);
    }

    /// <summary>What became of each article of the newest job.</summary>
    private static async Task<IEnumerable<string>> Articles(WorkbenchFixture bench)
    {
        using var jobs = JsonDocument.Parse(await bench.Get("/api/v1/adding"));
        var id = jobs.RootElement.GetProperty("items")[0].GetProperty("id").GetString();
        using var whole = JsonDocument.Parse(await bench.Get($"/api/v1/adding/{id}"));
        return
        [
            .. whole
                .RootElement.GetProperty("item")
                .GetProperty("articles")
                .EnumerateArray()
                .Select(one => $"{one.GetProperty("name").GetString()} {one.GetProperty("what").GetString()}"),
        ];
    }

    private const int FormBodyBytes = 10_000_000;

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
