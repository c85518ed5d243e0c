using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Parley.Tests.Cli;
using Xunit;

namespace Parley.Tests.Web.Api;

/// <summary>What all addresses of the API have in common, and that they say what the commands say.</summary>
public sealed class ApiTests(WebLedger web) : IClassFixture<WebLedger>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Lists { get; } =
    [.. "board brief matrix proposals timeline claims figures stories articles sources search?q=ceasefire queue corrections".Split(' ')];

    [Theory]
    [InlineData("claims", "claims")]
    [InlineData("figures", "figures")]
    [InlineData("timeline", "timeline")]
    [InlineData("stories", "stories")]
    [InlineData("sources", "sources")]
    [InlineData("search?q=ceasefire", "search ceasefire")]
    [InlineData("claims?party=UKR", "claims --party UKR")]
    [InlineData("timeline?as_of=2022-03-30", "timeline --as-of 2022-03-30")]
    [InlineData("brief?since=2022-03-30", "brief --since 2022-03-30")]
    public async Task Lists_say_what_the_commands_print(string path, string command)
    {
        using var json = await Get(path);
        using var printed = JsonDocument.Parse(Call.Run([.. command.Split(' '), "--json", "--ledger", web.File]).Output);
        Assert.True(JsonElement.DeepEquals(printed.RootElement, json.RootElement.GetProperty("items")), json.RootElement.ToString());
    }

    [Fact]
    public async Task The_matrix_and_its_proposals_are_what_the_command_prints()
    {
        using var printed = JsonDocument.Parse(Call.Run("matrix", "--since", "2022-03-30", "--json", "--ledger", web.File).Output);
        using var matrix = await Get("matrix?since=2022-03-30");
        using var proposals = await Get("proposals");
        Assert.True(JsonElement.DeepEquals(printed.RootElement.GetProperty("positions"), matrix.RootElement.GetProperty("items")));
        Assert.True(JsonElement.DeepEquals(printed.RootElement.GetProperty("threads"), proposals.RootElement.GetProperty("items")));
    }

    [Fact]
    public async Task A_claim_is_what_the_command_prints()
    {
        using var json = await Get("claims/c18418794");
        using var printed = JsonDocument.Parse(Call.Run("claim", "c18418794", "--json", "--ledger", web.File).Output);
        Assert.True(JsonElement.DeepEquals(printed.RootElement, json.RootElement.GetProperty("item")));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_cursor_leads_through_each_list_to_its_end(string path)
    {
        var join = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        using var whole = await Get(path);
        var (parts, next) = (new List<string>(), "");
        do
        {
            using var part = await Get($"{path}{join}limit=2&cursor={next}");
            parts.AddRange(part.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetRawText()));
            Assert.Equal(whole.RootElement.GetProperty("matched").GetInt32(), part.RootElement.GetProperty("matched").GetInt32());
            next = part.RootElement.GetProperty("next").GetString();
        } while (next is not null);
        Assert.Equal(whole.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetRawText()), parts);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Each_list_comes_as_lines_and_as_csv_too(string path)
    {
        using var json = await Get(path);
        var count = json.RootElement.GetProperty("matched").GetInt32();
        var lines = await As(path, "application/x-ndjson");
        Assert.Equal(count, lines.Count(character => character == '\n'));
        Assert.All(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => JsonDocument.Parse(line).Dispose());
        var csv = await As(path, "text/csv");
        Assert.EndsWith("\r\n", csv, StringComparison.Ordinal);
        Assert.True(csv.Split("\r\n").Length >= count + 1, csv);
    }

    [Fact]
    public async Task Lists_are_sorted_by_any_column_and_narrowed_by_any()
    {
        using var sorted = await Get("timeline?sort=-day,track");
        var days = Values(sorted, "day").Where(day => day is not null).ToList();
        Assert.Equal(days.OrderByDescending(day => day, StringComparer.Ordinal), days);
        using var words = await Get("timeline?track=word");
        Assert.All(Values(words, "track"), track => Assert.Equal("word", track));
        using var claims = await Get("claims?status=disputed%20(parties%20only)&doers=rus.mil");
        Assert.All(Values(claims, "status"), status => Assert.Equal("disputed (parties only)", status));
        using var none = await Get("claims?status=agreed");
        Assert.Equal(0, none.RootElement.GetProperty("matched").GetInt32());
    }

    [Fact]
    public async Task What_came_before_is_not_known_as_of_a_day()
    {
        using var early = await Get("claims?as_of=2022-03-27");
        using var late = await Get("claims");
        Assert.True(early.RootElement.GetProperty("matched").GetInt32() < late.RootElement.GetProperty("matched").GetInt32());
        Assert.Equal("2022-03-27", early.RootElement.GetProperty("asOf").GetString());
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task An_answer_that_is_known_is_not_sent_again(string path)
    {
        using var first = await web.Client.GetAsync("/api/v1/" + path, Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/" + path)
        {
            Headers = { IfNoneMatch = { first.Headers.ETag! } },
        };
        using var second = await web.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("claims?statsu=agreed", 400, "statsu", "did you mean status?")]
    [InlineData("claims?sort=size", 400, "sort", "status")]
    [InlineData("claims?limit=5000", 400, "limit", "1 to 1000")]
    [InlineData("claims?cursor=%21", 400, "cursor", "no cursor")]
    [InlineData("claims?as_of=30.3.2022", 400, "as_of", "2022-03-30")]
    [InlineData("matrix?since=then", 400, "since", "2022-03-30")]
    [InlineData("search", 400, "q", "no word")]
    [InlineData("claims/c00000000", 404, "", "/api/v1/claims")]
    [InlineData("articles/ffffffff", 404, "", "/api/v1/articles")]
    public async Task An_error_names_the_field_and_the_cure(string path, int status, string field, string cure)
    {
        using var answer = await web.Client.GetAsync("/api/v1/" + path, Cancel);
        Assert.Equal(status, (int)answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(["ok", "error", "errors", "status"], json.RootElement.EnumerateObject().Select(one => one.Name));
        Assert.Contains(cure, json.RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
        if (field.Length > 0)
            Assert.True(json.RootElement.GetProperty("errors").TryGetProperty(field, out _), json.RootElement.ToString());
    }

    private async Task<JsonDocument> Get(string path)
    {
        using var answer = await web.Client.GetAsync("/api/v1/" + path, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}\n{text}");
        return JsonDocument.Parse(text);
    }

    private async Task<string> As(string path, string form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/" + path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(form));
        using var answer = await web.Client.SendAsync(request, Cancel);
        Assert.Equal(form, answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private static IEnumerable<string?> Values(JsonDocument list, string key) =>
        list.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty(key).GetString());
}
