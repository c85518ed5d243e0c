using Xunit;

namespace Parley.Tests.Web;

public sealed class MatrixPageTests(WebLedger web) : IClassFixture<WebLedger>
{
    [Fact]
    public async Task Topics_stand_by_parties_with_mark_words_day_and_number()
    {
        var page = await web.Get("/matrix");
        Assert.Contains("role=\"grid\"", page, StringComparison.Ordinal);
        Assert.Contains(
            "<th scope=\"col\" role=\"columnheader\">Russia <span class=\"quiet\">RUS</span></th>",
            page,
            StringComparison.Ordinal
        );
        Assert.Matches(
            "<a class=\"sentence\" data-sentence dir=\"auto\" href=\"/matrix\\?at=[0-9a-f]{16}&s=[0-9]+-[0-9]+#s=[0-9]+-[0-9]+\">",
            page
        );
        Assert.Matches("[0-9]+ statements?</a>", page);
        Assert.DoesNotContain("class=\"drift", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_opens_its_statements_in_time()
    {
        var page = await web.Get("/matrix");
        var link = page.Split("href=\"").Select(part => part.Split('"')[0]).First(one => one.Contains("cell=", StringComparison.Ordinal));
        var stack = await web.Get(link.Split('#')[0]);
        Assert.Contains("<section id=\"cell\"", stack, StringComparison.Ordinal);
        Assert.Contains("<ol class=\"ladder\">", stack, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compared_with_a_day_each_cell_tells_its_drift()
    {
        var page = await web.Get("/matrix?since=2022-03-29");
        Assert.Contains("class=\"drift new", page, StringComparison.Ordinal);
        Assert.Contains("since 29 Mar 2022:", page, StringComparison.Ordinal);
        Assert.Contains("id=\"no-comparison\" href=\"/matrix\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_alone_is_shown_or_said_to_be_none()
    {
        var page = await web.Get("/matrix?since=2022-03-30&show=silent");
        Assert.True(
            page.Contains("silent since", StringComparison.Ordinal)
                || page.Contains("No party has fallen silent.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_empty_matrix_says_why() =>
        Assert.Contains("Show all days", await web.Get("/matrix?asof=2021-01-01"), StringComparison.Ordinal);

    [Fact]
    public async Task A_pinned_cell_stays_above_the_grid_and_can_be_taken_down()
    {
        var page = await web.Get("/matrix?since=2022-03-29");
        var link = page.Split("href=\"").Select(part => part.Split('"')[0]).First(one => one.Contains("pin=", StringComparison.Ordinal));
        Assert.Contains("since=2022-03-29", link, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"pinned\"", page, StringComparison.Ordinal);
        var pinned = await web.Get(link);
        Assert.Contains("id=\"pinned\"", pinned, StringComparison.Ordinal);
        Assert.Contains("name=\"pin\"", pinned, StringComparison.Ordinal);
        var down = pinned.Split("data-help=\"pin or unpin\" href=\"")[1].Split('"')[0];
        Assert.DoesNotContain("id=\"pinned\"", await web.Get(down), StringComparison.Ordinal);
        // A cell that there is not is not there.
        Assert.DoesNotContain("id=\"pinned\"", await web.Get("/matrix?pin=nothing~RUS"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_matrix_is_had_as_Markdown()
    {
        using var answer = await web.Client.GetAsync("/matrix.md?since=2022-03-29", TestContext.Current.CancellationToken);
        Assert.Equal("text/markdown", answer.Content.Headers.ContentType!.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n');
        var head = Assert.Single(lines, line => line.StartsWith("| Topic |", StringComparison.Ordinal));
        Assert.Contains("| Russia |", head, StringComparison.Ordinal);
        var rows = lines.Where(line => line.StartsWith('|')).ToList();
        Assert.True(rows.Count > 3);
        Assert.All(rows, row => Assert.Equal(head.Count(letter => letter == '|'), row.Replace("\\|", "").Count(letter => letter == '|')));
        Assert.Contains(
            lines,
            line => line.Contains("statement", StringComparison.Ordinal) && line.Contains("+ new", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_day_that_is_none_is_said()
    {
        using var answer = await web.Client.GetAsync("/matrix?since=tomorrow", TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)answer.StatusCode);
    }
}
