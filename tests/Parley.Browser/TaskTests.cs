using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Parley.Browser;

/// <summary>The tasks that the workbench is for, done by keys alone within half the time that a person has for them.</summary>
/// <remarks>Missing: the correction of a wrong speaker, which comes with the queue.</remarks>
public sealed partial class TaskTests(Desk desk)
{
    private const string Board = ".rail a[href*='/board']";

    [Fact]
    public async Task What_did_Russia_promise_on_29_March_and_what_did_it_exclude()
    {
        var page = await desk.Open("/");
        var (hands, clock) = (new Keyboard(page), Stopwatch.StartNew());
        await OpenUndertaking(page, hands);
        var main = await page.Locator("main").InnerTextAsync();
        Assert.Contains("29 Mar 2022", main, StringComparison.Ordinal);
        Assert.Contains("Kyiv", main, StringComparison.Ordinal);
        var terms = page.Locator(".terms");
        await Assertions.Expect(terms).ToContainTextAsync("Not promised");
        await hands.Follow("main a[data-sentence]");
        var words = page.Locator("#side mark");
        await Assertions.Expect(words).ToBeVisibleAsync();
        Assert.NotEmpty(await words.InnerTextAsync());
        await Assertions.Expect(words).ToBeFocusedAsync();
        Within(clock, 15);
        // The sentence goes with Escape, and the focus comes back to where it was.
        await hands.Press("Escape");
        await Assertions.Expect(page.Locator("#side .panel")).ToHaveCountAsync(0);
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('a[data-sentence]')"));
    }

    [Fact]
    public async Task Was_it_kept_by_31_March_who_disagrees_and_how_many_independent_origins()
    {
        var page = await desk.Open("/");
        var (hands, clock) = (new Keyboard(page), Stopwatch.StartNew());
        await hands.StepTo("form.top input[name=asof]");
        await page.Keyboard.TypeAsync("03312022");
        await hands.Press("Enter");
        await Arrive(page, "asof=2022-03-31");
        await OpenUndertaking(page, hands);
        Assert.Contains("asof=2022-03-31", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("main .pill").First).ToBeVisibleAsync();
        var against = page.Locator(".witnesses.against .origin");
        Assert.True(await against.CountAsync() > 0);
        var origins = Origins().Match(await page.Locator("main .counts").First.InnerTextAsync());
        Assert.True(origins.Success);
        using var client = new HttpClient { BaseAddress = desk.Address };
        using var board = System.Text.Json.JsonDocument.Parse(
            await client.GetStringAsync(
                new Uri("/api/v1/board?as_of=2022-03-31&party=RUS", UriKind.Relative),
                TestContext.Current.CancellationToken
            )
        );
        var said = board.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("origins").GetInt32());
        Assert.Contains(int.Parse(origins.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), said);
        Within(clock, 30);
    }

    [Fact]
    public async Task Find_the_first_outlet_and_the_copies()
    {
        var page = await desk.Open("/");
        var (hands, clock) = (new Keyboard(page), Stopwatch.StartNew());
        await hands.Follow(".rail a[href*='/articles']");
        await Arrive(page, "/articles");
        var copy = page.Locator("main [data-record]", new PageLocatorOptions { HasText = "copy of" }).First;
        await Assertions.Expect(copy).ToBeVisibleAsync();
        await hands.Follow("main [data-record] a", await copy.Locator("a").InnerTextAsync(), key: "j");
        await Arrive(page, "/articles/");
        await Assertions.Expect(page.Locator(".provenance")).ToContainTextAsync("Copy of");
        await hands.Follow(".provenance a");
        await Assertions.Expect(page.Locator(".provenance")).ToContainTextAsync("Copied by");
        Assert.DoesNotContain("Copy of", await page.Locator(".provenance").InnerTextAsync(), StringComparison.Ordinal);
        Within(clock, 22);
    }

    [Fact]
    public async Task What_changed_since_yesterday()
    {
        var page = await desk.Open("/?asof=2022-03-31");
        var (hands, clock) = (new Keyboard(page), Stopwatch.StartNew());
        await hands.StepTo("form.choose input[name=since]");
        await page.Keyboard.TypeAsync("03302022");
        await hands.Press("Enter");
        await Arrive(page, "since=2022-03-30");
        var change = page.Locator("main .changes > li").First;
        await Assertions.Expect(change).ToBeVisibleAsync();
        await hands.StepTo("main [data-record] a[href]", key: "j");
        await hands.Follow("main a[data-sentence]");
        await Assertions.Expect(page.Locator("#side mark")).ToBeVisibleAsync();
        Within(clock, 10);
    }

    private static async Task OpenUndertaking(IPage page, Keyboard hands)
    {
        await hands.Follow(Board);
        await Arrive(page, "/board");
        await hands.Follow("main a[href*='/undertakings/rus-']", key: "j");
        await Arrive(page, "/undertakings/rus-");
    }

    /// <summary>Waits until a page is there whole. It is asked again and again: a navigation that ends before anybody listens for it is never heard of.</summary>
    private static async Task Arrive(IPage page, string address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(address), new PageAssertionsToHaveURLOptions { Timeout = 120_000 });
        await page.WaitForFunctionAsync("document.readyState === 'complete'");
    }

    private static void Within(Stopwatch clock, int seconds)
    {
        if (Environment.GetEnvironmentVariable("PARLEY_TIMED") is { Length: > 0 })
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(seconds), $"{clock.Elapsed.TotalSeconds:0.0} s are more than {seconds} s");
    }

    [GeneratedRegex(@"(\d+) independent origin")]
    private static partial Regex Origins();
}
