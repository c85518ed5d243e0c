using Xunit;

namespace Parley.Tests.Web;

public sealed class TimelinePageTests(WebLedger web) : IClassFixture<WebLedger>
{
    [Fact]
    public async Task Days_of_talks_are_shaded_behind_all_lanes()
    {
        var page = await web.Get("/timeline");
        Assert.Contains("class=\"meeting\"", page, StringComparison.Ordinal);
        Assert.Contains("shaded: talks or a meeting that day", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_stand_above_the_line_and_deeds_below_it()
    {
        var chart = Chart(await web.Get("/timeline"));
        var lane = chart[chart.IndexOf("aria-label=\"Russia\"", StringComparison.Ordinal)..];
        lane = lane[..lane.IndexOf("</g>", StringComparison.Ordinal)];
        var line = Number(lane, "class=\"line\"[^>]* y1=\"([0-9.]+)\"");
        Assert.True(Number(lane, "<a [^>]*class=\"word\"[^>]*>.*?<circle class=\"shape\" cx=\"[0-9.]+\" cy=\"([0-9.]+)\"") < line);
        Assert.True(Number(lane, "<a [^>]*class=\"deed [^>]*>.*?<rect class=\"shape\" x=\"[0-9.]+\" y=\"([0-9.]+)\"") > line);
    }

    [Fact]
    public async Task Every_mark_is_a_link_with_a_title()
    {
        var chart = Chart(await web.Get("/timeline"));
        var links = chart.Split("<a ").Skip(1).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Matches("^href=\"[^\"]+\"[^>]*><title>[^<]+</title>", link));
    }

    [Fact]
    public async Task Undertakings_are_bars_that_lead_to_their_page()
    {
        var chart = Chart(await web.Get("/timeline"));
        Assert.Contains("href=\"/undertakings/rus-reduction-of-operations-2022-03-29\" class=\"bar", chart, StringComparison.Ordinal);
        Assert.Contains("class=\"tick\"", chart, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_says_the_same()
    {
        var page = await web.Get("/timeline");
        Assert.Contains("The same as a table", page, StringComparison.Ordinal);
        Assert.Contains(
            "to sharply reduce military operations near Kyiv and Chernihiv",
            page[page.IndexOf("</svg>", StringComparison.Ordinal)..],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_window_stands_in_the_address()
    {
        var page = await web.Get("/timeline?from=2022-03-29&until=2022-03-30");
        Assert.Contains("name=\"from\" value=\"2022-03-29\"", page, StringComparison.Ordinal);
        Assert.Contains("lie outside these days", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/timeline?from=2022-03-28&until=2022-03-29\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_without_anything_say_so() =>
        Assert.Contains("Nothing on these days.", await web.Get("/timeline?from=1999-01-01&until=1999-01-02"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/timeline?from=2022-03-30&until=2022-03-29")]
    [InlineData("/timeline?from=2022-02-30")]
    [InlineData("/timeline?first=x")]
    public async Task A_window_that_is_none_is_said(string path)
    {
        using var answer = await web.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_longest_window_is_drawn_too() =>
        Assert.Contains(
            "<svg class=\"timeline-chart\"",
            await web.Get("/timeline?from=0001-01-01&until=9999-12-31"),
            StringComparison.Ordinal
        );

    private static string Chart(string page)
    {
        var start = page.IndexOf("<svg class=\"timeline-chart\"", StringComparison.Ordinal);
        Assert.True(start >= 0);
        return page[start..page.IndexOf("</svg>", start, StringComparison.Ordinal)];
    }

    private static double Number(string text, string pattern)
    {
        var match = System.Text.RegularExpressions.Regex.Match(text, pattern, System.Text.RegularExpressions.RegexOptions.Singleline);
        Assert.True(match.Success, pattern);
        return double.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }
}
