using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Parley.Browser;

/// <summary>Every screen, light and dark: no barrier that axe knows; and no scrolling sideways at 320 pixels.</summary>
public sealed class ScreenTests(Desk desk)
{
    private const int Narrow = 320;

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
        }
        Assert.True(wide.Count == 0, string.Join("\n", wide));
    }

    /// <summary>What goes furthest to the right, for the message.</summary>
    private const string Widest = """
        (() => {
          const all = [...document.querySelectorAll("body *")].filter((one) => !one.closest(".scroll > *"));
          const most = all.reduce((a, b) => (b.getBoundingClientRect().right > a.getBoundingClientRect().right ? b : a));
          return most.outerHTML.slice(0, 120);
        })()
        """;

    /// <summary>Opens all that is folded: it must be as good as the rest.</summary>
    private static Task<System.Text.Json.JsonElement?> Open(IPage page) =>
        page.EvaluateAsync("for (const one of document.querySelectorAll('main details')) one.open = true");

    private static async Task<IEnumerable<string>> Violations(IPage page, string screen)
    {
        var result = await page.RunAxe();
        return result.Violations.Select(violation =>
            $"{screen}: {violation.Id} ({violation.Impact}) {violation.Help}; {violation.Nodes.Length} times, first {violation.Nodes[0].Html}"
        );
    }
}
