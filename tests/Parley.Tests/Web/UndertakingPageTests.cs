using System.Text.Json;
using Parley.Tests.Cli;
using Xunit;

namespace Parley.Tests.Web;

public sealed class UndertakingPageTests(WebLedger web) : IClassFixture<WebLedger>
{
    private const string Id = "rus-reduction-of-operations-2022-03-29";

    [Fact]
    public async Task What_nobody_else_tells_of_is_unverified_since_it_was_last_looked()
    {
        using var board = System.Text.Json.JsonDocument.Parse(
            await web.Client.GetStringAsync("/api/v1/board", TestContext.Current.CancellationToken)
        );
        foreach (var item in board.RootElement.GetProperty("items").EnumerateArray())
            Assert.Equal(
                item.GetProperty("state").GetString() == "in-effect-unverified",
                (await web.Get($"/undertakings/{item.GetProperty("id").GetString()}")).Contains(
                    "Last looked on 7 Apr 2022, in 9 articles",
                    StringComparison.Ordinal
                )
            );
    }

    [Fact]
    public async Task The_page_tells_wordings_scope_exclusions_and_what_is_open()
    {
        var page = await web.Get($"/undertakings/{Id}");
        foreach (var part in new[] { "Wordings", "Kyiv, Chernihiv", "Not promised", "that the pledge was not a ceasefire", "Left open" })
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.Matches("[0-9]+ reports · [0-9]+ outlets · <b>[0-9]+ independent origins", page);
    }

    [Fact]
    public async Task Its_history_is_a_ladder_with_rule_evidence_and_who()
    {
        var page = await web.Get($"/undertakings/{Id}");
        Assert.Contains("<ol class=\"ladder\">", page, StringComparison.Ordinal);
        Assert.Contains("(rule T2, by the machine)", page, StringComparison.Ordinal);
        Assert.Matches("because of <a href=\"/articles/[0-9a-f]{8}#u[0-9]+\"", page);
    }

    [Fact]
    public async Task Evidence_stands_in_two_columns_by_origin_each_with_its_sentence()
    {
        var page = await web.Get($"/undertakings/{Id}");
        Assert.True(
            page.IndexOf("witness-for", StringComparison.Ordinal) < page.IndexOf("witness-against", StringComparison.Ordinal)
                && page.IndexOf("witness-against", StringComparison.Ordinal) < page.IndexOf("witness-doubt", StringComparison.Ordinal)
        );
        Assert.Matches(
            $"<a class=\"sentence\" data-sentence href=\"/undertakings/{Id}\\?at=[0-9a-f]{{16}}&s=[0-9]+-[0-9]+#s=[0-9]+-[0-9]+\">",
            page
        );
    }

    [Fact]
    public async Task As_of_a_day_before_it_there_is_none()
    {
        using var answer = await web.Client.GetAsync($"/undertakings/{Id}?asof=2022-03-28", TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_resource_is_what_the_command_prints()
    {
        using var json = JsonDocument.Parse(
            await web.Client.GetStringAsync($"/api/v1/undertakings/{Id}", TestContext.Current.CancellationToken)
        );
        using var printed = JsonDocument.Parse(Call.Run("undertaking", Id, "--json", "--ledger", web.File).Output);
        Assert.True(JsonElement.DeepEquals(printed.RootElement, json.RootElement.GetProperty("item")));
    }
}
