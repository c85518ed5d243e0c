using System.Net;
using Parley.Tests.Cli;
using Xunit;

namespace Parley.Tests.Web;

public sealed class SourcesPageTests(WebLedger web) : IClassFixture<WebLedger>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_outlet_leads_to_its_page()
    {
        var page = await web.Get("/sources");
        var link = page.Split("href=\"")
            .Select(part => part.Split('"')[0])
            .First(one => one.StartsWith("/sources/", StringComparison.Ordinal));
        Assert.Contains("Judgements", await web.Get(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_judgement_with_its_reason_is_kept_as_the_command_keeps_it()
    {
        var path = await SomeOutlet();
        using var answer = await Post(
            path,
            [("reliability", "B"), ("why", "corrects its errors"), ("country", "gbr"), ("state-run", "no")]
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await web.Get(path);
        Assert.Contains("B, mostly reliable", page, StringComparison.Ordinal);
        Assert.Contains("tester: corrects its errors", page, StringComparison.Ordinal);
        Assert.Contains("(GBR)", page, StringComparison.Ordinal);
        Assert.Contains("corrects its errors", Call.Run("sources", "--ledger", web.File).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reliability", "B", "")]
    [InlineData("reliability", "Z", "because")]
    [InlineData("country", "Britain", "because")]
    [InlineData("agency", "perhaps", "because")]
    public async Task What_cannot_be_is_refused(string field, string value, string why)
    {
        using var answer = await Post(await SomeOutlet(last: true), [(field, value), ("why", why)]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task An_outlet_that_nobody_knows_is_said()
    {
        using var answer = await web.Client.GetAsync("/sources/Nobody%27s%20Gazette", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<string> SomeOutlet(bool last = false)
    {
        var links = (await web.Get("/sources"))
            .Split("href=\"")
            .Select(part => part.Split('"')[0])
            .Where(one => one.StartsWith("/sources/", StringComparison.Ordinal))
            .ToList();
        return last ? links[^1] : links[0];
    }

    private async Task<HttpResponseMessage> Post(string path, (string Name, string Value)[] fields)
    {
        using var form = await web.Client.GetAsync(path, Cancel);
        var page = await form.Content.ReadAsStringAsync(Cancel);
        var token = page.Split("name=\"form_token\" value=\"")[1].Split('"')[0];
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(
                fields.Append(("form_token", WebUtility.HtmlDecode(token))).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2))
            ),
        };
        request.Headers.Add("Origin", web.Address.GetLeftPart(UriPartial.Authority));
        return await web.Client.SendAsync(request, Cancel);
    }
}
