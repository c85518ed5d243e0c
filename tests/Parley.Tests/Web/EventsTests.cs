using System.Diagnostics;
using System.Text.RegularExpressions;
using Parley.Ledger;
using Parley.Tests.Cli;
using Xunit;

namespace Parley.Tests.Web;

public sealed partial class EventsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_article_a_new_status_and_new_evidence_are_told()
    {
        await using var bench = await WorkbenchFixture.OfSamples();
        using var listener = await EventListener.Open(bench.Client, null);
        await listener.Until(": now");
        var record = Promise(bench);
        await bench.Post("/corrections", ("verb", "reject"), ("record", record));
        var told = await listener.Until("event: status.changed");
        Assert.Contains("\"undertaking\":\"eth-", told, StringComparison.Ordinal);
        await bench.Upload(
            [],
            (
                "text",
                "KYIV, March 31 - Russian artillery shelled Chernihiv on Thursday and killed two people, the governor Viacheslav Chaus said."
            ),
            ("published", "2022-03-31"),
            ("outlet", "The Lantern")
        );
        told = await listener.Until("event: record.new");
        Assert.Contains("\"outlet\":\"The Lantern\"", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_program_adds_is_told_too()
    {
        await using var bench = await WorkbenchFixture.Empty();
        using var listener = await EventListener.Open(bench.Client, null);
        await listener.Until(": now");
        Call.Run("add", "--model", "fast", "--ledger", bench.File, Repository.Path("samples", "istanbul", "02-agency-pledge.txt"));
        await listener.Until("event: record.new");
        Assert.Contains("rus-reduction", await listener.Until("event: status.changed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_comes_back_hears_what_he_missed_also_from_a_server_that_was_away()
    {
        await using var bench = await WorkbenchFixture.OfSamples();
        string last;
        using (var listener = await EventListener.Open(bench.Client, null))
            last = IdLine().Match(await listener.Until(": now")).Groups[1].Value;
        var record = Promise(bench);
        await bench.Post("/corrections", ("verb", "reject"), ("record", record));
        using (var listener = await EventListener.Open(bench.Client, last))
            await listener.Until("event: status.changed");
        await bench.Stop();
        await bench.Start();
        using (var listener = await EventListener.Open(bench.Client, last))
        {
            var told = await listener.Until("event: status.changed");
            Assert.DoesNotContain("event: gap", told, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("00000000-4")]
    [InlineData("a\"b-1")]
    public async Task An_id_that_nobody_knows_is_a_gap(string last)
    {
        await using var bench = await WorkbenchFixture.Empty();
        using var listener = await EventListener.Open(bench.Client, last);
        Assert.Contains("is not known any more", await listener.Until("event: gap"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_listen_do_not_keep_the_server_from_stopping()
    {
        await using var bench = await WorkbenchFixture.Empty();
        using var listener = await EventListener.Open(bench.Client, null);
        await listener.Until(": now");
        var clock = Stopwatch.StartNew();
        await bench.Stop();
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 8);
    }

    [Fact]
    public async Task Every_page_has_the_line_that_tells_of_changes()
    {
        await using var bench = await WorkbenchFixture.Empty();
        Assert.Contains("id=\"news\" class=\"news\" role=\"status\"", await bench.Get("/board"), StringComparison.Ordinal);
        var script = await bench.Get("/assets/parley.js");
        foreach (var part in new[] { "EventSource", "record.new", "parley-keys", "data-key" })
            Assert.Contains(part, script, StringComparison.Ordinal);
    }

    /// <summary>Ethiopia's promise to leave Kobo.</summary>
    private static string Promise(WorkbenchFixture bench)
    {
        using var ledger = bench.Open();
        var reading = ledger.Readings(ReadingQuery.All).First(one => one.Article.Title == "Ethiopia to pull troops out of Kobo");
        return $"{reading.Article.Id}/{reading.Undertakings.First(one => one.Kind == Records.UndertakingKind.Withdrawal).Id}";
    }

    [GeneratedRegex("id: ([0-9a-f]+-[0-9]+)")]
    private static partial Regex IdLine();
}
