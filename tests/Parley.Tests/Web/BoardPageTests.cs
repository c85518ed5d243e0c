using System.Text.Json;
using Parley.Tests.Cli;
using Parley.Web.Assets;
using Xunit;

namespace Parley.Tests.Web;

public sealed class BoardPageTests(WebLedger web) : IClassFixture<WebLedger>
{
    /// <summary>Page, style and script together.</summary>
    private const int MostBytes = 80_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_board_shows_each_undertaking_with_state_clock_and_origins()
    {
        var page = await web.Get("/board");
        Assert.Contains("to sharply reduce military operations near Kyiv and Chernihiv", page, StringComparison.Ordinal);
        Assert.Contains("area: Kyiv, Chernihiv; but “it is no truce”", page, StringComparison.Ordinal);
        Assert.Contains("day 10, open-ended", page, StringComparison.Ordinal);
        Assert.Contains("(origins)", page, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"page\">Board", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_has_how_each_undertaking_stood_day_by_day_drawn_and_in_words()
    {
        var row = (await web.Get("/board?view=table"))
            .Split("<tr>")
            .First(row => row.Contains("/undertakings/rus-reduction", StringComparison.Ordinal));
        Assert.Contains("<svg class=\"strip\"", row, StringComparison.Ordinal);
        Assert.Contains("<span class=\"hidden\">announced from 29 Mar 2022", row, StringComparison.Ordinal);
        // As many stretches as there are states, and the ground behind them.
        Assert.InRange(row.Split("<rect").Length - 1, 2, row.Split(" from ").Length);
    }

    [Fact]
    public async Task A_card_leads_to_where_its_undertaking_is_moved_to_another_state()
    {
        Assert.Contains("data-key=\"m\"", await web.Get("/board"), StringComparison.Ordinal);
        Assert.Contains(
            "<form id=\"decide\"",
            await web.Get("/undertakings/rus-reduction-of-operations-2022-03-29"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Day_and_party_stand_in_the_address_and_in_every_link()
    {
        var page = await web.Get("/board?asof=2022-03-29&party=RUS");
        Assert.Contains("day 1, open-ended", page, StringComparison.Ordinal);
        Assert.Contains(
            "href=\"/undertakings/rus-reduction-of-operations-2022-03-29?asof=2022-03-29&party=RUS\"",
            page,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("ukr-reduction", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_board_says_why()
    {
        Assert.Contains("Show all days", await web.Get("/board?asof=2021-01-01"), StringComparison.Ordinal);
        Assert.Contains("Show all parties and topics", await web.Get("/board?party=XYZ"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_has_the_same_rows() =>
        Assert.Contains("<th scope=\"row\"", await web.Get("/board?view=table"), StringComparison.Ordinal);

    [Fact]
    public async Task The_sentence_stands_at_the_side_of_any_page()
    {
        var board = JsonDocument.Parse(await web.Client.GetStringAsync("/api/v1/board", Cancel)).RootElement.GetProperty("items")[0];
        var told = board.GetProperty("toldBy")[0];
        var (article, start, end) = (
            told.GetProperty("article").GetString()![..16],
            told.GetProperty("start").GetInt32(),
            told.GetProperty("end").GetInt32()
        );
        foreach (var path in new[] { $"/board?at={article}&s={start}-{end}", $"/sentence?at={article}&s={start}-{end}&from=/board" })
            Assert.Contains(
                $"<mark id=\"s={start}-{end}\" tabindex=\"-1\">{board.GetProperty("words").GetString()}</mark>",
                await web.Get(path),
                StringComparison.Ordinal
            );
    }

    [Fact]
    public async Task The_resource_is_what_the_command_prints()
    {
        using var json = JsonDocument.Parse(await web.Client.GetStringAsync("/api/v1/board", Cancel));
        using var printed = JsonDocument.Parse(Call.Run("board", "--json", "--ledger", web.File).Output);
        var items = json.RootElement.GetProperty("items");
        Assert.True(JsonElement.DeepEquals(printed.RootElement, items));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task A_cursor_leads_through_the_list_to_its_end()
    {
        var (seen, next) = (new List<string>(), "");
        while (true)
        {
            using var json = JsonDocument.Parse(await web.Client.GetStringAsync($"/api/v1/board?limit=1&cursor={next}", Cancel));
            seen.AddRange(json.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            if (json.RootElement.GetProperty("next").GetString() is not { } more)
                break;
            next = more;
        }
        using var whole = JsonDocument.Parse(await web.Client.GetStringAsync("/api/v1/board", Cancel));
        Assert.Equal(whole.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!), seen);
    }

    [Theory]
    [InlineData("text/csv", "id,party,side,kind,words")]
    [InlineData("application/x-ndjson", "{\"id\":\"rus-")]
    public async Task Other_forms_come_by_accept(string accept, string begin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/board");
        request.Headers.Accept.ParseAdd(accept);
        using var answer = await web.Client.SendAsync(request, Cancel);
        Assert.Equal(accept, answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith(begin, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_board_is_light() =>
        Assert.InRange(
            (await web.Client.GetByteArrayAsync("/board", Cancel)).Length
                + (await web.Client.GetByteArrayAsync("/assets/parley.css", Cancel)).Length
                + (await web.Client.GetByteArrayAsync("/assets/parley.js", Cancel)).Length,
            1,
            80 << 10
        );

    [Fact]
    public async Task The_board_with_its_style_and_script_is_light()
    {
        var page = await web.Client.GetByteArrayAsync("/board", Cancel);
        var (style, script) = (AssetFiles.Find("parley.css")!.Bytes.Length, AssetFiles.Find("parley.js")!.Bytes.Length);
        Assert.True(page.Length + style + script < MostBytes, $"{page.Length} + {style} + {script} bytes");
    }
}
