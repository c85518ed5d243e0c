using Xunit;

namespace Parley.Tests.Web;

/// <summary>Figures, stories, search: pages that are lists.</summary>
public sealed class ListPageTests(WebLedger web) : IClassFixture<WebLedger>
{
    [Fact]
    public async Task Figures_stand_by_counter_with_their_sentence()
    {
        var page = await web.Get("/figures?kind=other") + await web.Get("/figures");
        Assert.Contains("<th scope=\"col\">Counter</th>", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"amount\">", page, StringComparison.Ordinal);
        Assert.Contains("data-sentence", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stories_tell_reports_outlets_and_origins()
    {
        var page = await web.Get("/stories");
        Assert.Matches("[0-9]+ reports · [0-9]+ outlets · <b>[0-9]+ independent origins?</b>", page);
        Assert.Contains("<ol class=\"story-articles\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_finds_sentences_and_their_records()
    {
        var page = await web.Get("/search?q=ceasefire");
        Assert.Contains("data-sentence", page, StringComparison.Ordinal);
        Assert.Matches("href=\"/articles/[0-9a-f]{16}#[sefuo][0-9]+\">", page);
    }

    [Theory]
    [InlineData("", "All words must stand")]
    [InlineData("xyzzy", "Nothing found.")]
    [InlineData("\"half a quotation", "Nothing found.")]
    [InlineData("!!!", "Nothing found.")]
    [InlineData("a OR NEAR( * ^", "")]
    [InlineData("<script>alert(1)</script>", "")]
    public async Task Any_words_can_be_looked_for(string words, string shown)
    {
        var html = await web.Client.GetStringAsync($"/search?q={Uri.EscapeDataString(words)}", TestContext.Current.CancellationToken);
        Assert.Contains(shown, html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_letters_are_refused()
    {
        using var answer = await web.Client.GetAsync($"/search?q={new string('a', 401)}", TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("/figures?asof=2021-01-01")]
    [InlineData("/stories?asof=2021-01-01")]
    [InlineData("/claims?asof=2021-01-01")]
    [InlineData("/timeline?asof=2021-01-01")]
    [InlineData("/map?asof=2021-01-01")]
    [InlineData("/matrix?party=XYZ")]
    [InlineData("/search?q=ceasefire&asof=2021-01-01")]
    public async Task An_empty_page_says_why(string path) =>
        Assert.Contains("<div class=\"empty\">", await web.Get(path), StringComparison.Ordinal);

    [Theory]
    [InlineData("/matrix")]
    [InlineData("/timeline")]
    [InlineData("/map")]
    [InlineData("/claims")]
    [InlineData("/figures")]
    [InlineData("/stories")]
    [InlineData("/sources")]
    [InlineData("/search?q=talks")]
    [InlineData("/data")]
    public async Task No_page_has_a_style_or_script_of_its_own(string path)
    {
        var html = await web.Client.GetStringAsync(path, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(" on[a-z]+=\"", html);
        Assert.DoesNotMatch("(?:src|href)=\"(?:https?:)?//", html);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(html, "aria-current=\"page\""));
    }
}
