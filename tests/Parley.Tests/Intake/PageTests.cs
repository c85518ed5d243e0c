using Parley.Records;
using Xunit;

namespace Parley.Tests.Intake;

public sealed class PageTests
{
    private const string Body =
        $"<h1>Envoys stay</h1><p>First paragraph. {Pages.Filler}</p><h2>What is asked</h2><ul><li>That the guns fall silent, said one of them.</li><li>That the road be opened, said the other.</li></ul><p>Last paragraph. {Pages.Filler}</p>";

    [Fact]
    public void Paragraphs_headings_and_list_items_are_kept_and_the_rest_is_not()
    {
        var text = Read("<title>Envoys stay</title>", Body).Text;
        Assert.Equal(
            [
                $"First paragraph. {Pages.Filler}",
                "What is asked",
                "That the guns fall silent, said one of them.",
                "That the road be opened, said the other.",
                $"Last paragraph. {Pages.Filler}",
            ],
            text.Split("\n\n")
        );
    }

    [Fact]
    public void Linked_data_say_title_author_date_and_publisher()
    {
        var head = """
            <title>Envoys stay | The Paper</title><script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
            {"@type": "Organization", "@id": "#paper", "name": "The Paper"},
            {"@type": "NewsArticle", "headline": "Envoys stay &amp; wait", "datePublished": "2022-03-30T10:15:00+0300",
             "author": [{"@type": "Person", "name": "A. Writer"}, {"@type": "Person", "name": "B. Other"}], "publisher": {"@id": "#paper"}, "articleSection": "World"}]}</script>
            """;
        var document = Read(head, Body);
        Assert.Equal("Envoys stay & wait", document.Title);
        Assert.Equal("A. Writer, B. Other", document.Byline);
        Assert.Equal("2022-03-30T10:15:00+03:00", document.Published);
        Assert.Equal("The Paper", document.Publisher);
        Assert.Equal("World", document.Section);
    }

    [Fact]
    public void Meta_elements_say_what_linked_data_do_not()
    {
        var document = Read(
            """
            <meta property="og:title" content="Envoys stay"><meta property="og:site_name" content="The Paper"><meta name="author" content="By A. Writer">
            <meta property="article:published_time" content="2022-03-30T07:15:00Z"><link rel="canonical" href="https://paper.example/envoys">
            """,
            Body
        );
        Assert.Equal(("Envoys stay", "The Paper", "A. Writer"), (document.Title, document.Publisher, document.Byline));
        Assert.Equal(("2022-03-30T07:15:00Z", "https://paper.example/envoys"), (document.Published, document.Url));
    }

    [Theory]
    [InlineData("<time datetime=\"2022-03-30\">yesterday</time>", "2022-03-30")]
    [InlineData("<time>March 30, 2022</time>", "2022-03-30")]
    [InlineData("<time datetime=\"2022-03-30T22:10:00\">late</time>", "2022-03-30")]
    [InlineData("<time>last spring</time>", null)]
    public void A_time_element_gives_the_date_where_nothing_else_does(string time, string? published)
    {
        Assert.Equal(published, Read("<title>Envoys stay</title>", time + Body).Published);
    }

    [Fact]
    public void The_date_that_the_user_gives_goes_first()
    {
        var html = Pages.Article("<meta property=\"article:published_time\" content=\"2022-03-30\">", Body);
        Assert.Equal("2022-03-31", Assert.Single(Taking.Take("page.html", Taking.Utf8(html), "2022-03-31")).Document!.Published);
    }

    [Fact]
    public void Links_to_other_stories_and_buttons_are_left_out()
    {
        var text = Read(
            "<title>T</title>",
            $"<p>Share</p><p>Published 9:41 AM EST Feb 3, 2031</p><p><a href=\"/2\">READ ALSO: A goat on the roof</a></p>{Body}"
        ).Text;
        Assert.StartsWith("First paragraph", text, StringComparison.Ordinal);
        Assert.DoesNotContain("goat", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><body></body></html>")]
    [InlineData("<html><body><nav><a href=\"/\">Home</a></nav><script>var a = 1;</script></body></html>")]
    public void A_page_without_an_article_is_skipped(string html) => Assert.Equal("PRL0028", Taking.CodeOf("page.html", Taking.Utf8(html)));

    [Fact]
    public void Nesting_without_end_is_no_article()
    {
        var html = "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 20_000)) + "text";
        Assert.Equal("PRL0028", Taking.CodeOf("page.html", Taking.Utf8(html)));
    }

    [Theory]
    [InlineData("page", true)]
    [InlineData("page.txt", true)]
    [InlineData("notes.html", false)]
    public void Content_tells_a_page_from_a_text(string name, bool isPage)
    {
        var bytes = Taking.Utf8(isPage ? Pages.Article("<title>T</title>", Body) : "No tags, though 1 < 2 holds.");
        Assert.Equal(isPage, Assert.Single(Taking.Take(name, bytes)).Document!.IsExtracted);
    }

    private static SourceDocument Read(string head, string article) =>
        Assert.Single(Taking.Take("page.html", Taking.Utf8(Pages.Article(head, article)))).Document!;
}
