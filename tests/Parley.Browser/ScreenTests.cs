using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace Parley.Browser;

/// <summary>Every screen, light and dark: no barrier that axe knows; and no scrolling sideways at 320 pixels.</summary>
public sealed class ScreenTests(Desk desk)
{
    private const int Narrow = 320;
    private static readonly string s_axe = new BundledAxeScriptProvider().GetScript();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_screen_has_a_barrier(bool dark)
    {
        var page = await desk.Open("/", dark);
        var found = new List<string>();
        foreach (var screen in await desk.Screens())
        {
            await page.GotoAsync(new Uri(desk.Address, screen).ToString());
            await Open(page);
            found.AddRange(await Violations(page, screen));
        }
        // With the sentence at the side.
        await page.GotoAsync(new Uri(desk.Address, "/board").ToString());
        await page.Locator("main a[href*='/undertakings/']").First.ClickAsync();
        await page.Locator("main a[data-sentence]").First.ClickAsync();
        await page.Locator("#side .panel").WaitForAsync();
        found.AddRange(await Violations(page, "the sentence at the side"));
        Assert.True(found.Count == 0, string.Join("\n", found));
    }

    [Fact]
    public async Task A_barrier_is_found()
    {
        var page = await desk.Open("/");
        await page.EvaluateAsync("document.querySelector('main').append(document.createElement('button'))");
        Assert.Contains("button-name", Assert.Single(await Violations(page, "with a button of no name")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_screen_scrolls_sideways_at_320_pixels()
    {
        var page = await desk.Open("/", width: Narrow);
        var wide = new List<string>();
        foreach (var screen in await desk.Screens())
        {
            await page.GotoAsync(new Uri(desk.Address, screen).ToString());
            await Open(page);
            var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (width > Narrow)
                wide.Add($"{screen}: {width} pixels, {await page.EvaluateAsync<string>(Widest)}");
            if (await page.EvaluateAsync<string?>(LeftOut) is { } lost)
                wide.Add($"{screen}: out of sight, {lost}");
        }
        Assert.True(wide.Count == 0, string.Join("\n", wide));
    }

    [Theory]
    [InlineData(false, 1280)]
    [InlineData(true, 1280)]
    [InlineData(false, Narrow)]
    public async Task No_screen_of_a_server_with_users_has_a_barrier(bool dark, int width)
    {
        const string password = "twelve letters & more";
        var users = desk.NewFile($"users-{dark}-{width}.json");
        foreach (var (name, role) in new[] { ("rita", "reader"), ("vera", "reviewer"), ("ada", "admin") })
            Desk.Run(["users", "add", name, "--role", role, "--users", users], password + "\n");
        await using var server = await desk.Another(
            "guarded.db",
            options =>
                options with
                {
                    Users = new Web.Users.UserFile(users),
                    AuditFile = users + ".audit.jsonl",
                    WorkFolder = users + ".work",
                }
        );
        var found = new List<string>();
        string At(string path) => new Uri(server.Addresses[0], path).ToString();
        // Each role with what it alone sees, or sees otherwise.
        foreach (
            var (name, screens) in new (string, string[])[]
            {
                ("rita", ["/queue", "/audit", "article"]),
                ("vera", ["/queue", "/corrections", "/add", "article"]),
                ("ada", ["/audit", "/logout"]),
            }
        )
        {
            var page = await desk.Open(At("/login"), dark, width);
            await Look(page, $"{name}: the login");
            await LogIn(name, "not the password");
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await Look(page, $"{name}: the login after a wrong password");
            await LogIn(name, password);
            await Assertions.Expect(page.Locator("form.login")).ToHaveCountAsync(0);
            await page.GotoAsync(At("/articles"));
            var article = await page.Locator("main a[href*='/articles/']").First.GetAttributeAsync("href");
            foreach (var screen in screens)
            {
                await page.GotoAsync(At(screen == "article" ? article! : screen));
                await Open(page);
                await Look(page, $"{name}: {screen}");
            }
            await page.GotoAsync(At("/logout"));
            await page.Locator("main form button").First.ClickAsync();
            await Assertions.Expect(page.Locator("form.login")).ToBeVisibleAsync();

            async Task LogIn(string user, string secret)
            {
                await page.Locator("form.login input[name=name]").FillAsync(user);
                await page.Locator("form.login input[name=password]").FillAsync(secret);
                await page.Locator("form.login button").ClickAsync();
            }
        }
        Assert.True(found.Count == 0, string.Join("\n", found));

        async Task Look(IPage page, string screen)
        {
            found.AddRange(await Violations(page, screen));
            if (width == Narrow && await page.EvaluateAsync<int>("document.documentElement.scrollWidth") is > Narrow and var wide)
                found.Add($"{screen}: {wide} pixels, {await page.EvaluateAsync<string>(Widest)}");
        }
    }

    /// <summary>What axe has against the page, in words. It runs in the page itself: there are no frames, and only what is wrong need be told.</summary>
    private const string Broken = """
        async (screen) => {
          const { violations } = await axe.run(document, { resultTypes: ["violations"] });
          return violations.map(
            (one) => `${screen}: ${one.id} (${one.impact}) ${one.help}; ${one.nodes.length} times, first ${one.nodes[0].html}`
          );
        }
        """;

    /// <summary>What goes furthest to the right, for the message.</summary>
    private const string Widest = """
        (() => {
          const all = [...document.querySelectorAll("body *")].filter((one) => !one.closest(".scroll > *"));
          const most = all.reduce((a, b) => (b.getBoundingClientRect().right > a.getBoundingClientRect().right ? b : a));
          return most.outerHTML.slice(0, 120);
        })()
        """;

    /// <summary>The first field or button that lies beyond the left edge, where nobody scrolls; null where there is none.</summary>
    private const string LeftOut = """
        [...document.querySelectorAll("main :is(a, button, input, select, textarea, summary)")]
          .find((one) => one.checkVisibility() && one.getBoundingClientRect().right < 0)?.outerHTML.slice(0, 120) ?? null
        """;

    /// <summary>Opens all that is folded: it must be as good as the rest.</summary>
    private static Task<System.Text.Json.JsonElement?> Open(IPage page) =>
        page.EvaluateAsync("for (const one of document.querySelectorAll('main details')) one.open = true");

    private static async Task<IEnumerable<string>> Violations(IPage page, string screen)
    {
        await page.EvaluateAsync(s_axe);
        return await page.EvaluateAsync<string[]>(Broken, screen);
    }
}
