using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Xunit;

namespace Parley.Tests.Web.Security;

/// <summary>Attacks by other pages in the browser of somebody who is logged in, and by names turned to this server.</summary>
public sealed class CrossSiteTests(GuardedBench bench) : IClassFixture<GuardedBench>
{
    private const string Reject = """{"verb":"reject","records":["549ae1b4/e4"],"why":"It was not there."}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("none", "", "")]
    [InlineData("own", "Origin", "http://evil.example")]
    [InlineData("own", "Origin", "null")]
    [InlineData("own", "Origin", "http://127.0.0.1.evil.example")]
    [InlineData("own", "Sec-Fetch-Site", "cross-site")]
    [InlineData("own", "Sec-Fetch-Site", "same-site")]
    [InlineData("another", "", "")]
    [InlineData("made up", "", "")]
    public async Task A_form_of_another_page_corrects_nothing(string token, string header, string value)
    {
        using var vera = await bench.Browser("vera");
        using var ada = await bench.Browser("ada");
        var before = bench.Corrections();
        var sent = token switch
        {
            "own" => await vera.Token(),
            "another" => await ada.Token(),
            "made up" => "CfDJ8AAAAAAAAAAAAAAAAAAAAAA",
            _ => "",
        };
        using var form = Browser.Form(("form_token", sent), ("verb", "reject"), ("record", "549ae1b4/e4"), ("why", "no"));
        using var answer = await vera.Send(HttpMethod.Post, "/corrections", form, header.Length > 0 ? [(header, value)] : []);
        Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
        Assert.Contains("PRL0083", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(before, bench.Corrections());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData(null)]
    public async Task JSON_in_the_coat_of_a_form_corrects_nothing(string? type)
    {
        using var vera = await bench.Browser("vera");
        var before = bench.Corrections();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Reject));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        using var answer = await vera.Send(HttpMethod.Post, "/api/v1/corrections", content);
        Assert.InRange((int)answer.StatusCode, 400, 415);
        Assert.Equal(before, bench.Corrections());
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task JSON_of_another_page_corrects_nothing(string header, string value)
    {
        using var vera = await bench.Browser("vera");
        var before = bench.Corrections();
        using var answer = await vera.Send(HttpMethod.Post, "/api/v1/corrections", Browser.Json(Reject), (header, value));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(before, bench.Corrections());
    }

    [Theory]
    [InlineData("OPTIONS", "/api/v1/corrections")]
    [InlineData("GET", "/api/v1/board")]
    [InlineData("GET", "/board")]
    public async Task No_other_page_is_given_leave_to_read(string method, string path)
    {
        using var vera = await bench.Browser("vera");
        using var answer = await vera.Send(
            new HttpMethod(method),
            path,
            null,
            ("Origin", "http://evil.example"),
            ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", "authorization")
        );
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.nip.example")]
    [InlineData("127.0.0.1:1")]
    [InlineData("[::1]:1")]
    [InlineData("192.168.0.1")]
    [InlineData("127.0.0.1@evil.example")]
    public async Task A_name_that_was_turned_to_this_server_is_not_answered(string host)
    {
        using var ada = await bench.Browser("ada");
        using var answer = await ada.Look("/board", ("Host", host), ("Cookie", $"parley-login={ada.LoginCookie}"));
        Assert.True(answer.StatusCode is HttpStatusCode.MisdirectedRequest or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
        Assert.DoesNotContain(GuardedBench.Secret, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Original-URL", "/audit")]
    [InlineData("X-Rewrite-URL", "/audit")]
    public async Task Headers_of_proxies_are_believed_of_no_browser(string header, string value)
    {
        using var rita = await bench.Browser("rita");
        using var answer = await rita.Look("/board", (header, value));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        // It does not take itself to be behind TLS.
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.DoesNotContain("evil.example", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Who did what", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("/queue\r\nSet-Cookie: planted=1")]
    public async Task A_correction_leads_back_to_this_server(string back)
    {
        using var vera = await bench.Browser("vera");
        using var answer = await vera.Post("/corrections", ("verb", "accept"), ("record", "549ae1b4/e4"), ("back", back));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/queue?done=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.False(
            answer.Headers.TryGetValues("Set-Cookie", out var cookies)
                && cookies.Any(one => one.StartsWith("planted", StringComparison.Ordinal))
        );
    }
}
