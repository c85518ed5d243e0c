using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Parley.Ledger;
using Parley.Records;
using Parley.Stores;
using Xunit;

namespace Parley.Browser;

/// <summary>The tasks that the workbench is for, done by keys alone within half the time that a person has for them.</summary>
public sealed partial class TaskTests(Desk desk)
{
    private const string Board = ".rail a[href*='/board']";

    /// <summary>Reports of the samples.</summary>
    private const int Reports = 9;

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

    [Fact]
    public async Task Correct_a_wrong_speaker_and_the_correction_survives_a_reading_anew()
    {
        const string copy = "speaker.db";
        await using var server = await desk.Another(copy);
        var (reading, statement, right) = ReadByAnOlderModel(desk.PathOf(copy));
        var page = await desk.Open(new Uri(server.Addresses[0], $"/articles/{reading.Article.Id[..16]}").ToString());
        var (hands, clock) = (new Keyboard(page), Stopwatch.StartNew());
        // The card of the statement, its form, the speaker.
        await hands.StepTo($"#{statement.Id} summary", key: "j");
        await hands.Press("e");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/queue\\?.*record="));
        await Assertions.Expect(page.Locator("#card")).ToBeFocusedAsync();
        await hands.Press("e");
        await hands.StepTo("form.field:has(input[name=field][value=speaker]) input[name=value]");
        await hands.Press("Control+A");
        await page.Keyboard.TypeAsync(right.Name);
        await hands.Press("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("done="));
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("speaker");
        Within(clock, 15);

        Assert.StartsWith(
            $"{Reports} read anew",
            Desk.Run(["reread", "--model", "fast", "--ledger", desk.PathOf(copy)]),
            StringComparison.Ordinal
        );
        await page.GotoAsync(new Uri(server.Addresses[0], $"/articles/{reading.Article.Id[..16]}#{statement.Id}").ToString());
        await Assertions.Expect(page.Locator($"#heading-{statement.Id}")).ToContainTextAsync(right.Name);
        await page.GotoAsync(new Uri(server.Addresses[0], "/corrections").ToString());
        await Assertions.Expect(page.Locator("main .log")).ToContainTextAsync("in force");
        using var ledger = new SqliteLedger(desk.PathOf(copy));
        var after = ledger.Find(reading.Article.Id)!;
        Assert.Equal(right.Id, after.Statements.Single(one => one.Evidence[0] == statement.Evidence[0]).Speaker);
        var uncorrected = ledger.FindUncorrected(reading.Article.Id)!;
        Assert.NotEqual(right.Id, uncorrected.Statements.Single(one => one.Evidence[0] == statement.Evidence[0]).Speaker);
    }

    /// <summary>
    /// Makes all readings of a ledger those of an older model, so that they are read anew; and finds a statement whose speaker could be another: its
    /// evidence is that of no other, and the other's name begins no third.
    /// </summary>
    private static (Reading Reading, Statement Statement, Actor Other) ReadByAnOlderModel(string file)
    {
        using var ledger = new SqliteLedger(file);
        var readings = ledger.Readings(ReadingQuery.All).ToList();
        foreach (var reading in readings)
            ledger.Keep(
                reading,
                new LedgerRun("an older model", "older rules"),
                new Note("tester", DateTimeOffset.UnixEpoch, ""),
                ledger.Document(reading.Article.Id)
            );
        return (
            from reading in readings
            from statement in reading.Statements
            where statement.Speaker is not null && statement.Confidence > 0.6
            where reading.Statements.Count(one => one.Evidence[0] == statement.Evidence[0]) == 1
            from other in reading.Actors
            where other.Id != statement.Speaker
            where reading.Actors.Count(one => one.Name.StartsWith(other.Name, StringComparison.OrdinalIgnoreCase)) == 1
            select (reading, statement, other)
        ).First();
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
