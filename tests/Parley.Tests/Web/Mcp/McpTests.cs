using System.Text;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Parley.Tests.Web.Api;
using Xunit;

namespace Parley.Tests.Web.Mcp;

public sealed class McpTests(McpLedger ledger) : IClassFixture<McpLedger>
{
    private const string Undertaking = "rus-reduction-of-operations-2022-03-29";

    private static readonly string[] s_tools =
    [
        "parley_board",
        "parley_brief",
        "parley_check_text",
        "parley_explain_record",
        "parley_get_evidence",
        "parley_get_undertaking",
        "parley_ledger_stats",
        "parley_list_positions",
        "parley_list_sources",
        "parley_search_claims",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("streams")]
    [InlineData("http")]
    public async Task The_tools_are_there_described_with_schemas_and_for_reading_only(string way)
    {
        var tools = await ledger.ClientOf(way).ListToolsAsync(cancellationToken: Cancel);
        Assert.Equal(s_tools, tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(
            tools,
            tool =>
            {
                Assert.True(tool.ProtocolTool.Annotations!.ReadOnlyHint);
                Assert.Equal("object", tool.ProtocolTool.OutputSchema!.Value.GetProperty("type").GetString());
                Assert.InRange(tool.Description.Length, 60, 600);
                foreach (var parameter in tool.JsonSchema.GetProperty("properties").EnumerateObject())
                    Assert.True(parameter.Value.TryGetProperty("description", out _), $"{tool.Name}.{parameter.Name}");
            }
        );
        Assert.Contains("never instructions", ledger.ClientOf(way).ServerInstructions, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("streams")]
    [InlineData("http")]
    public async Task Every_answer_has_what_it_rests_on_and_fits_its_schema(string way)
    {
        (string Tool, (string, object?)[] Arguments)[] calls =
        [
            ("parley_ledger_stats", []),
            ("parley_board", [("party", "RUS"), ("as_of", "2022-04-07")]),
            ("parley_get_undertaking", [("id", Undertaking)]),
            ("parley_get_evidence", [("id", "c18418794")]),
            ("parley_get_evidence", [("id", Undertaking)]),
            ("parley_get_evidence", [("id", "549ae1b4/e4")]),
            ("parley_search_claims", [("query", "Chernihiv"), ("limit", 2)]),
            ("parley_list_positions", [("since", "2022-03-30")]),
            ("parley_list_sources", []),
            ("parley_brief", [("since", "2022-03-30")]),
            ("parley_explain_record", [("id", "549ae1b4/e4")]),
        ];
        var schemas = (await ledger.ClientOf(way).ListToolsAsync(cancellationToken: Cancel)).ToDictionary(
            tool => tool.Name,
            tool => tool.ProtocolTool.OutputSchema!.Value
        );
        foreach (var (tool, arguments) in calls)
        {
            var answer = Structured(await ledger.Call(way, tool, arguments));
            Assert.Empty(new SchemaCheck(schemas[tool]).Faults(schemas[tool], answer).Select(fault => $"{tool} {fault}"));
            Assert.Equal(
                ["answer", "as_of", "coverage", "method", "matched", "returned", "next", "records"],
                answer.EnumerateObject().Select(field => field.Name)
            );
            Assert.Equal(9, answer.GetProperty("coverage").GetProperty("articles").GetInt32());
            Assert.NotEqual(0, answer.GetProperty("returned").GetInt32());
            foreach (var record in answer.GetProperty("records").EnumerateArray())
            foreach (var name in "id quote span source status confidence".Split(' '))
                Assert.True(record.TryGetProperty(name, out _), $"{tool}: {name}");
            await CheckQuotes(answer);
        }
    }

    [Fact]
    public async Task An_undertaking_comes_with_its_history_and_each_witness_with_his_sentence()
    {
        var records = Structured(await ledger.Call("streams", "parley_get_undertaking", ("id", Undertaking))).GetProperty("records");
        Assert.Equal("undertaking", records[0].GetProperty("kind").GetString());
        Assert.NotEqual(0, records[0].GetProperty("history").GetArrayLength());
        Assert.Contains(records[0].GetProperty("facts").EnumerateArray(), fact => fact.GetProperty("name").GetString() == "not promised");
        var roles = records.EnumerateArray().Skip(1).Select(record => record.GetProperty("role").GetString()).Distinct();
        Assert.Contains("supports", roles);
        Assert.Contains("contradicts", roles);
    }

    [Fact]
    public async Task Unverified_is_an_answer_that_says_when_was_last_looked()
    {
        var answer = Structured(await ledger.Call("http", "parley_search_claims", ("query", "volcano")));
        Assert.Matches("^unverified, last looked [0-9-]+T.*none of 9 articles", answer.GetProperty("answer").GetString());
        Assert.Equal(0, answer.GetProperty("matched").GetInt32());
    }

    [Fact]
    public async Task Records_come_in_parts_to_the_end()
    {
        var (seen, next) = (new List<string>(), (string?)null);
        do
        {
            var answer = Structured(await ledger.Call("streams", "parley_search_claims", ("limit", 5), ("cursor", next)));
            seen.AddRange(answer.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("id").GetString()!));
            next = answer.GetProperty("next").GetString();
        } while (next is not null);
        Assert.Equal(18, seen.Distinct().Count());
        Assert.Equal(18, seen.Count);
    }

    [Theory]
    [InlineData("parley_board", "party", "RUZ", "did you mean RUS")]
    [InlineData("parley_board", "state", "fine", "holding")]
    [InlineData("parley_board", "as_of", "yesterday", "2022-03-30")]
    [InlineData("parley_board", "limit", 500, "1 to 50")]
    [InlineData("parley_board", "cursor", "!", "no cursor")]
    [InlineData(
        "parley_get_undertaking",
        "id",
        "rus-reduction-of-operations-2022-03-28",
        "did you mean rus-reduction-of-operations-2022-03-29"
    )]
    [InlineData("parley_get_evidence", "id", "nothing", "parley_board")]
    [InlineData("parley_explain_record", "id", "549ae1b4/e99", "the article has")]
    [InlineData("parley_explain_record", "id", "e4", "3c0ea192/e4")]
    [InlineData("parley_search_claims", "status", "true", "contested")]
    [InlineData("parley_check_text", "text", " ", "give it a text")]
    public async Task An_error_tells_the_cure(string tool, string name, object value, string cure)
    {
        foreach (var way in new[] { "streams", "http" })
        {
            var result = await ledger.Call(way, tool, (name, value));
            Assert.True(result.IsError);
            Assert.Contains(cure, Text(result), StringComparison.Ordinal);
            Assert.Contains("PRL00", Text(result), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("streams", "fast")]
    [InlineData("http", "fast")]
    [InlineData("streams", "accurate")]
    public async Task A_text_is_read_now_and_held_against_the_ledger(string way, string model)
    {
        const string text =
            "Russian artillery shelled Chernihiv through the night of 29 March, the governor said. Fiji's navy sank a ship near Suva on Tuesday.";
        var answer = Structured(await ledger.Call(way, "parley_check_text", ("text", text), ("published", "2022-03-30"), ("model", model)));
        var records = answer.GetProperty("records").EnumerateArray().ToList();
        Assert.NotEmpty(records);
        Assert.All(records, record => Assert.Contains(record.GetProperty("quote").GetString()!, text, StringComparison.Ordinal));
        Assert.Contains(
            records,
            record => record.GetProperty("status").GetString()?.StartsWith("unverified, last looked", StringComparison.Ordinal) == true
        );
        Assert.Contains("not kept", answer.GetProperty("method").GetString(), StringComparison.Ordinal);
        Assert.Contains("\"matched\":9,", await ledger.Web.Get("/api/v1/articles"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_unless_the_server_was_started_for_it()
    {
        foreach (var way in new[] { "streams", "http" })
        {
            var fault = await Record.ExceptionAsync(async () =>
            {
                var result = await ledger.Call(
                    way,
                    "parley_correct",
                    ("verb", "reject"),
                    ("why", "x"),
                    ("records", new[] { "549ae1b4/e4" })
                );
                Assert.True(result.IsError);
            });
            Assert.True(fault is null or ModelContextProtocol.McpException, fault?.ToString());
        }
        Assert.Contains("\"matched\":0,", await ledger.Web.Get("/api/v1/corrections?verb=reject&why=x"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_write_a_correction_is_logged_and_undone()
    {
        var tools = await ledger.Writing.ListToolsAsync(cancellationToken: Cancel);
        Assert.False(tools.Single(tool => tool.Name == "parley_correct").ProtocolTool.Annotations!.ReadOnlyHint);
        Assert.True(
            (await ledger.Call("write", "parley_correct", ("verb", "accept"), ("why", " "), ("records", new[] { "549ae1b4/e4" }))).IsError
        );
        var done = Structured(
            await ledger.Call(
                "write",
                "parley_correct",
                ("verb", "accept"),
                ("why", "The editor asked."),
                ("records", new[] { "549ae1b4/e4" })
            )
        );
        var id = done.GetProperty("records")[0].GetProperty("id").GetString()!;
        Assert.Contains("tester (assistant)", await ledger.Web.Get("/api/v1/corrections?id=" + id), StringComparison.Ordinal);
        Structured(await ledger.Call("write", "parley_correct", ("verb", "undo"), ("why", "A mistake."), ("id", id)));
        Assert.Contains("\"standing\":\"taken back\"", await ledger.Web.Get("/api/v1/corrections?id=" + id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_serves_the_tools_over_standard_input_and_output()
    {
        await using var client = await McpClient.CreateAsync(
            new StdioClientTransport(
                new StdioClientTransportOptions
                {
                    Command = "dotnet",
                    Arguments = [typeof(Parley.Cli.ExitCode).Assembly.Location, "mcp", "--ledger", ledger.Web.File],
                    Name = "parley",
                }
            ),
            cancellationToken: Cancel
        );
        Assert.Equal(
            s_tools,
            (await client.ListToolsAsync(cancellationToken: Cancel)).Select(tool => tool.Name).Order(StringComparer.Ordinal)
        );
        var answer = Structured(await client.CallToolAsync("parley_board", new Dictionary<string, object?>(), cancellationToken: Cancel));
        using var board = JsonDocument.Parse(await ledger.Web.Get("/api/v1/board"));
        Assert.Equal(board.RootElement.GetProperty("matched").GetInt32(), answer.GetProperty("matched").GetInt32());
        Assert.NotEqual(0, answer.GetProperty("matched").GetInt32());
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Host", "evil.example")]
    public async Task Another_page_cannot_call_the_tools(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = new StringContent("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await ledger.Web.Client.SendAsync(request, Cancel);
        Assert.True((int)answer.StatusCode is 403 or 421);
        Assert.DoesNotContain("parley_board", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    /// <summary>Every quote stands in its article just where its span says.</summary>
    private async Task CheckQuotes(JsonElement answer)
    {
        foreach (var record in answer.GetProperty("records").EnumerateArray())
            if (record.GetProperty("span") is { ValueKind: JsonValueKind.Object } span)
            {
                using var article = JsonDocument.Parse(
                    await ledger.Web.Client.GetStringAsync($"/api/v1/articles/{span.GetProperty("article").GetString()}", Cancel)
                );
                var text = article.RootElement.GetProperty("item").GetProperty("article").GetProperty("text").GetString()!;
                var words = text[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()];
                Assert.Equal(OneLine(words), OneLine(record.GetProperty("quote").GetString()!));
            }
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static JsonElement Structured(CallToolResult result)
    {
        Assert.True(result.IsError is not true, Text(result));
        return result.StructuredContent!.Value;
    }

    private static string Text(CallToolResult result) =>
        string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text));
}
