using Xunit;

namespace Parley.Tests.Web;

public sealed class BriefPageTests(WebLedger web) : IClassFixture<WebLedger>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_brief_has_each_change_with_its_reason_and_quote()
    {
        var page = await web.Get("/?since=2022-03-30&asof=2022-03-31&all=1");
        Assert.Contains("in reports from 30 Mar 2022 to 31 Mar 2022", page, StringComparison.Ordinal);
        Assert.Contains(
            "Russia: <a href=\"/undertakings/rus-reduction-of-operations-2022-03-29?asof=2022-03-31\">",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("data-sentence", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quiet_time_is_said() =>
        Assert.Contains(
            "Nothing changed in this time.",
            await web.Get("/?since=2022-04-08&asof=2022-04-09&all=1"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task The_next_visit_begins_where_the_last_one_ended()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", "parley-visit=2022-03-30");
        // Without the cookies of other tests.
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = web.Address };
        using var answer = await client.SendAsync(request, Cancel);
        Assert.StartsWith(
            "parley-visit=2022-04-07_2022-03-30;",
            Assert.Single(answer.Headers.GetValues("Set-Cookie")),
            StringComparison.Ordinal
        );
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("Since your last visit", page, StringComparison.Ordinal);
        Assert.Contains("from 30 Mar 2022", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("parley-visit=yesterday")]
    [InlineData("parley-visit=2022-99-99_<script>")]
    public async Task A_strange_cookie_is_a_first_visit(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", cookie);
        // Without the cookies of other tests.
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = web.Address };
        using var answer = await client.SendAsync(request, Cancel);
        Assert.Contains("What changed", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }
}
