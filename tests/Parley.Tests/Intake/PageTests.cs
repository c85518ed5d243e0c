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
        var document = Read(head, Body.Replace("<h1>Envoys stay</h1>", "", StringComparison.Ordinal));
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

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>")]
    public void Nesting_without_end_is_turned_away(string tags)
    {
        var html = "<html><body>" + string.Concat(Enumerable.Repeat(tags, 100_000)) + "text";
        Assert.Equal("PRL0032", Taking.CodeOf("page.html", Taking.Utf8(html)));
    }

    [Theory]
    [InlineData("<figure><img src=\"a.jpg\"><figcaption>Clerks at the door on Monday.</figcaption></figure>", "Clerks")]
    [InlineData("<p class=\"wp-caption-text\">Clerks at the door on Monday.</p>", "Clerks")]
    [InlineData("<p>Clerks at the door on Monday. (AP Photo/Some Body)</p>", "Clerks")]
    [InlineData("<div class=\"newsletter-signup\"><p>Get the stories of the day each morning.</p></div>", "each morning")]
    [InlineData("<p>Sign up for our weekly letters and never be late.</p>", "letters")]
    [InlineData("<div class=\"author-bio\"><p>A. Writer has been with us since the first day.</p></div>", "first day")]
    [InlineData("<div class=\"relatedPosts\"><p>A goat on the roof of the town hall, and nobody to fetch it.</p></div>", "goat")]
    [InlineData("<p>On our other pages: <a href=\"/2\">A goat on the roof of the town hall</a></p>", "goat")]
    public void What_stands_round_a_report_is_left_out(string furniture, string word)
    {
        var text = Read("<title>T</title>", $"<p>First paragraph. {Pages.Filler}</p>{furniture}<p>Last paragraph. {Pages.Filler}</p>").Text;
        Assert.DoesNotContain(word, text, StringComparison.Ordinal);
        Assert.Contains("Last paragraph", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The envoy said that her country wants to become a member.")]
    [InlineData("“Sign up for our weekly walks,” the mayor told the crowd.")]
    [InlineData("The families will receive compensation, the court said.")]
    [InlineData("The soldiers sent a photo by courier to the ministry.")]
    public void A_sentence_of_the_report_is_kept(string sentence) =>
        Assert.Contains(
            sentence,
            Read("<title>T</title>", $"<p>First paragraph. {Pages.Filler}</p><p>{sentence}</p><p>{Pages.Filler}</p>").Text,
            StringComparison.Ordinal
        );

    [Fact]
    public void Linked_and_hidden_words_stay_in_their_sentence()
    {
        var text = Read(
            "<title>T</title>",
            $"<p>The <a href=\"/m\">defence minister</a> met <span style=\"display:none\">seven</span> <span aria-hidden=\"true\">tall</span> envoys. {Pages.Filler}</p>{Body}"
        ).Text;
        Assert.StartsWith("The defence minister met seven tall envoys.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_first_letter_belongs_to_its_word() =>
        Assert.StartsWith(
            "Turkey said",
            Read("<title>T</title>", $"<div>T</div><p>urkey said so. {Pages.Filler}</p>{Body}").Text,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("<h2>Why did the talks fail?</h2>", "Why did the talks fail?")]
    [InlineData("<h3>They left. Nobody spoke.</h3>", "They left. Nobody spoke.")]
    public void Subheads_are_headings_whatever_they_look_like(string heading, string text)
    {
        var document = Read("<title>T</title>", $"<p>First paragraph. {Pages.Filler}</p>{heading}<p>Last paragraph. {Pages.Filler}</p>");
        Assert.Equal([text], document.Headings.Select(span => span.Of(document.Text).ToString()));
        Assert.DoesNotContain(
            new Parley.Text.ArticleTextReader().Read(document).Blocks,
            block => block.Kind == Parley.Text.BlockKind.Paragraph && block.Words.Length < 10
        );
    }

    [Theory]
    [InlineData(
        "<meta property=\"og:title\" content=\"Envoys to stay, say sources\"><title>Envoys to stay | The Paper</title>",
        "Envoys to stay in town",
        "Envoys to stay in town"
    )]
    [InlineData(
        "<meta property=\"og:title\" content=\"Envoys stay - The Paper\"><meta property=\"og:site_name\" content=\"The Paper\">",
        "The Paper",
        "Envoys stay"
    )]
    [InlineData("<title>The Paper » Archive » Envoys stay</title>", "<a href=\"/\">The Paper</a>", "Envoys stay")]
    public void The_headline_that_is_seen_goes_before_one_for_search_engines(string head, string heading, string title) =>
        Assert.Equal(title, Read(head, $"<h1>{heading}</h1><p>First paragraph. {Pages.Filler}</p><p>{Pages.Filler}</p>").Title);

    [Theory]
    [InlineData("<p class=\"date\">Written: 2022-03-30 15:03 / Updated: 2022-03-31</p>", "2022-03-30")]
    [InlineData("<span class=\"post-meta\">By A. Writer | 30 March 2022, 3:51 pm</span>", "2022-03-30")]
    [InlineData("<div itemprop=\"datePublished\">30.03.2022 11:43</div>", "2022-03-30")]
    [InlineData(
        "<div class=\"related\"><time datetime=\"2022-01-01\">1 January</time></div><span class=\"timestamp\">Mar. 30, 2022</span>",
        "2022-03-30"
    )]
    [InlineData("<aside><time datetime=\"2022-01-01\">1 January</time></aside>", null)]
    [InlineData("<time datetime=\"0001-01-01\">soon</time>", null)]
    [InlineData("<time datetime=\"2022-13-45T99:00\">٢٠٢٢-٠٣-٣٠</time>", null)]
    [InlineData("<p class=\"date\">04/03/2022</p>", null)]
    public void The_date_stands_with_the_article(string shown, string? published) =>
        Assert.Equal(published, Read("<title>Envoys stay</title>", shown + Body).Published);

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
