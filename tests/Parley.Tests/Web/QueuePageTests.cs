using System.Text.Json;
using System.Text.RegularExpressions;
using Parley.Corrections;
using Parley.Ledger;
using Parley.Tests.Cli;
using Xunit;

namespace Parley.Tests.Web;

public sealed partial class QueuePageTests
{
    [Fact]
    public async Task A_card_has_the_claim_the_sentence_and_what_follows_if_it_is_wrong()
    {
        await using var bench = await WorkbenchFixture.OfSamples();
        var (record, _) = await Promise(bench);
        var page = await bench.Get($"/queue?record={record}");
        Assert.Contains("<mark>", page, StringComparison.Ordinal);
        Assert.Contains("binds itself", page, StringComparison.Ordinal);
        Assert.Contains("If this is wrong,", page, StringComparison.Ordinal);
        Assert.Contains("is no undertaking any more", page, StringComparison.Ordinal);
        foreach (var key in "axesmz0123456789")
            Assert.Contains($"data-key=\"{key}\"", page, StringComparison.Ordinal);
        Assert.Contains("0 checked", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepting_logs_what_the_command_logs_and_the_next_card_comes()
    {
        await using var bench = await WorkbenchFixture.OfSamples();
        var (record, _) = await Card(bench);
        var sent = await bench.Post("/corrections", ("verb", "accept"), ("record", record), ("back", "/queue"));
        Assert.Equal(302, sent.Status);
        Assert.StartsWith("/queue?done=c", sent.Place, StringComparison.Ordinal);
        var page = await bench.Get(sent.Place!);
        Assert.Contains("Right as it was read", page, StringComparison.Ordinal);
        Assert.Contains("1 checked: 1 right as read (100 %)", page, StringComparison.Ordinal);
        Assert.NotEqual(record, (await Card(bench)).Record);
        Assert.Contains("accept", Call.Run("corrections", "list", "--ledger", bench.File).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Z_takes_back_what_was_said_last_again_and_again()
    {
        await using var bench = await WorkbenchFixture.OfSamples();
        var (first, _) = await Card(bench);
        await bench.Post("/corrections", ("verb", "reject"), ("record", first), ("why", "it is Russia's"));
        var (second, _) = await Card(bench);
        await bench.Post("/corrections", ("verb", "skip"), ("record", second), ("why", "can be read both ways"));
        Assert.False((await Card(bench)).Record is var third && (third == first || third == second));
        // What was taken back is before one again, whatever the order of the queue is by then.
        foreach (var record in new[] { second, first })
        {
            var undone = await bench.Post("/corrections", ("verb", "undo"));
            Assert.Contains(record, Uri.UnescapeDataString(undone.Place!), StringComparison.Ordinal);
            Assert.Contains($"data-record=\"{record}\"", await bench.Get(undone.Place!), StringComparison.Ordinal);
        }
        Assert.Equal(409, (await bench.Post("/corrections", ("verb", "undo"))).Status);
    }

    [Fact]
    public async Task Many_are_answered_at_once_and_taken_back_at_once()
    {
        await using var bench = await WorkbenchFixture.OfSamples();
        var list = await bench.Get("/queue?view=list");
        var names = RecordBox().Matches(list).Select(match => match.Groups[1].Value).ToArray();
        Assert.True(names.Length > 1);
        var sent = await bench.Post(
            "/corrections",
            [("verb", "reject"), ("back", "/queue?view=list"), .. names.Select(name => ("record", name))]
        );
        Assert.StartsWith("/queue?view=list&done=b", sent.Place, StringComparison.Ordinal);
        Assert.Contains($"{names.Length} records", await bench.Get(sent.Place!), StringComparison.Ordinal);
        await bench.Post("/corrections", ("verb", "undo"));
        using var ledger = bench.Open();
        Assert.Empty(CorrectionLog.InForce(ledger.Corrections()));
    }

    [Fact]
    public async Task A_skip_wants_a_reason_and_outlives_the_server()
    {
        await using var bench = await WorkbenchFixture.OfSamples();
        var (record, _) = await Card(bench);
        var without = await bench.Post("/corrections", ("verb", "skip"), ("record", record));
        Assert.Equal(400, without.Status);
        Assert.Contains("PRL0101", without.Text, StringComparison.Ordinal);
        await bench.Post("/corrections", ("verb", "skip"), ("record", record), ("why", "needs another source"));
        await bench.Stop();
        await bench.Start();
        Assert.NotEqual(record, (await Card(bench)).Record);
        Assert.Contains("needs another source", await bench.Get("/corrections"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digit_sets_another_value_and_none_of_these_takes_the_record_out()
    {
        await using var bench = await WorkbenchFixture.OfSamples();
        var (record, _) = await Promise(bench);
        await bench.Post("/corrections", ("verb", "edit"), ("record", record), ("field", "kind"), ("value", "talks"));
        await bench.Post("/corrections", ("verb", "undo"));
        await bench.Post("/corrections", ("verb", "none"), ("record", record));
        using var ledger = bench.Open();
        var log = ledger.Corrections();
        Assert.Equal([CorrectionVerb.Edit, CorrectionVerb.Undo, CorrectionVerb.Reject], log.Select(one => one.Verb));
        Assert.Equal(("kind", "\"talks\""), (log[0].Field, log[0].Value));
        Assert.Equal("none of these", log[2].Why);
    }

    [Theory]
    [InlineData("party", "Sudan (SDN)", "by", "SDN")]
    [InlineData("party", "kenya", "by", "KEN")]
    [InlineData("place", "Kassala, SDN", "places", "Kassala")]
    [InlineData("date", "2022-03-30", "from", "2022-03-30")]
    [InlineData("addressee", "none of these", "to", "[]")]
    public async Task A_typed_choice_becomes_what_the_record_holds(string field, string typed, string path, string means)
    {
        await using var bench = await WorkbenchFixture.OfSamples();
        var (record, _) = await Promise(bench);
        var sent = await bench.Post("/corrections", ("verb", "edit"), ("record", record), ("field", field), ("value", typed));
        Assert.True(sent.Status == 302, sent.Text);
        using var ledger = bench.Open();
        var said = Assert.Single(ledger.Corrections());
        Assert.Equal(path, said.Field);
        var reading = ledger.Find(said.Targets[0].Article)!;
        var id = said.Value!.Trim('[', ']', '"');
        var held =
            reading.Actors.FirstOrDefault(actor => actor.Id == id)?.Code
            ?? reading.Places.FirstOrDefault(place => place.Id == id)?.Name
            ?? reading.Times.FirstOrDefault(time => time.Id == id)?.Value
            ?? said.Value;
        Assert.Equal(means, held);
    }

    [Theory]
    [InlineData("party", "Sweden", "PRL0076")]
    [InlineData("party", "none of these", "PRL0071")]
    [InlineData("colour", "red", "PRL0076")]
    [InlineData("words", "words that are not there", "PRL0071")]
    [InlineData("words", "5-999999", "PRL0071")]
    public async Task A_choice_that_is_none_is_said_beside_the_card_and_changes_nothing(string field, string typed, string code)
    {
        await using var bench = await WorkbenchFixture.OfSamples();
        var (record, _) = await Promise(bench);
        var sent = await bench.Post("/corrections", ("verb", "edit"), ("record", record), ("field", field), ("value", typed));
        Assert.Equal(400, sent.Status);
        Assert.Contains(code, sent.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", sent.Text, StringComparison.Ordinal);
        Assert.Contains($"data-record=\"{record}\"", sent.Text, StringComparison.Ordinal);
        using var ledger = bench.Open();
        Assert.Empty(ledger.Corrections());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_edges_of_its_words_can_be_moved_by_place_and_by_words(bool byPlace)
    {
        const string Words = "to withdraw its troops";
        await using var bench = await WorkbenchFixture.OfSamples();
        var (record, span) = await Promise(bench);
        var start = int.Parse(span.Split('-')[0], System.Globalization.CultureInfo.InvariantCulture);
        var value = byPlace ? $"{start}-{start + Words.Length}" : Words;
        var sent = await bench.Post("/corrections", ("verb", "edit"), ("record", record), ("field", "words"), ("value", value));
        Assert.True(sent.Status == 302, sent.Text);
        using var ledger = bench.Open();
        var target = Assert.Single(ledger.Corrections()).Targets[0];
        var reading = ledger.Find(target.Article)!;
        var text = reading.Undertakings.First(one => one.Id == target.Id).Text;
        Assert.Equal(Words, text.Of(reading.Article.Text).ToString());
    }

    [Fact]
    public async Task Two_actors_are_merged_by_name()
    {
        await using var bench = await WorkbenchFixture.OfSamples();
        var (record, _) = await Card(bench);
        var article = record.Split('/')[0];
        var sent = await bench.Post("/corrections", ("verb", "merge"), ("record", $"{article}/a3"), ("other", "a4 Russia (RUS)"));
        Assert.True(sent.Status == 302, sent.Text);
        using var ledger = bench.Open();
        Assert.Equal(CorrectionVerb.Merge, Assert.Single(ledger.Corrections()).Verb);
        Assert.Equal(400, (await bench.Post("/corrections", ("verb", "merge"), ("record", record), ("other", $"{article}/a1"))).Status);
    }

    [Fact]
    public async Task A_record_that_is_another_by_now_is_left_alone()
    {
        await using var bench = await WorkbenchFixture.OfSamples();
        var (record, span) = await Card(bench);
        Assert.Equal(409, (await bench.Post("/corrections", ("verb", "reject"), ("record", record), ("span", "1-2"))).Status);
        Assert.Equal(302, (await bench.Post("/corrections", ("verb", "reject"), ("record", record), ("span", span))).Status);
        Assert.Equal(404, (await bench.Post("/corrections", ("verb", "reject"), ("record", record), ("span", span))).Status);
    }

    [Fact]
    public async Task A_decision_wants_a_reason_and_holds()
    {
        const string Id = "rus-reduction-of-operations-2022-03-29";
        await using var bench = await WorkbenchFixture.OfSamples();
        Assert.Equal(400, (await bench.Post("/corrections", ("verb", "decide"), ("undertaking", Id), ("value", "breached"))).Status);
        await bench.Post(
            "/corrections",
            ("verb", "decide"),
            ("undertaking", Id),
            ("value", "breached"),
            ("why", "seen"),
            ("back", "/board")
        );
        Assert.Contains("breached", await bench.Get($"/undertakings/{Id}"), StringComparison.Ordinal);
        Assert.Contains("by a person", await bench.Get($"/undertakings/{Id}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task The_way_back_is_never_to_another_server(string back)
    {
        await using var bench = await WorkbenchFixture.OfSamples();
        var (record, _) = await Card(bench);
        var sent = await bench.Post("/corrections", ("verb", "accept"), ("record", record), ("back", back));
        Assert.StartsWith("/queue?", sent.Place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_correct_by_JSON_and_see_the_log()
    {
        await using var bench = await WorkbenchFixture.OfSamples();
        using var queue = JsonDocument.Parse(await bench.Get("/api/v1/queue"));
        var record = queue.RootElement.GetProperty("items")[0].GetProperty("record").GetString();
        using var body = new StringContent($$"""{"verb": "reject", "records": ["{{record}}"], "why": "no"}""", null, "application/json");
        using var answer = await bench.Client.PostAsync("/api/v1/corrections", body, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Contains("\"standing\":\"in force\"", await bench.Get("/api/v1/corrections"), StringComparison.Ordinal);
        using var bad = new StringContent("[", null, "application/json");
        using var refused = await bench.Client.PostAsync("/api/v1/corrections", bad, TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)refused.StatusCode);
    }

    [Fact]
    public async Task What_is_written_by_others_is_shown_as_text()
    {
        await using var bench = await WorkbenchFixture.OfSamples();
        var (record, _) = await Card(bench);
        await bench.Post("/corrections", ("verb", "reject"), ("record", record), ("why", "<script>alert(1)</script>"));
        using var answer = await bench.Client.GetAsync("/corrections", TestContext.Current.CancellationToken);
        Assert.DoesNotContain(
            "<script>alert",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    /// <summary>The record and span of Ethiopia's promise to leave Kobo.</summary>
    private static async Task<(string Record, string Span)> Promise(WorkbenchFixture bench)
    {
        using var ledger = bench.Open();
        var reading = ledger.Readings(ReadingQuery.All).First(one => one.Article.Title == "Ethiopia to pull troops out of Kobo");
        var promise = reading.Undertakings.First(one => one.Kind == Records.UndertakingKind.Withdrawal);
        var page = await bench.Get($"/queue?record={reading.Article.Id}/{promise.Id}");
        var record = CardName().Match(page);
        Assert.True(record.Success, page);
        return (record.Groups[1].Value, CardSpan().Match(page).Groups[1].Value);
    }

    /// <summary>The record and span of the card that is shown.</summary>
    private static async Task<(string Record, string Span)> Card(WorkbenchFixture bench)
    {
        var page = await bench.Get("/queue");
        var record = CardName().Match(page);
        Assert.True(record.Success, page);
        return (record.Groups[1].Value, CardSpan().Match(page).Groups[1].Value);
    }

    [GeneratedRegex("id=\"card\"[^>]* data-record=\"([^\"]+)\"")]
    private static partial Regex CardName();

    [GeneratedRegex("name=\"span\" value=\"([0-9-]+)\"")]
    private static partial Regex CardSpan();

    [GeneratedRegex("type=\"checkbox\" name=\"record\" value=\"([^\"]+)\"")]
    private static partial Regex RecordBox();
}
