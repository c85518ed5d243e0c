using System.Globalization;
using System.Net;
using Parley.Intake;
using Parley.Intake.Addresses;
using Xunit;
using static Parley.Tests.Intake.Samples;

namespace Parley.Tests.Intake;

public sealed class AddressTests
{
    private static readonly DateTimeOffset s_now = new(2022, 4, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = s_now;

    private AddressFetcher Fetcher(bool allowsPrivate = true, FetchOptions? options = null) =>
        new((options ?? new FetchOptions()) with { AllowsPrivate = allowsPrivate, Clock = new IntakeClock(() => _now, Wait) });

    private void Wait(TimeSpan time)
    {
        _waits.Add(time);
        _now += time;
    }

    private static List<TakenIn> Take(AddressFetcher fetcher, AddressBook? book, params string[] names)
    {
        var options = new InputOptions
        {
            Fetcher = fetcher,
            Book = book,
            Now = () => s_now,
        };
        return [.. InputFiles.Open(names, options).Select(new DocumentReader().Read)];
    }

    private List<TakenIn> Take(params string[] names)
    {
        using var fetcher = Fetcher();
        return Take(fetcher, null, names);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f.1:{0}/")]
    public void This_computer_is_not_asked_unless_that_is_allowed(string address)
    {
        using var server = new LocalServer(_ => LocalServer.Ok(Html()));
        using var fetcher = Fetcher(allowsPrivate: false);
        var taken = Assert.Single(
            Take(fetcher, null, address.Replace("{0}", server.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
        );
        Assert.Equal("PRL0161", taken.Skipped!.Code);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_name_is_resolved_once_for_a_connection_and_what_it_gave_is_what_is_checked()
    {
        using var server = new LocalServer(_ => LocalServer.Ok(Html()));
        var asked = 0;
        // Public the first time and this computer from then on: a second look would lead there.
        var options = new FetchOptions
        {
            LongestWait = TimeSpan.FromMilliseconds(500),
            Resolve = (_, _) => Task.FromResult(new[] { asked++ == 0 ? IPAddress.Parse("192.0.2.1") : IPAddress.Loopback }),
        };
        using var fetcher = Fetcher(allowsPrivate: false, options);
        Assert.Equal("PRL0161", Assert.Single(Take(fetcher, null, $"http://rebind.example:{server.Port}/")).Skipped!.Code);
        Assert.Empty(server.Requests);
        Assert.Equal(2, asked);
    }

    [Fact]
    public void A_page_is_fetched_once_and_not_again_while_it_has_not_changed()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Root, "talks.addresses.json");
        using var server = new LocalServer(request =>
            request.Path != "/a" ? LocalServer.Missing
            : request.Header("If-None-Match") == "\"7\"" ? LocalServer.Reply(304, [])
            : LocalServer.Ok(Html(), headers: "ETag: \"7\"\r\nLast-Modified: Wed, 30 Mar 2022 10:00:00 GMT\r\n")
        );
        var book = new AddressBook(file);
        using (var fetcher = Fetcher())
            Assert.Equal(server.Root + "/a", Assert.Single(Take(fetcher, book, server.Root + "/a")).Document!.Url);
        Assert.Null(book.Save());
        var later = new AddressBook(file);
        Assert.Null(later.Load());
        using (var fetcher = Fetcher())
        {
            var again = Assert.Single(Take(fetcher, later, server.Root + "/a"));
            Assert.Equal((null, null), (again.Document, again.Skipped));
        }
        Assert.Equal("Wed, 30 Mar 2022 10:00:00 GMT", server.Requests.Last().Header("If-Modified-Since"));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public void What_is_sent_packed_is_unpacked(string coding)
    {
        var packed = new MemoryStream();
        using (
            Stream stream =
                coding == "br"
                    ? new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true)
                    : new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true)
        )
            stream.Write(Utf8(Html()));
        using var server = new LocalServer(_ => LocalServer.Reply(200, packed.ToArray(), headers: $"Content-Encoding: {coding}\r\n"));
        Assert.Contains(Story, Assert.Single(Take(server.Root + "/a")).Document!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        var bomb = Zeros(60_000_000);
        using var server = new LocalServer(request =>
            request.Path == "/robots.txt" ? LocalServer.Missing : LocalServer.Reply(200, bomb, headers: "Content-Encoding: gzip\r\n")
        );
        Assert.Equal("PRL0034", Assert.Single(Take(server.Root + "/a")).Skipped!.Code);
    }

    [Fact]
    public void Robots_files_are_heeded_by_the_longest_rule_of_our_own_group()
    {
        const string robots =
            "User-agent: *\nDisallow: /\n\nUser-agent: parley # us\nDisallow: /private\nAllow: /private/*/open$\nDisallow:\nCrawl-delay: 7\n";
        using var server = new LocalServer(request =>
            request.Path == "/robots.txt" ? LocalServer.Ok(robots, "text/plain") : LocalServer.Ok(Html())
        );
        var taken = Take(server.Root + "/a", server.Root + "/private/b", server.Root + "/private/x/open", server.Root + "/private/x/open2");
        Assert.Equal([null, "PRL0162", null, "PRL0162"], taken.Select(one => one.Skipped?.Code));
        Assert.Equal(["/a", "/private/x/open"], server.Paths);
        Assert.Single(server.Requests, request => request.Path == "/robots.txt");
        // A second after the rules, and then as long as the server asks.
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(7)], _waits);
    }

    [Fact]
    public void Rules_that_the_server_cannot_give_forbid_all()
    {
        using var server = new LocalServer(request => request.Path == "/robots.txt" ? LocalServer.Reply(500, []) : LocalServer.Ok(Html()));
        Assert.Equal("PRL0162", Assert.Single(Take(server.Root + "/a")).Skipped!.Code);
    }

    [Fact]
    public void Redirects_are_followed_five_times_and_only_to_the_web()
    {
        using var server = new LocalServer(request =>
            request.Path switch
            {
                "/robots.txt" => LocalServer.Missing,
                "/file" => LocalServer.Reply(302, [], headers: "Location: file:///etc/passwd\r\n"),
                "/user" => LocalServer.Reply(302, [], headers: "Location: http://me:secret@127.0.0.1/\r\n"),
                "/5" => LocalServer.Ok(Html()),
                { } path => LocalServer.Reply(301, [], headers: $"Location: /{int.Parse(path[1..], CultureInfo.InvariantCulture) + 1}\r\n"),
            }
        );
        Assert.Equal(
            [null, "PRL0166", "PRL0160", "PRL0160"],
            Take(server.Root + "/0", server.Root + "/-1", server.Root + "/file", server.Root + "/user").Select(one => one.Skipped?.Code)
        );
    }

    [Fact]
    public void A_redirect_to_this_computer_is_refused()
    {
        using var server = new LocalServer(request =>
            request.Path == "/a" ? LocalServer.Reply(302, [], headers: "Location: http://inner.example:1/\r\n") : LocalServer.Missing
        );
        // The first host is taken for a public one, to stand for a server of the web; the second is what its name says.
        var options = new FetchOptions
        {
            IsPublic = address => address.Equals(IPAddress.Loopback),
            Resolve = (host, _) => Task.FromResult(new[] { host == "outer.example" ? IPAddress.Loopback : IPAddress.Parse("10.0.0.1") }),
        };
        using var fetcher = Fetcher(allowsPrivate: false, options);
        Assert.Equal("PRL0161", Assert.Single(Take(fetcher, null, $"http://outer.example:{server.Port}/a")).Skipped!.Code);
        Assert.Equal(["/a"], server.Paths);
    }

    [Theory]
    [InlineData(404, "", "PRL0163")]
    [InlineData(429, "Retry-After: 90\r\n", "PRL0167")]
    [InlineData(503, "Retry-After: Fri, 01 Apr 2022 12:01:31 GMT\r\n", "PRL0167")]
    public void Answers_without_a_page_are_named(int status, string headers, string code)
    {
        using var server = new LocalServer(request =>
            request.Path == "/robots.txt" ? LocalServer.Missing : LocalServer.Reply(status, [], headers: headers)
        );
        var taken = Assert.Single(Take(server.Root + "/a"));
        Assert.Equal(code, taken.Skipped!.Code);
        if (code == "PRL0167")
            Assert.Contains("in 90 seconds", taken.Skipped.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://")]
    [InlineData("http://user:word@p.example/")]
    public void What_is_no_address_is_named(string address) => Assert.Equal("PRL0160", Assert.Single(Take(address)).Skipped!.Code);

    [Fact]
    public void A_server_that_says_nothing_is_given_up()
    {
        using var silence = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        silence.Start();
        using var fetcher = Fetcher(options: new FetchOptions { LongestWait = TimeSpan.FromMilliseconds(200) });
        var taken = Assert.Single(Take(fetcher, null, $"http://127.0.0.1:{((IPEndPoint)silence.LocalEndpoint).Port}/"));
        Assert.Contains(taken.Skipped!.Code, (string[])["PRL0165", "PRL0162"]);
    }

    [Fact]
    public void A_list_of_addresses_is_fetched_where_its_name_says_so()
    {
        using var folder = new TemporaryFolder();
        using var server = new LocalServer(request =>
            request.Path == "/robots.txt" ? LocalServer.Missing : LocalServer.Ok(Html(request.Path))
        );
        var list = folder.Write("list.txt", Utf8($"# two\n{server.Root}/a\n\n{server.Root}/b\n{server.Root}/a\n"));
        Assert.Equal([server.Root + "/a", server.Root + "/b"], Take("@" + list).Select(one => one.Document!.Source));
        Assert.Equal("PRL0038", Assert.Single(Take(list)).Skipped!.Code);
    }

    [Fact]
    public void Lists_and_tables_of_GDELT_lead_to_the_articles_in_them()
    {
        byte[]? table = null;
        using var server = new LocalServer(request =>
            request.Path switch
            {
                "/robots.txt" => LocalServer.Missing,
                "/20220330101500.export.CSV.zip" => LocalServer.Reply(200, table!, "application/zip"),
                "/a" or "/b" => LocalServer.Ok(Html(request.Path)),
                _ => LocalServer.Missing,
            }
        );
        string Row(string number, string address) => $"{number}\t{string.Join('\t', Enumerable.Repeat("", 59))}\t{address}\n";
        table = Zip(
            (
                "20220330101500.export.CSV",
                Utf8(
                    Row("1", server.Root + "/a") + Row("2", server.Root + "/a") + Row("3", server.Root + "/b") + Row("4", "BBC Monitoring")
                )
            )
        );
        using var folder = new TemporaryFolder();
        var sum = new string('0', 32);
        var list = folder.Write(
            "lastupdate.txt",
            Utf8($"100 {sum} {server.Root}/20220330101500.export.CSV.zip\n100 {sum} {server.Root}/20220330101500.gkg.csv.zip\n")
        );
        Assert.Equal([server.Root + "/a", server.Root + "/b"], Take("@" + list).Select(one => one.Document!.Source));
        var mention = $"1\t2\t3\t1\tp.example\t{server.Root}/b\t{string.Join('\t', Enumerable.Repeat("", 10))}\n";
        Assert.Equal(server.Root + "/b", Assert.Single(Take("@" + folder.Write("x.mentions.CSV", Utf8(mention)))).Document!.Source);
    }

    [Fact]
    public void An_archive_at_an_address_is_read_as_it_comes()
    {
        byte[] archive =
        [
            .. Gzip(Record(Answer(Utf8(Html("First"))))),
            .. Gzip(Record(Answer(Utf8(Html("Second"))), address: "https://p.example/2")),
        ];
        using var server = new LocalServer(request =>
            request.Path == "/robots.txt" ? LocalServer.Missing : LocalServer.Reply(200, archive, "application/gzip")
        );
        Assert.Equal(["https://p.example/1", "https://p.example/2"], Take(server.Root + "/crawl.warc.gz").Select(one => one.Document!.Url));
    }

    [Fact]
    public void Without_a_fetcher_no_address_is_asked() =>
        Assert.Equal(
            "PRL0168",
            new DocumentReader().Read(Assert.Single(InputFiles.Open("https://p.example/", () => Stream.Null))).Skipped!.Code
        );
}
