using System.Text.Json;
using Parley.Tests.Cli;
using Xunit;

namespace Parley.Tests.Web;

public sealed class ClaimsPageTests(WebLedger web) : IClassFixture<WebLedger>
{
    [Fact]
    public async Task All_claims_of_the_command_stand_there_by_status()
    {
        using var printed = JsonDocument.Parse(Call.Run("claims", "--json", "--ledger", web.File).Output);
        foreach (var group in printed.RootElement.EnumerateArray().GroupBy(claim => claim.GetProperty("status").GetString()!))
        {
            var page = await web.Get($"/claims?status={Uri.EscapeDataString(group.Key)}");
            Assert.All(
                group,
                claim => Assert.Contains($"href=\"/claims/{claim.GetProperty("id").GetString()}\"", page, StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task A_claim_has_its_origins_in_two_columns_with_interest_and_sentence()
    {
        var page = await web.Get($"/claims/{Some()}");
        Assert.True(page.IndexOf("origins-for", StringComparison.Ordinal) < page.IndexOf("origins-against", StringComparison.Ordinal));
        Assert.True(page.IndexOf("origins-against", StringComparison.Ordinal) < page.IndexOf("id=\"unclear\"", StringComparison.Ordinal));
        Assert.Matches("[0-9]+ reports? · [0-9]+ outlets? · <b>[0-9]+ independent origins?", page);
        Assert.Contains("Would change it:", page, StringComparison.Ordinal);
        Assert.Contains("interest", page, StringComparison.Ordinal);
        Assert.Contains("<a class=\"sentence\" data-sentence", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_origin_it_is_judged_anew()
    {
        var claim = Json().First(one => one.GetProperty("status").GetString() == "disputed (parties only)");
        var id = claim.GetProperty("id").GetString();
        var origin = claim.GetProperty("contradicts")[0].GetProperty("origin").GetString()!;
        var page = await web.Get($"/claims/{id}?without={Uri.EscapeDataString(origin)}");
        Assert.Contains($"<b>Without {origin}:</b>", page, StringComparison.Ordinal);
        Assert.Contains("Count all origins again", page, StringComparison.Ordinal);
        Assert.Contains("instead of disputed (parties only)", page, StringComparison.Ordinal);
        Assert.Contains("left out", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_only_origin_nobody_says_so()
    {
        var claim = Json().First(one => one.GetProperty("supports").GetArrayLength() == 1);
        var origin = claim.GetProperty("supports")[0].GetProperty("origin").GetString()!;
        var page = await web.Get($"/claims/{claim.GetProperty("id").GetString()}?without={Uri.EscapeDataString(origin)}");
        Assert.Contains("nobody else says so", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/claims/nothing", 404)]
    [InlineData("/claims?status=true", 400)]
    [InlineData("/claims?first=-1", 400)]
    public async Task What_is_not_there_is_said(string path, int status)
    {
        using var answer = await web.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task An_origin_that_it_has_not_is_said()
    {
        using var answer = await web.Client.GetAsync($"/claims/{Some()}?without=nobody", TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)answer.StatusCode);
    }

    private string Some() => Json()[0].GetProperty("id").GetString()!;

    private List<JsonElement> Json() =>
        [.. JsonDocument.Parse(Call.Run("claims", "--json", "--ledger", web.File).Output).RootElement.EnumerateArray()];
}
