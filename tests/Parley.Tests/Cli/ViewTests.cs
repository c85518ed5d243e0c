using Parley.Cli;
using Parley.Cli.Pages;
using Parley.Cli.Views;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Cli;

public sealed class ViewTests
{
    private static readonly Reading s_reading = ReadingJson.Read(File.ReadAllText(Repository.Path("tests", "Golden", "read", "sel.json")));

    [Fact]
    public void A_pipe_gets_plain_lines() => Golden.Check("read", "pipe.txt", View(isTerminal: false, hasColour: true));

    [Fact]
    public void A_terminal_gets_colour_and_its_own_width()
    {
        var screen = View(isTerminal: true, hasColour: true);
        Golden.Check("read", "terminal.txt", screen);
        Assert.Contains("\e[", screen, StringComparison.Ordinal);
        Assert.All(
            View(isTerminal: true, hasColour: false).Split('\n'),
            line => Assert.True(line.Length <= 60 && !line.Contains('\e', StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_page_is_as_it_was() => Golden.Check("read", "page.html", ReadingPage.Of(s_reading));

    [Fact]
    public void A_page_fetches_nothing()
    {
        var page = ReadingPage.Of(s_reading);
        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" src=", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_id_in_a_page_stands_once_and_every_link_has_its_goal()
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(ReadingPage.Of(s_reading));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
        Assert.All(page.QuerySelectorAll("[aria-describedby]"), mark => Assert.Contains(mark.GetAttribute("aria-describedby"), ids));
        Assert.All(s_reading.Statements, statement => Assert.Contains(statement.Id, ids));
    }

    [Fact]
    public void The_text_of_a_page_is_the_article()
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(ReadingPage.Of(s_reading));
        foreach (var link in page.QuerySelectorAll(".text .number"))
            link.Remove();
        Assert.Equal(
            s_reading.Article.Text.Split("\n\n").Select(paragraph => paragraph.Trim()),
            page.QuerySelectorAll(".text").Select(paragraph => paragraph.TextContent)
        );
    }

    [Fact]
    public void Uncertain_records_are_left_out_of_the_lines_and_counted_at_the_end()
    {
        var lines = View(isTerminal: false, hasColour: true);
        Assert.DoesNotContain("  e4  ", lines, StringComparison.Ordinal);
        Assert.Contains("Events (3)", lines, StringComparison.Ordinal);
        Assert.EndsWith("\n2 uncertain records left out (--min-confidence 0 shows them)\n\n", lines, StringComparison.Ordinal);
        var all = View(isTerminal: false, hasColour: true, s_reading.WithMinConfidence(0));
        Assert.Contains("e4  Someone unnamed: ASSAULT, happened  (0.31)", all, StringComparison.Ordinal);
        Assert.DoesNotContain("left out", all, StringComparison.Ordinal);
    }

    [Fact]
    public void Uncertain_records_lie_in_a_closed_fold_of_the_page_and_are_not_underlined()
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(ReadingPage.Of(s_reading));
        Assert.Equal(["o2", "e4"], page.QuerySelectorAll("details.uncertain:not([open]) .card").Select(card => card.Id));
        Assert.Empty(page.QuerySelectorAll(".text mark[data-of=e4], .text a.tag[href='#e4']"));
        Assert.Equal("span", page.QuerySelector("#text-e4")!.LocalName);
        Assert.Contains("confidence0.31, uncertain", page.QuerySelector("#e4")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_looks_like_markup_is_text()
    {
        var article = s_reading.Article with { Text = "<script>alert(1)</script> {{title}} \0", Title = "</title><b>", Sentences = [] };
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(ReadingPage.Of(new Reading { Article = article }));
        Assert.Single(page.QuerySelectorAll("script"));
        Assert.Contains("<script>alert(1)</script> {{title}}", page.QuerySelector(".text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("</title><b>", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public void Every_proof_leads_to_its_own_words()
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(ReadingPage.Of(s_reading));
        var links = page.QuerySelectorAll(".card blockquote a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(links.Count, links.Distinct(StringComparer.Ordinal).Count());
        Assert.All(links, link => Assert.NotNull(page.QuerySelector(".text " + link)));
    }

    [Fact]
    public void Every_id_named_in_a_card_is_a_link()
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(ReadingPage.Of(s_reading));
        Assert.Equal(["e2", "s3"], page.QuerySelectorAll("#f1 dd a").Select(link => link.TextContent).Skip(1));
        Assert.All(page.QuerySelectorAll(".card"), card => Assert.Equal(card.Id, card.QuerySelector("dd a")!.TextContent));
    }

    [Fact]
    public void A_status_has_a_mark_of_its_own_and_the_text_has_no_letters()
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(ReadingPage.Of(s_reading));
        Assert.Equal("○ planned", page.QuerySelector("#e1 .status")!.TextContent);
        Assert.Equal("✕ denied", page.QuerySelector("#e3 .status")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".text .tag"));
    }

    [Fact]
    public void A_sentence_is_printed_once()
    {
        var lines = View(isTerminal: false, hasColour: true);
        Assert.Equal(2, lines.Split("At least eight pupils were killed and about 40 wounded when shells hit").Length - 1);
        Assert.Contains("⟦about 40 wounded⟧  (sentence at s3)", lines, StringComparison.Ordinal);
        Assert.Contains("also proves e2, f1, f2", lines, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_sections_are_left_out_and_readings_are_divided()
    {
        var output = new StringWriter { NewLine = "\n" };
        var view = new TerminalView(new Session { OpenInput = () => Stream.Null, Output = output });
        var empty = s_reading with { Actors = [], Statements = [], Figures = [], Undertakings = [], Positions = [], Events = [] };
        view.Write(empty);
        Assert.DoesNotContain("(0)", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("──", output.ToString(), StringComparison.Ordinal);
        view.Write(empty);
        Assert.Contains("\n────", output.ToString(), StringComparison.Ordinal);
    }

    private static string View(bool isTerminal, bool hasColour, Reading? reading = null)
    {
        var output = new StringWriter { NewLine = "\n" };
        var session = new Session
        {
            OpenInput = () => Stream.Null,
            Output = output,
            OutputIsTerminal = isTerminal,
            HasColour = hasColour,
            Width = 60,
        };
        new TerminalView(session).Write(reading ?? s_reading);
        return output.ToString();
    }
}
