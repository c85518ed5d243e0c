using System.Diagnostics;
using System.Net;
using Parley.Tests.Cli;
using Xunit;

namespace Parley.Tests.Web.Security;

/// <summary>Attacks on passwords, cookies and tokens.</summary>
public sealed class LoginTests(GuardedBench bench) : IClassFixture<GuardedBench>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_password_tells_nothing_of_who_is_there()
    {
        await using var own = await GuardedBench.Of();
        using var browser = await own.Browser();
        var texts = new List<string>();
        foreach (var name in new[] { "ada", "nobody" })
        {
            using var answer = await browser.LogIn(name, "not the password");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            texts.Add((await answer.Content.ReadAsStringAsync(Cancel)).Split("form_token\" value")[0]);
            Assert.Null(browser.LoginCookie);
        }
        Assert.Equal(texts[0], texts[1]);
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("ADA")]
    [InlineData("nobody")]
    public async Task After_five_wrong_passwords_even_the_right_one_has_to_wait(string name)
    {
        await using var own = await GuardedBench.Of();
        for (var i = 0; i < 5; i++)
        {
            // Another browser, another address claimed: it is the same one.
            using var guess = await own.Browser();
            using var wrong = await guess.LogIn(name, $"guess number {i}", "/", ("X-Forwarded-For", $"203.0.113.{i}"));
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }
        using var browser = await own.Browser();
        using (var locked = await browser.LogIn(name, GuardedBench.Password))
            Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
        Assert.Null(browser.LoginCookie);
        own.Later = TimeSpan.FromMinutes(16);
        using var again = await browser.LogIn(name, GuardedBench.Password);
        Assert.Equal(name == "nobody" ? HttpStatusCode.Unauthorized : HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task Tokens_are_not_guessed()
    {
        await using var own = await GuardedBench.Of();
        using var program = await own.Browser();
        for (var i = 0; i < 20; i++)
        {
            using var wrong = await program.Send(
                HttpMethod.Get,
                "/api/v1/board",
                null,
                ("Authorization", $"Bearer parley_0000000{i % 10}_guess{i}")
            );
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }
        using var right = await program.Send(
            HttpMethod.Get,
            "/api/v1/board",
            null,
            ("Authorization", $"Bearer {GuardedBench.Tokens["ada"]}")
        );
        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
    }

    [Fact]
    public async Task Many_names_from_one_address_are_not_tried()
    {
        await using var own = await GuardedBench.Of();
        using var browser = await own.Browser();
        for (var i = 0; i < 20; i++)
        {
            using var wrong = await browser.LogIn($"user{i}", "twelve letters more");
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }
        using var locked = await browser.LogIn("ada", GuardedBench.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
    }

    public static TheoryData<string> WrongTokens
    {
        get
        {
            var token = GuardedBench.Tokens["ada"];
            return
            [
                "Bearer",
                "Bearer null",
                $"Bearer {token[..^1]}",
                $"Bearer {token}x",
                $"Bearer {token[..16]}",
                $"Bearer {token.ToUpperInvariant()}",
                $"Bearer {token[..16]}{GuardedBench.Tokens["rita"][16..]}",
                $"Basic {token}",
                token,
                "Basic YWRhOnR3ZWx2ZSBsZXR0ZXJzICYgbW9yZQ==",
            ];
        }
    }

    [Theory]
    [MemberData(nameof(WrongTokens))]
    public async Task Only_the_whole_token_is_one(string header)
    {
        await using var own = await GuardedBench.Of();
        using var program = await own.Browser();
        using var answer = await program.Send(HttpMethod.Get, "/api/v1/board", null, ("Authorization", header));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_token_counts_in_its_header_alone()
    {
        var token = GuardedBench.Tokens["ada"];
        using var program = await bench.Browser();
        using (var right = await program.Send(HttpMethod.Get, "/api/v1/board", null, ("Authorization", $"Bearer {token}")))
            Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        using var query = await program.Send(HttpMethod.Get, $"/api/v1/board?access_token={token}&token={token}");
        Assert.Equal(HttpStatusCode.Unauthorized, query.StatusCode);
        program.Cookies.Add(program.Address, new Cookie("parley-login", token));
        using var cookie = await program.Send(HttpMethod.Get, "/api/v1/board");
        Assert.Equal(HttpStatusCode.Unauthorized, cookie.StatusCode);
    }

    [Fact]
    public async Task A_wrong_token_is_not_helped_by_a_cookie()
    {
        using var ada = await bench.Browser("ada");
        using var answer = await ada.Look("/board", ("Authorization", "Bearer wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_token_that_is_taken_back_is_none()
    {
        await using var own = await GuardedBench.Of();
        var token = GuardedBench.Tokens["vera"];
        Assert.Equal(0, Call.Run("users", "token", "vera", "--revoke", token.Split('_')[1], "--users", own.Users).Code);
        using var program = await own.Browser();
        using var answer = await program.Send(HttpMethod.Get, "/api/v1/board", null, ("Authorization", $"Bearer {token}"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_file_of_users_has_no_password_and_no_token_and_is_its_owners()
    {
        using var folder = new Parley.Tests.Intake.TemporaryFolder();
        var file = Path.Combine(folder.Root, "users.json");
        Assert.Equal(0, Call.With(GuardedBench.Password + "\n", "users", "add", "eve", "--users", file).Code);
        var token = Call.Run("users", "token", "eve", "--users", file).Output.Trim();
        var text = await File.ReadAllTextAsync(file, Cancel);
        Assert.DoesNotContain("twelve letters", text, StringComparison.Ordinal);
        Assert.DoesNotContain(token.Split('_', 3)[2], text, StringComparison.Ordinal);
        Assert.DoesNotContain(token.Split('_', 3)[2], Call.Run("users", "list", "--users", file).Output, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("")]
    [InlineData("mallory-mallory")]
    public void An_easy_password_is_not_taken(string password)
    {
        using var folder = new Parley.Tests.Intake.TemporaryFolder();
        var file = Path.Combine(folder.Root, "users.json");
        var call = Call.With(password + "\n", "users", "add", "mallory", "--users", file);
        Assert.Equal(2, call.Code);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task The_cookie_is_for_this_server_and_no_script()
    {
        using var browser = await bench.Browser();
        using var answer = await browser.LogIn("rita", GuardedBench.Password);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("parley-login=", StringComparison.Ordinal));
        Assert.Contains("; path=/; samesite=strict; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Behind_a_proxy_the_cookie_goes_over_TLS_alone()
    {
        await using var own = await GuardedBench.Of(options => options with { Proxy = IPAddress.Loopback, Hosts = ["talks.example"] });
        using var browser = await own.Browser();
        (string, string)[] through = [("Host", "talks.example"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.7")];
        using var form = await browser.Look("/login", through);
        var token = (await form.Content.ReadAsStringAsync(Cancel)).Split("form_token\" value=\"")[1].Split('"')[0];
        var pair = form.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        using var content = Browser.Form(("form_token", token), ("name", "rita"), ("password", GuardedBench.Password), ("next", "/"));
        using var answer = await browser.Send(
            HttpMethod.Post,
            "/login",
            content,
            [.. through, ("Cookie", pair), ("Origin", "https://talks.example")]
        );
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("__Host-parley=", StringComparison.Ordinal));
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.Contains("\"from\":\"203.0.113.7\"", own.AuditLines()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_that_was_planted_is_not_taken_over()
    {
        using var victim = await bench.Browser();
        victim.Cookies.Add(victim.Address, new Cookie("parley-login", "planted"));
        using var answer = await victim.LogIn("vera", GuardedBench.Password);
        Assert.NotEqual("planted", victim.LoginCookie);
        using var attacker = await bench.Browser();
        attacker.Cookies.Add(attacker.Address, new Cookie("parley-login", "planted"));
        Assert.Equal(302, await attacker.Status("/board"));
    }

    [Fact]
    public async Task A_second_login_has_another_cookie_and_ends_the_first()
    {
        using var vera = await bench.NewLogin("vera");
        var first = vera.LoginCookie!;
        using var answer = await vera.LogIn("vera", GuardedBench.Password);
        Assert.NotEqual(first, vera.LoginCookie);
        using var thief = await bench.Browser();
        thief.Cookies.Add(thief.Address, new Cookie("parley-login", first));
        Assert.Equal(302, await thief.Status("/board"));
    }

    [Fact]
    public async Task A_stolen_cookie_is_worth_nothing_after_logging_out()
    {
        using var vera = await bench.NewLogin("vera");
        using var thief = await bench.Browser();
        thief.Cookies.Add(thief.Address, new Cookie("parley-login", vera.LoginCookie!));
        Assert.Equal(200, await thief.Status("/board"));
        using var answer = await vera.Post("/logout");
        Assert.Equal("/login", answer.Headers.Location!.ToString());
        Assert.Equal(302, await thief.Status("/board"));
    }

    [Theory]
    [InlineData(11, 200)]
    [InlineData(13, 302)]
    public async Task A_login_ends_after_twelve_hours_without_use(int hours, int status)
    {
        await using var own = await GuardedBench.Of();
        using var vera = await own.Browser("vera");
        own.Later = TimeSpan.FromHours(hours);
        Assert.Equal(status, await vera.Status("/board"));
    }

    [Fact]
    public async Task A_login_ends_after_seven_days_however_often_it_is_used()
    {
        await using var own = await GuardedBench.Of();
        using var vera = await own.Browser("vera");
        for (var hours = 0; hours < 7 * 24; hours += 10)
        {
            own.Later = TimeSpan.FromHours(hours);
            Assert.Equal(200, await vera.Status("/board"));
        }
        own.Later = TimeSpan.FromHours(7 * 24 + 1);
        Assert.Equal(302, await vera.Status("/board"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("../../users.json")]
    [InlineData("' OR 1=1 --")]
    public async Task A_made_up_cookie_is_nobody(string value)
    {
        using var browser = await bench.Browser();
        using var answer = await browser.Look("/board", ("Cookie", $"parley-login={value}"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_is_logged_in_by_a_form_of_another_page()
    {
        using var victim = await bench.Browser();
        using var form = Browser.Form(("name", "rita"), ("password", GuardedBench.Password));
        using var answer = await victim.Send(HttpMethod.Post, "/login", form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(victim.LoginCookie);
    }

    [Fact]
    public async Task Nobody_is_logged_out_by_another_page()
    {
        using var vera = await bench.Browser("vera");
        using var link = await vera.Look("/logout");
        using var form = await vera.Send(HttpMethod.Post, "/logout", Browser.Form(("a", "b")));
        Assert.Equal(HttpStatusCode.BadRequest, form.StatusCode);
        Assert.Equal(200, await vera.Status("/board"));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("/x\r\nSet-Cookie: a=b")]
    public async Task The_login_leads_nowhere_else(string next)
    {
        using var browser = await bench.Browser();
        using var answer = await browser.LogIn("rita", GuardedBench.Password, next);
        Assert.Equal("/", answer.Headers.Location!.ToString());
        Assert.DoesNotContain(answer.Headers.GetValues("Set-Cookie"), one => one.StartsWith("a=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_password_keeps_nobody_busy()
    {
        await using var own = await GuardedBench.Of();
        using var browser = await own.Browser();
        var clock = Stopwatch.StartNew();
        using var answer = await browser.LogIn("ada", new string('a', 900_000));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
    }

    [Fact]
    public async Task Strangers_ask_only_so_often()
    {
        await using var own = await GuardedBench.Of(options => options with { UnknownReserve = 10 });
        using var browser = await own.Browser();
        var answers = new List<int>();
        for (var i = 0; i < 100; i++)
            answers.Add(await browser.Status("/login"));
        Assert.Contains(429, answers);
        Assert.Equal(200, answers[0]);
    }
}
