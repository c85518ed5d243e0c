using System.Text;
using Parley.Intake;
using Parley.Intake.Feeds;
using Xunit;
using static Parley.Tests.Intake.Samples;

namespace Parley.Tests.Intake;

public sealed class FeedTests
{
    private static readonly DateTimeOffset s_now = new(2022, 4, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Wed, 30 Mar 2022 10:15:00 GMT", "2022-03-30T10:15:00Z")]
    [InlineData("Wed, 30 Mar 2022 10:15:00 +0300", "2022-03-30T10:15:00+03:00")]
    [InlineData("30 Mar 22 10:15 EST", "2022-03-30T10:15:00-05:00")]
    [InlineData("Mon, 30 March 2022 9:15:00 BST", "2022-03-30T09:15:00+01:00")]
    [InlineData("Mi, 30 Mar 2022 10:15:00 GMT", "2022-03-30T10:15:00Z")]
    [InlineData("Wed, 30 Mar 2022 10:15:00", "2022-03-30")]
    [InlineData("Wed, 30 Mar 2022 10:15:00 XYZ", "2022-03-30")]
    [InlineData("2022-03-30T10:15:00Z", "2022-03-30T10:15:00Z")]
    [InlineData("2022-03-30T10:15:00.123+02:00", "2022-03-30T10:15:00+02:00")]
    [InlineData("2022-03-30", "2022-03-30")]
    [InlineData("30.03.2022 10:15", "2022-03-30")]
    [InlineData("3/30/2022 10:15 AM", "2022-03-30")]
    [InlineData("March 30, 2022", "2022-03-30")]
    [InlineData("03/04/2021", null)]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT", null)]
    [InlineData("Wed, 30 Mar 2033 10:15:00 GMT", null)]
    [InlineData("Sat, 31 Feb 2022 10:15:00 GMT", null)]
    [InlineData("0000-00-00", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    public void Dates_are_read_as_feeds_write_them_and_unlikely_ones_are_none(string text, string? date) =>
        Assert.Equal(date, FeedDates.Read(text, s_now));

    private static string Rss(string items, string head = "<?xml version=\"1.0\"?>") =>
        $"{head}<rss version=\"2.0\" xmlns:content=\"x\" xmlns:dc=\"y\"><channel><title>Estmouth Herald</title><link>https://p.example/</link><image><title>Logo</title><url>https://p.example/i.png</url></image>{items}</channel></rss>";

    public static TheoryData<string> Formats =>
        [
            Rss(
                "<item><title>A &amp; B</title><link>https://p.example/1</link><guid isPermaLink=\"false\">g1</guid><pubDate>Wed, 30 Mar 2022 10:15:00 GMT</pubDate><dc:creator>Ann Ohm</dc:creator><description>&lt;p&gt;Text.&lt;/p&gt;</description></item>"
            ),
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Estmouth Herald</title><entry><id>g1</id><title type=\"html\">A &amp;amp; B</title><link rel=\"self\" href=\"https://p.example/self\"/><link href=\"https://p.example/1\"/><published>2022-03-30T10:15:00Z</published><updated>2022-03-31T10:15:00Z</updated><author><name>Ann Ohm</name></author><summary type=\"xhtml\"><div><p>Text.</p></div></summary></entry></feed>",
            "<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\"><channel rdf:about=\"https://p.example/\"><title>Estmouth Herald</title></channel><item rdf:about=\"g1\"><title>A &amp; B</title><link>https://p.example/1</link><dc:date>2022-03-30T10:15:00Z</dc:date><dc:creator>Ann Ohm</dc:creator><description>Text.</description></item></rdf:RDF>",
        ];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Items_are_read_from_RSS_Atom_and_RDF(string xml)
    {
        var feed = FeedReader.Read(xml);
        var item = Assert.Single(feed.Items);
        Assert.Equal((FeedKind.Feed, "Estmouth Herald"), (feed.Kind, feed.Title));
        Assert.Empty(feed.Faults);
        Assert.Equal(("https://p.example/1", "2022-03-30T10:15:00Z"), (item.Link, FeedDates.Read(item.Date, s_now)));
        Assert.Equal("Ann Ohm", item.Author);
        Assert.Contains(item.Title, (string?[])["A & B", "A &amp; B"]);
        Assert.Contains("Text.", item.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_JSON_feed_is_read()
    {
        const string json =
            """{"version": "https://jsonfeed.org/version/1.1", "title": "Estmouth Herald", "items": [{"id": "1", "url": "https://p.example/1", "title": "A", "content_html": "<p>Text.</p>", "date_published": "2022-03-30T10:15:00Z", "authors": [{"name": "Ann Ohm"}]}, {"id": 2, "content_text": "More."}]}""";
        var taken = Taking.Take("feed.json", Utf8(json));
        Assert.Equal(["Text.", "More."], taken.Select(one => one.Document!.Text));
        Assert.Equal(
            ("A", "Estmouth Herald", "Ann Ohm", "2022-03-30T10:15:00Z"),
            (taken[0].Document!.Title, taken[0].Document!.Publisher, taken[0].Document!.Byline, taken[0].Document!.Published)
        );
    }

    [Fact]
    public void Sitemaps_and_lists_are_read()
    {
        var map = FeedReader.Read(
            "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:news=\"n\"><url><loc> https://p.example/1?a=1&amp;b=2 </loc><lastmod>2022-03-31</lastmod><news:news><news:publication><news:name>Herald</news:name><news:language>en</news:language></news:publication><news:publication_date>2022-03-30</news:publication_date><news:title>A</news:title></news:news></url><url><loc>https://p.example/2</loc></url></urlset>"
        );
        Assert.Equal(FeedKind.Sitemap, map.Kind);
        Assert.Equal(
            ("https://p.example/1?a=1&b=2", "A", "2022-03-30", "Herald", false),
            (map.Items[0].Link, map.Items[0].Title, map.Items[0].Date, map.Items[0].Publisher, map.Items[0].IsPlainAddress)
        );
        Assert.True(map.Items[1].IsPlainAddress);
        var index = FeedReader.Read(
            "<sitemapindex><sitemap><loc>https://p.example/m1.xml</loc><lastmod>2022-03-31</lastmod></sitemap></sitemapindex>"
        );
        Assert.Equal(new NamedFeed("https://p.example/m1.xml", "2022-03-31"), Assert.Single(index.Feeds));
        var opml = FeedReader.Read(
            "<opml><body><outline text=\"News\"><outline text='A' type=\"rss\" xmlUrl='https://p.example/f?x=1&amp;y=2'/></outline></body></opml>"
        );
        Assert.Equal("https://p.example/f?x=1&y=2", Assert.Single(opml.Feeds).Address);
    }

    [Theory]
    [InlineData("<title>A&nbsp;&mdash; B & C</title>", "A — B & C", false)]
    [InlineData("<title>A\u0001\u0008B</title>", "AB", true)]
    [InlineData("<title><![CDATA[A < B]]></title>", "A < B", false)]
    [InlineData("<title>A <b>B</b></title>", "A B", false)]
    [InlineData("<title>A 3 < 4</title>", "A 3 < 4", true)]
    [InlineData("<title>A<br>B</title>", "AB", false)]
    public void What_XML_forbids_and_feeds_have_is_read(string title, string expected, bool isFault)
    {
        var feed = FeedReader.Read(
            Rss($"<item>{title}<link>https://p.example/1</link></item><item><title>Next</title><link>https://p.example/2</link></item>")
        );
        Assert.Equal(["https://p.example/1", "https://p.example/2"], feed.Items.Select(item => item.Link));
        Assert.Equal((expected, isFault), (feed.Items[0].Title, feed.Faults.Length > 0));
    }

    [Fact]
    public void A_feed_that_breaks_off_gives_what_it_has_and_says_so()
    {
        var feed = Rss(
            string.Concat(
                Enumerable
                    .Range(1, 5)
                    .Select(i => $"<item><title>T{i}</title><link>https://p.example/{i}</link><description>{Story}</description></item>")
            )
        );
        var taken = Taking.Take("feed.xml", Utf8(feed[..(feed.Length - 400)]));
        Assert.InRange(taken.Count, 4, 5);
        Assert.Equal("PRL0049", Assert.Single(taken[0].Notices).Code);
    }

    [Fact]
    public void Entities_that_would_expand_without_end_do_not()
    {
        const string bomb =
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>";
        var taken = Assert.Single(
            Taking.Take("feed.xml", Utf8(Rss("<item><title>&b;</title><description>&f; Text &b; here.</description></item>", bomb)))
        );
        Assert.Equal("&f; Text &b; here.", taken.Document!.Text);
        Assert.Contains(taken.Notices, notice => notice.Code == "PRL0049");
    }

    [Fact]
    public void Encodings_are_those_of_the_bytes_rather_than_of_the_words()
    {
        var bytes = Encoding.Latin1.GetBytes(
            Rss("<item><title>A</title><description>Caf\u00e9 talks.</description></item>", "<?xml version=\"1.0\" encoding=\"utf-8\"?>")
        );
        Assert.Equal("Café talks.", Taking.TextOf("feed.xml", bytes));
    }

    [Fact]
    public void A_feed_in_a_file_is_read_from_its_own_texts_and_its_dates_are_told_where_they_lie()
    {
        var feed = Rss(
            $"<item><title>T</title><link>https://p.example/1</link><pubDate>Wed, 30 Mar 2033 10:15:00 GMT</pubDate><content:encoded><![CDATA[<p>{Story}</p><p>The other side agreed on Monday.</p>]]></content:encoded><description>Short.</description></item>"
        );
        var taken = Assert.Single(Taking.Take("feed.xml", Utf8(feed)));
        Assert.Equal(
            ($"{Story}\n\nThe other side agreed on Monday.", null, "T", "Estmouth Herald"),
            (taken.Document!.Text, taken.Document.Published, taken.Document.Title, taken.Document.Publisher)
        );
        Assert.Equal("PRL0048", Assert.Single(taken.Notices).Code);
    }

    [Fact]
    public void A_feed_without_texts_says_how_it_is_fetched() =>
        Assert.Equal("PRL0038", Taking.CodeOf("feed.xml", Utf8(Rss("<item><title>T</title><link>https://p.example/1</link></item>"))));

    [Fact]
    public void A_million_nested_elements_are_passed_in_good_time()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 1_000_000));
        Assert.Equal(
            "https://p.example/2",
            FeedReader.Read(Rss($"<item><title>{deep}</title></item><item><link>https://p.example/2</link></item>")).Items[^1].Link
        );
    }

    [Fact]
    public void A_feed_above_the_limit_is_refused()
    {
        var feed = new byte[RawInput.MaxBytes + 100];
        Array.Fill(feed, (byte)' ');
        Utf8("<rss><channel>").CopyTo(feed, 0);
        Assert.Equal("PRL0025", Taking.CodeOf("feed.xml", feed));
    }
}
