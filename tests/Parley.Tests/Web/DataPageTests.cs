using System.Text.Json;
using Parley.Exports;
using Parley.Tests.Cli;
using Xunit;

namespace Parley.Tests.Web;

public sealed class DataPageTests(WebLedger web) : IClassFixture<WebLedger>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_file_of_the_page_can_be_had()
    {
        var page = await web.Get("/data");
        var links = page.Split("href=\"")
            .Select(part => part.Split('"')[0])
            .Where(one => one.StartsWith("/data/", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(17 + ExportFormats.All.Length, links.Count);
        foreach (var link in links)
        {
            using var answer = await web.Client.GetAsync(link, Cancel);
            Assert.True(answer.IsSuccessStatusCode, link);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            var text = await answer.Content.ReadAsStringAsync(Cancel);
            Assert.NotEmpty(text);
            if (link.EndsWith(".jsonl", StringComparison.Ordinal))
                foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    JsonDocument.Parse(line).Dispose();
        }
    }

    [Theory]
    [InlineData("events", "article,record,outlet,published,type")]
    [InlineData("undertakings", "id,party,side,kind,words")]
    [InlineData("claims", "id,deed,mode,polarity")]
    public async Task Csv_and_json_lines_have_the_same_rows(string name, string head)
    {
        var csv = await web.Client.GetStringAsync($"/data/{name}.csv", Cancel);
        var lines = await web.Client.GetStringAsync($"/data/{name}.jsonl", Cancel);
        Assert.StartsWith(head, csv, StringComparison.Ordinal);
        Assert.Equal(
            csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1,
            lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length
        );
    }

    [Fact]
    public async Task Claims_are_those_of_the_command()
    {
        using var printed = JsonDocument.Parse(Call.Run("claims", "--json", "--ledger", web.File).Output);
        var lines = await web.Client.GetStringAsync("/data/claims.jsonl", Cancel);
        Assert.Equal(
            printed.RootElement.EnumerateArray().Select(claim => claim.GetProperty("id").GetString()),
            lines
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString())
        );
    }

    [Fact]
    public async Task Day_and_party_hold_for_files_too()
    {
        var all = await web.Client.GetStringAsync("/data/undertakings.csv", Cancel);
        var russian = await web.Client.GetStringAsync("/data/undertakings.csv?party=RUS", Cancel);
        Assert.Contains("rus-reduction-of-operations-2022-03-29", russian, StringComparison.Ordinal);
        Assert.True(russian.Length <= all.Length);
        Assert.DoesNotContain(
            "\r\n2",
            await web.Client.GetStringAsync("/data/articles.csv?asof=2021-01-01", Cancel),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/data/secrets.csv")]
    [InlineData("/data/readings.csv")]
    [InlineData("/data/events")]
    [InlineData("/data/..%2f..%2fetc%2fpasswd")]
    public async Task No_other_file_can_be_had(string path)
    {
        using var answer = await web.Client.GetAsync(path, Cancel);
        Assert.Equal(404, (int)answer.StatusCode);
    }
}
