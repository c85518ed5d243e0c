using System.Net;
using System.Text.Json;
using Parley.Web.Server;
using Xunit;

namespace Parley.Tests.Web;

/// <summary>What stands around every page: headers, the host, where writing comes from, errors, ETags, health.</summary>
public sealed class ServerTests(WebLedger web) : IClassFixture<WebLedger>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/board")]
    [InlineData("/nothing")]
    [InlineData("/api/v1/board")]
    [InlineData("/assets/parley.js")]
    public async Task Every_answer_keeps_the_browser_at_home(string path)
    {
        using var answer = await web.Client.GetAsync(path, Cancel);
        Assert.Equal(
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy"))
        );
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1:1")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("10.0.0.1")]
    public async Task Another_host_is_not_answered(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/board") { Headers = { Host = host } };
        using var answer = await web.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        Assert.DoesNotContain("Kyiv", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Localhost_is_this_computer()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live") { Headers = { Host = $"localhost:{web.Address.Port}" } };
        using var answer = await web.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("X-Nothing", "")]
    public async Task A_form_of_another_page_is_not_accepted(string header, string value)
    {
        // Where the header alone has to stop it, the token is right.
        var token = value.Length > 0 ? (await web.Get("/queue")).Split("name=\"form_token\" value=\"")[1].Split('"')[0] : "";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/board")
        {
            Content = new FormUrlEncodedContent([new("form_token", token)]),
        };
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await web.Client.SendAsync(request, Cancel);
        Assert.Contains("PRL0083", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_known_is_not_sent_again()
    {
        foreach (var path in new[] { "/board", "/api/v1/board", "/assets/parley.css" })
        {
            using var first = await web.Client.GetAsync(path, Cancel);
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
            using var second = await web.Client.SendAsync(request, Cancel);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
            Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancel));
        }
    }

    [Fact]
    public async Task An_asset_with_its_hash_stays()
    {
        var page = await web.Get("/board");
        var style = page.Split("href=\"")
            .Select(part => part.Split('"')[0])
            .Single(link => link.Contains("parley.css", StringComparison.Ordinal));
        using var answer = await web.Client.GetAsync(style, Cancel);
        Assert.True(answer.Headers.CacheControl!.MaxAge > TimeSpan.FromDays(300));
    }

    [Theory]
    [InlineData("/api/v1/nothing", 404, "PRL0080")]
    [InlineData("/api/v1/undertakings/nothing", 404, "PRL0061")]
    [InlineData("/api/v1/board?as_of=yesterday", 400, "PRL0003")]
    [InlineData("/api/v1/board?limit=0", 400, "PRL0076")]
    [InlineData("/api/v1/board?cursor=nothing", 400, "PRL0085")]
    public async Task Programs_get_one_error_shape(string path, int status, string code)
    {
        using var answer = await web.Client.GetAsync(path, Cancel);
        Assert.Equal(status, (int)answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(["ok", "error", "errors", "status"], json.RootElement.EnumerateObject().Select(field => field.Name));
        Assert.False(json.RootElement.GetProperty("ok").GetBoolean());
        Assert.StartsWith(code, json.RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(status, json.RootElement.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("/nothing", 404)]
    [InlineData("/undertakings/nothing", 404)]
    [InlineData("/board?asof=2022-02-30", 400)]
    public async Task People_get_a_page_about_an_error(string path, int status)
    {
        using var answer = await web.Client.GetAsync(path, Cancel);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_tells_that_the_ledger_answers()
    {
        Assert.Contains("true", await web.Get("/health/live"), StringComparison.Ordinal);
        Assert.Contains("true", await web.Get("/health/ready"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", "PRL0088")]
    [InlineData("http://example.com:0", "PRL0088")]
    [InlineData("ftp://127.0.0.1", "PRL0087")]
    [InlineData("5080", "PRL0087")]
    public async Task It_listens_on_this_computer_alone(string url, string code)
    {
        var fault = await Assert.ThrowsAsync<ProblemException>(() => WorkbenchServer.StartAsync(web.Options with { Urls = [url] }, Cancel));
        Assert.Equal(code, fault.Problem.Code);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_said()
    {
        var fault = await Assert.ThrowsAsync<ProblemException>(() =>
            WorkbenchServer.StartAsync(web.Options with { Urls = [web.Address.ToString()] }, Cancel)
        );
        Assert.Equal("PRL0089", fault.Problem.Code);
    }

    [Fact]
    public async Task For_reading_only_nothing_is_written()
    {
        await using var server = await WorkbenchServer.StartAsync(web.Options with { IsReadOnly = true }, Cancel);
        using var client = new HttpClient { BaseAddress = server.Addresses[0] };
        using var answer = await client.PostAsync("/api/v1/board", new StringContent("{}", null, "application/json"), Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("PRL0084", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }
}
