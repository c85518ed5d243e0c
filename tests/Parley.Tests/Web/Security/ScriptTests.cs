using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Parley.Tests.Web.Security;

/// <summary>Attacks by words that would be script: in articles, in corrections, in addresses. What no page may have, and what each answer must say.</summary>
public sealed partial class ScriptTests(GuardedBench bench) : IClassFixture<GuardedBench>
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static readonly string s_script = Uri.EscapeDataString($"\"'>{GuardedBench.Script}<img src=x onerror=alert(1)>");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/?all=1&since=2022-03-01")]
    [InlineData("/board")]
    [InlineData("/board?view=table")]
    [InlineData("/articles")]
    [InlineData("/sources")]
    [InlineData("/sources/Evil%20%22%3E%3Csvg%20onload%3Dalert(1)%3E%20Wire")]
    [InlineData("/search?q=script")]
    [InlineData("/search?q=believe")]
    [InlineData("/queue")]
    [InlineData("/queue?view=list")]
    [InlineData("/claims?party=SDN")]
    [InlineData("/timeline")]
    [InlineData("/matrix")]
    [InlineData("/stories")]
    [InlineData("/figures")]
    [InlineData("/map")]
    public async Task Script_in_an_article_stays_words(string path)
    {
        using var vera = await bench.Browser("vera");
        var page = await vera.Text(path);
        // Else the case would show nothing.
        Assert.Matches(ShownTag(), page);
        AssertHarmless(page);
    }

    [Fact]
    public async Task Script_in_title_author_address_and_text_stays_words_on_the_articles_own_page()
    {
        using var vera = await bench.Browser("vera");
        var list = await vera.Text("/articles");
        var pages = ArticleLink().Matches(list).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(pages.Count >= 10);
        var seen = false;
        foreach (var page in pages)
        {
            var text = await vera.Text(page);
            AssertHarmless(text);
            seen |= text.Contains("&lt;script&gt;alert(1)", StringComparison.Ordinal);
            AssertHarmless(await vera.Text($"/board?at={page[10..]}&s=0-40"));
        }
        Assert.True(seen);
    }

    [Theory]
    [InlineData("/articles/{0}")]
    [InlineData("/undertakings/{0}")]
    [InlineData("/claims/{0}")]
    [InlineData("/sources/{0}")]
    [InlineData("/add/{0}")]
    [InlineData("/data/{0}")]
    [InlineData("/board?asof={0}")]
    [InlineData("/board?party={0}")]
    [InlineData("/board?topic={0}")]
    [InlineData("/board?column={0}")]
    [InlineData("/search?q={0}")]
    [InlineData("/articles?outlet={0}")]
    [InlineData("/queue?done={0}")]
    [InlineData("/timeline?from={0}")]
    [InlineData("/map?layer={0}")]
    [InlineData("/matrix?since={0}")]
    [InlineData("/matrix?cell={0}")]
    [InlineData("/claims?status={0}")]
    [InlineData("/figures?kind={0}")]
    public async Task Script_in_an_address_stays_words(string path)
    {
        using var ada = await bench.Browser("ada");
        var page = await ada.Text(path.Replace("{0}", s_script, StringComparison.Ordinal));
        Assert.Matches(ShownTag(), page);
        AssertHarmless(page);
    }

    [Theory]
    [InlineData("/{0}")]
    [InlineData("/sentence?at=549ae1b4&s=1-9&from={0}")]
    [InlineData("/login?next={0}")]
    [InlineData("/audit?who={0}")]
    public async Task Words_of_an_address_that_mean_nothing_come_back_on_no_page(string path)
    {
        using var ada = await bench.Browser("ada");
        var page = await ada.Text(path.Replace("{0}", s_script, StringComparison.Ordinal));
        Assert.DoesNotMatch(ShownTag(), page);
        AssertHarmless(page);
    }

    [Fact]
    public async Task Script_in_a_correction_stays_words()
    {
        await using var own = await GuardedBench.Of();
        using var vera = await own.Browser("vera");
        foreach (
            var fields in new (string, string)[][]
            {
                [("verb", "reject"), ("record", "549ae1b4/e4"), ("why", GuardedBench.Script)],
                [("verb", "skip"), ("record", "549ae1b4/e1"), ("why", GuardedBench.Script)],
                [
                    ("verb", "edit"),
                    ("record", "549ae1b4/e4"),
                    ("field", "place"),
                    ("value", $"{GuardedBench.Script}"),
                    ("why", GuardedBench.Script),
                ],
                [("verb", GuardedBench.Script), ("record", GuardedBench.Script), ("field", GuardedBench.Script)],
            }
        )
        {
            using var answer = await vera.Post("/corrections", fields);
            AssertHarmless(await answer.Content.ReadAsStringAsync(Cancel));
        }
        Assert.True(own.Corrections() > 0);
        var log = await vera.Text("/corrections");
        Assert.Contains("&lt;script&gt;alert(1)", log, StringComparison.Ordinal);
        AssertHarmless(log);
        AssertHarmless(await vera.Text("/queue"));
        using var ada = await own.Browser("ada");
        var audit = await ada.Text("/audit");
        Assert.Contains("&lt;script&gt;alert(1)", audit, StringComparison.Ordinal);
        AssertHarmless(audit);
    }

    [Theory]
    [InlineData("GET", "/board", "ada", 200)]
    [InlineData("GET", "/login", null, 200)]
    [InlineData("GET", "/board", null, 302)]
    [InlineData("GET", "/nothing", "ada", 404)]
    [InlineData("GET", "/board?asof=x", "ada", 400)]
    [InlineData("GET", "/audit", "rita", 403)]
    [InlineData("GET", "/api/v1/board", null, 302)]
    [InlineData("GET", "/api/v1/board", "ada", 200)]
    [InlineData("GET", "/api/v1/nothing", "ada", 404)]
    [InlineData("GET", "/openapi/v1.json", "ada", 200)]
    [InlineData("GET", "/assets/parley.js", null, 200)]
    [InlineData("GET", "/assets/parley.svg", null, 200)]
    [InlineData("GET", "/health/live", null, 200)]
    [InlineData("POST", "/corrections", "ada", 400)]
    [InlineData("POST", "/corrections", null, 401)]
    [InlineData("POST", "/mcp", "ada", 400)]
    [InlineData("HEAD", "/board", "ada", 405)]
    public async Task Every_answer_has_the_policy(string method, string path, string? user, int status)
    {
        using var browser = await bench.Browser(user);
        using var answer = await browser.Send(new HttpMethod(method), path, null, ("Accept", "text/html"));
        Assert.True(
            status == (int)answer.StatusCode || path.StartsWith("/api", StringComparison.Ordinal) || method == "HEAD" || path == "/mcp",
            $"{answer.StatusCode}"
        );
        Assert.Equal(Policy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/api/v1/articles")]
    [InlineData("/data/articles.csv")]
    public async Task A_title_is_no_formula_of_a_spreadsheet(string path)
    {
        using var vera = await bench.Browser("vera");
        using var answer = await vera.Send(HttpMethod.Get, path, null, ("Accept", "text/csv"));
        var csv = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("'=cmd|", csv, StringComparison.Ordinal);
        Assert.DoesNotMatch("(^|[,\"\r\n])=cmd", csv);
    }

    [Theory]
    [InlineData("/board%0d%0aSet-Cookie:%20planted=1")]
    [InlineData("/board?party=%0d%0aSet-Cookie:%20planted=1")]
    [InlineData("/data/%0d%0aSet-Cookie:%20planted=1")]
    [InlineData("/login?next=%0d%0aSet-Cookie:%20planted=1")]
    public async Task No_header_is_put_into_an_answer(string path)
    {
        using var ada = await bench.Browser("ada");
        using var answer = await ada.Look(path);
        Assert.False(
            answer.Headers.TryGetValues("Set-Cookie", out var cookies)
                && cookies.Any(one => one.StartsWith("planted", StringComparison.Ordinal))
        );
    }

    private static void AssertHarmless(string html)
    {
        // What is code in a page: the one script of the server's own, and nothing else.
        Assert.All(ScriptTag().Matches(html), tag => Assert.Matches("^<script src=\"/assets/parley\\.js\\?v=[0-9a-f]+\" defer", tag.Value));
        Assert.DoesNotMatch(Handler(), html);
        Assert.DoesNotContain("<svg onload", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(?i)(href|src|action)=\"?\\s*(javascript|data|vbscript):", html);
        Assert.DoesNotMatch("(?i)<[a-z][^>]* style=", html);
        Assert.DoesNotContain("<base", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<iframe", html, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex("&lt;(script&gt;alert\\(1\\)|img src=x onerror|svg onload)")]
    private static partial Regex ShownTag();

    [GeneratedRegex("(?i)<script[^>]*>")]
    private static partial Regex ScriptTag();

    [GeneratedRegex("(?i)<[a-z]+(\\s+[a-z-]+(=\"[^\"]*\")?)*\\s+on[a-z]+=")]
    private static partial Regex Handler();

    [GeneratedRegex("href=\"(/articles/[0-9a-f]{16})")]
    private static partial Regex ArticleLink();
}
