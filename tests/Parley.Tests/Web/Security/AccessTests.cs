using System.Net;
using System.Text.Json;
using Parley.Tests.Cli;
using Parley.Web.Server;
using Xunit;

namespace Parley.Tests.Web.Security;

/// <summary>Attacks by who is not logged in, and by who wants more than his role.</summary>
public sealed class AccessTests(GuardedBench bench) : IClassFixture<GuardedBench>
{
    private const string Reject = """{"verb":"reject","records":["549ae1b4/e4"],"why":"It was not there."}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/board")]
    [InlineData("/articles")]
    [InlineData("/queue")]
    [InlineData("/data")]
    [InlineData("/corrections")]
    [InlineData("/add")]
    [InlineData("/search?q=Kyiv")]
    [InlineData("/audit")]
    [InlineData("/BOARD")]
    public async Task A_page_leads_strangers_to_the_login(string path)
    {
        using var stranger = await bench.Browser();
        using var answer = await stranger.Look(path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/login?next=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Theory]
    [InlineData("/api/v1/board")]
    [InlineData("/api/v1/corrections")]
    [InlineData("/api/v1/adding")]
    [InlineData("/api/v1/events")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/mcp")]
    public async Task A_program_without_a_token_is_refused(string path)
    {
        using var stranger = await bench.Browser();
        using var answer = await stranger.Send(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData("//board")]
    [InlineData("/board/")]
    [InlineData("/assets/../board")]
    [InlineData("/assets/%2e%2e/board")]
    [InlineData("/login/../board")]
    [InlineData("/login;/board")]
    [InlineData("/login/board")]
    [InlineData("/health/live/../../board")]
    [InlineData("/board#/login")]
    [InlineData("/board?/assets/")]
    public async Task No_spelling_of_a_path_gets_around_the_login(string path)
    {
        var answer = await bench.Raw(
            $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{bench.Address.Port}\r\nAccept: text/html\r\nConnection: close\r\n\r\n"
        );
        Assert.StartsWith("HTTP/1.1 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(GuardedBench.Secret, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/corrections")]
    [InlineData("POST", "/add")]
    [InlineData("POST", "/sources/Reuters")]
    [InlineData("POST", "/board")]
    [InlineData("PUT", "/corrections")]
    [InlineData("DELETE", "/corrections")]
    [InlineData("PATCH", "/articles")]
    [InlineData("TRACE", "/board")]
    [InlineData("PROPFIND", "/board")]
    public async Task A_reader_does_not_write(string method, string path)
    {
        using var rita = await bench.Browser("rita");
        var before = bench.Corrections();
        using var form = Browser.Form(("form_token", await rita.Token()), ("verb", "reject"), ("record", "549ae1b4/e4"), ("why", "no"));
        using var answer = await rita.Send(new HttpMethod(method), path, method == "TRACE" ? null : form);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(before, bench.Corrections());
    }

    [Fact]
    public async Task A_reader_does_not_write_by_the_API()
    {
        using var program = await bench.Browser();
        var before = bench.Corrections();
        using var answer = await program.Send(
            HttpMethod.Post,
            "/api/v1/corrections",
            Browser.Json(Reject),
            ("Authorization", $"Bearer {GuardedBench.Tokens["rita"]}")
        );
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(before, bench.Corrections());
    }

    [Theory]
    [InlineData("rita", false)]
    [InlineData("vera", true)]
    public async Task An_assistant_may_what_its_user_may(string user, bool writes)
    {
        await using var own = await GuardedBench.Of();
        using var program = await own.Browser();
        using var answer = await program.Send(
            HttpMethod.Post,
            "/mcp",
            Browser.Json(
                """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"parley_correct","arguments":{"verb":"reject","records":["549ae1b4/e4"],"why":"It was not there."}}}"""
            ),
            ("Authorization", $"Bearer {GuardedBench.Tokens[user]}"),
            ("Accept", "application/json, text/event-stream")
        );
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        Assert.Equal(writes ? 1 : 0, own.Corrections());
        if (writes)
            Assert.Contains("vera (assistant)", Call.Run("corrections", "list", "--ledger", own.Ledger).Output, StringComparison.Ordinal);
        else
            Assert.Contains("PRL0121", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rita", "/audit")]
    [InlineData("vera", "/audit")]
    [InlineData("vera", "/AUDIT")]
    [InlineData("vera", "/audit/")]
    [InlineData("vera", "/audit?who=ada")]
    public async Task The_audit_log_is_for_admins(string user, string path)
    {
        using var browser = await bench.Browser(user);
        Assert.Equal(403, await browser.Status(path));
    }

    [Theory]
    [InlineData("X-HTTP-Method-Override", "POST")]
    [InlineData("X-HTTP-Method", "POST")]
    [InlineData("X-Method-Override", "DELETE")]
    public async Task A_method_is_what_it_is(string header, string method)
    {
        using var rita = await bench.Browser("rita");
        var before = bench.Corrections();
        using var read = await rita.Look("/corrections?verb=reject&record=549ae1b4/e4&why=no&_method=POST", (header, method));
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        // And what writes is not let through as if it asked.
        using var form = Browser.Form(
            ("form_token", await rita.Token()),
            ("verb", "reject"),
            ("record", "549ae1b4/e4"),
            ("_method", "GET")
        );
        using var write = await rita.Send(HttpMethod.Post, "/corrections?_method=GET", form, (header, "GET"));
        Assert.Equal(HttpStatusCode.Forbidden, write.StatusCode);
        Assert.Equal(before, bench.Corrections());
    }

    [Fact]
    public async Task A_reader_is_offered_no_form_that_writes()
    {
        using var rita = await bench.Browser("rita");
        Assert.DoesNotContain("method=\"post\"", await rita.Text("/queue"), StringComparison.Ordinal);
        using var vera = await bench.Browser("vera");
        Assert.Contains("method=\"post\"", await vera.Text("/queue"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("users", "remove", "vera")]
    [InlineData("users", "add", "vera")]
    public async Task Who_is_removed_or_has_another_password_is_out_at_once(params string[] command)
    {
        await using var own = await GuardedBench.Of();
        using var vera = await own.Browser("vera");
        Assert.Equal(200, await vera.Status("/board"));
        Assert.Equal(0, Call.With("another password here\n", [.. command, "--users", own.Users]).Code);
        Assert.Equal(302, await vera.Status("/board"));
    }

    [Fact]
    public async Task Who_has_a_lesser_role_may_less_at_once()
    {
        await using var own = await GuardedBench.Of();
        using var program = await own.Browser();
        (string, string) token = ("Authorization", $"Bearer {GuardedBench.Tokens["ada"]}");
        using var before = await program.Look("/audit", token);
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(0, Call.With("another password here\n", "users", "add", "ada", "--role", "reader", "--users", own.Users).Code);
        using var after = await program.Look("/audit", token);
        Assert.Equal(HttpStatusCode.Forbidden, after.StatusCode);
    }

    [Fact]
    public async Task A_damaged_file_of_users_lets_nobody_in()
    {
        await using var own = await GuardedBench.Of();
        using var ada = await own.Browser("ada");
        await File.WriteAllTextAsync(own.Users, "{\"version\":1,\"users\":null}", Cancel);
        Assert.Equal(503, await ada.Status("/board"));
        File.Delete(own.Users);
        Assert.Equal(503, await ada.Status("/board"));
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", "PRL0124")]
    [InlineData("http://192.0.2.1:0", "PRL0124")]
    [InlineData("https://127.0.0.1:0", "PRL0124")]
    public async Task Passwords_do_not_go_in_clear(string url, string code)
    {
        var fault = await Assert.ThrowsAsync<ProblemException>(() =>
            WorkbenchServer.StartAsync(bench.Options with { Urls = [url] }, Cancel)
        );
        Assert.Equal(code, fault.Problem.Code);
    }

    [Fact]
    public async Task What_was_done_and_refused_is_noted_with_who_and_without_secrets()
    {
        await using var own = await GuardedBench.Of();
        using var vera = await own.Browser("vera");
        using var done = await vera.Post("/corrections", ("verb", "reject"), ("record", "549ae1b4/e4"), ("why", "secret why"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        using var rita = await own.Browser("rita");
        using var refused = await rita.Post("/corrections", ("verb", "accept"), ("record", "549ae1b4/e4"));
        using var wrong = await own.Browser();
        using var failed = await wrong.LogIn("ada\r\n{\"who\":\"x\"}", "wrong wrong wrong");
        var entries = own.AuditLines().Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(
            [
                "vera POST /login name=vera 302",
                "vera POST /corrections verb=reject record=549ae1b4/e4 302",
                "rita POST /login name=rita 302",
                "rita POST /corrections 403",
                " POST /login name=ada\r\n{\"who\":\"x\"} 401",
            ],
            entries.Select(one =>
                $"{one.GetProperty("who").GetString()} {one.GetProperty("what").GetString()} {one.GetProperty("status").GetInt32()}"
            )
        );
        var whole = string.Join('\n', own.AuditLines());
        foreach (var secret in new[] { GuardedBench.Password, "wrong wrong", "secret why" })
            Assert.DoesNotContain(secret, whole, StringComparison.Ordinal);
        using var ada = await own.Browser("ada");
        Assert.Contains("verb=reject", await ada.Text("/audit"), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(own.Audit));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Via", "1.1 proxy")]
    public async Task Without_users_nobody_comes_through_a_proxy(string header, string value)
    {
        await using var open = await GuardedBench.Of(options => options with { Users = null });
        using var browser = await open.Browser();
        Assert.Equal(200, await browser.Status("/board"));
        using var answer = await browser.Look("/board", (header, value));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
