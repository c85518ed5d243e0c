using Parley.Intake;
using Parley.Intake.Addresses;
using Parley.Intake.Watch;
using Xunit;
using static Parley.Tests.Intake.Samples;

namespace Parley.Tests.Intake;

public sealed class WatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private DateTimeOffset _now = new(2022, 4, 1, 12, 0, 0, TimeSpan.Zero);

    public void Dispose() => _folder.Dispose();

    /// <summary>Polls as a run of its own does, and keeps what was seen.</summary>
    private List<TakenIn> Poll(string feed, bool keeps = true)
    {
        var state = new FeedState(Path.Combine(_folder.Root, "talks.db.watch.json"));
        Assert.Null(state.Load());
        using var fetcher = new AddressFetcher(
            new FetchOptions { AllowsPrivate = true, Clock = new IntakeClock(() => _now, time => _now += time) }
        );
        var watch = new FeedWatch(state, fetcher, TimeSpan.FromMinutes(15));
        if (watch.Rests(feed) is not null)
            return [];
        var taken = new List<TakenIn>();
        foreach (var input in watch.Poll(feed))
        {
            taken.Add(new DocumentReader().Read(input.Input));
            if (keeps)
                watch.Done(input);
        }
        Assert.Null(state.Save());
        return taken;
    }

    private static string Rss(params IEnumerable<string> links) =>
        $"<rss><channel><title>Herald</title>{string.Concat(links.Select(link => $"<item><title>T</title><link>{link}</link><pubDate>Wed, 30 Mar 2022 10:15:00 GMT</pubDate><description>{Story}</description></item>"))}</channel></rss>";

    [Fact]
    public void What_is_new_is_fetched_once()
    {
        var links = new List<string>();
        using var server = new LocalServer(request =>
            request.Path switch
            {
                "/robots.txt" => LocalServer.Missing,
                "/feed" => LocalServer.Ok(Rss(links), "application/rss+xml"),
                _ => LocalServer.Ok(Html(request.Path)),
            }
        );
        links.Add(server.Root + "/1");
        Assert.Equal(server.Root + "/1", Assert.Single(Poll(server.Root + "/feed")).Document!.Url);
        Assert.Empty(Poll(server.Root + "/feed"));
        links.Insert(0, server.Root + "/2");
        Assert.Equal(server.Root + "/2", Assert.Single(Poll(server.Root + "/feed")).Document!.Url);
        Assert.Equal(["/feed", "/1", "/feed", "/feed", "/2"], server.Paths);
    }

    [Fact]
    public void What_was_not_kept_before_a_run_ended_is_fetched_again()
    {
        using var server = new LocalServer(request =>
            request.Path == "/feed" ? LocalServer.Ok(Rss("http://" + request.Header("Host") + "/1"), headers: "ETag: \"1\"\r\n")
            : request.Path == "/1" ? LocalServer.Ok(Html())
            : LocalServer.Missing
        );
        Assert.Single(Poll(server.Root + "/feed", keeps: false));
        File.Delete(Path.Combine(_folder.Root, "talks.db.watch.json"));
        Assert.Single(Poll(server.Root + "/feed"));
    }

    [Fact]
    public void A_feed_that_has_not_changed_is_not_sent_again()
    {
        using var server = new LocalServer(request =>
            request.Path == "/robots.txt" ? LocalServer.Missing
            : request.Header("If-None-Match") == "W/\"1\"" ? LocalServer.Reply(304, [])
            : LocalServer.Ok(
                $"<rss><channel><item><guid>1</guid><description>{Story}</description></item></channel></rss>",
                headers: "ETag: W/\"1\"\r\n"
            )
        );
        Assert.Equal(Story, Assert.Single(Poll(server.Root + "/feed")).Document!.Text);
        Assert.Empty(Poll(server.Root + "/feed"));
        Assert.Equal("W/\"1\"", server.Requests.Last().Header("If-None-Match"));
    }

    [Fact]
    public void A_feed_that_fails_is_left_alone_longer_each_time()
    {
        using var server = new LocalServer(request => request.Path == "/robots.txt" ? LocalServer.Missing : LocalServer.Reply(500, []));
        Assert.Equal("PRL0163", Assert.Single(Poll(server.Root + "/feed")).Skipped!.Code);
        _now += TimeSpan.FromMinutes(29);
        Assert.Empty(Poll(server.Root + "/feed"));
        _now += TimeSpan.FromMinutes(2);
        Assert.Single(Poll(server.Root + "/feed"));
        _now += TimeSpan.FromMinutes(59);
        Assert.Empty(Poll(server.Root + "/feed"));
        Assert.Equal(2, server.Paths.Count());
    }

    [Fact]
    public void A_server_that_asks_to_be_left_alone_is()
    {
        using var server = new LocalServer(request =>
            request.Path == "/robots.txt" ? LocalServer.Missing : LocalServer.Reply(429, [], headers: "Retry-After: 36000\r\n")
        );
        Assert.Equal("PRL0167", Assert.Single(Poll(server.Root + "/feed")).Skipped!.Code);
        _now += TimeSpan.FromHours(9.9);
        Assert.Empty(Poll(server.Root + "/feed"));
        _now += TimeSpan.FromHours(0.2);
        Assert.Single(Poll(server.Root + "/feed"));
    }

    [Fact]
    public void An_article_that_cannot_be_had_is_tried_again_and_at_last_read_from_the_feed()
    {
        using var server = new LocalServer(request =>
            request.Path == "/robots.txt" ? LocalServer.Missing
            : request.Path == "/feed" ? LocalServer.Ok(Rss("http://" + request.Header("Host") + "/1"), headers: "ETag: \"1\"\r\n")
            : LocalServer.Reply(503, [])
        );
        for (var i = 0; i < 4; i++)
            Assert.Equal("PRL0167", Assert.Single(Poll(server.Root + "/feed")).Skipped!.Code);
        var last = Assert.Single(Poll(server.Root + "/feed"));
        Assert.Equal((Story, "2022-03-30T10:15:00Z"), (last.Document!.Text, last.Document.Published));
        Assert.Equal("PRL0167", Assert.Single(last.Notices).Code);
        Assert.Empty(Poll(server.Root + "/feed"));
    }

    [Fact]
    public void Lists_of_sitemaps_lead_to_what_changed_of_late()
    {
        using var server = new LocalServer(request =>
        {
            var root = "http://" + request.Header("Host");
            return request.Path switch
            {
                "/robots.txt" => LocalServer.Missing,
                "/index.xml" => LocalServer.Ok(
                    $"<sitemapindex><sitemap><loc>{root}/new.xml</loc><lastmod>2022-04-01</lastmod></sitemap><sitemap><loc>{root}/old.xml</loc><lastmod>2021-01-01</lastmod></sitemap></sitemapindex>"
                ),
                "/new.xml" => LocalServer.Ok(
                    $"<urlset><url><loc>{root}/a</loc><lastmod>2022-03-31</lastmod></url><url><loc>{root}/b</loc><lastmod>2022-01-31</lastmod></url></urlset>"
                ),
                _ => LocalServer.Ok(Html(request.Path)),
            };
        });
        Assert.Equal(server.Root + "/a", Assert.Single(Poll(server.Root + "/index.xml")).Document!.Url);
        Assert.Equal(["/index.xml", "/new.xml", "/a"], server.Paths);
    }

    [Fact]
    public void What_is_no_feed_is_named()
    {
        using var server = new LocalServer(request => request.Path == "/robots.txt" ? LocalServer.Missing : LocalServer.Ok(Html()));
        Assert.Equal("PRL0170", Assert.Single(Poll(server.Root + "/feed")).Skipped!.Code);
    }

    [Fact]
    public void Feeds_are_named_by_addresses_and_files()
    {
        var opml = _folder.Write("feeds.opml", Utf8("<opml><body><outline xmlUrl=\"https://p.example/f\"/></body></opml>"));
        var list = _folder.Write("feeds.txt", Utf8("https://p.example/g\n# no\nhttps://p.example/f\n"));
        var other = _folder.Write("other.txt", Utf8("Nothing."));
        var (feeds, problems) = FeedList.Read([opml, list, "https://p.example/h", other, "/no/such"]);
        Assert.Equal(["https://p.example/f", "https://p.example/g", "https://p.example/h"], feeds);
        Assert.Equal(["PRL0170", "PRL0020"], problems.Select(problem => problem.Code));
    }

    [Fact]
    public void A_state_file_that_is_damaged_is_named_and_left_as_it_is()
    {
        var file = _folder.Write("state.json", Utf8("{\"x\": "));
        Assert.Equal("PRL0171", new FeedState(file).Load()!.Code);
        Assert.Equal("{\"x\": ", File.ReadAllText(file));
    }
}
