using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Parley.Tests.Web.Api;

/// <summary>Replays every example of the description against the running server, and holds what it answers against the schemas.</summary>
public sealed class OpenApiTests(WebLedger web) : IClassFixture<WebLedger>
{
    private static readonly JsonSerializerOptions s_indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static bool Updates => Environment.GetEnvironmentVariable("PARLEY_UPDATE_GOLDEN") == "1";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_example_is_answered_as_the_schema_says()
    {
        await using var bench = await WorkbenchFixture.OfSamples();
        await bench.Upload([("08.txt", File.ReadAllBytes(Repository.Path("samples", "istanbul", "08-observers-note.txt")))]);
        using var jobs = JsonDocument.Parse(await bench.AllRead());
        var job = jobs.RootElement.GetProperty("items")[0].GetProperty("id").GetString()!;
        using var description = await Description();
        var (root, faults, replayed) = (description.RootElement, new List<string>(), 0);
        foreach (var (path, method, operation) in Operations(root))
        {
            using var request = Request(root, path, method, operation, job);
            using var answer = await bench.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
            if (operation.GetProperty("responses").GetProperty("200").GetProperty("content").TryGetProperty("text/event-stream", out _))
            {
                // It has no end: that it begins is enough here, and what it tells has tests of its own.
                Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
                replayed++;
                continue;
            }
            var text = await answer.Content.ReadAsStringAsync(Cancel);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{method} {request.RequestUri}: {answer.StatusCode}\n{text}");
            using var json = JsonDocument.Parse(text);
            var content = operation.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json");
            var schema = content.GetProperty("schema");
            faults.AddRange(new SchemaCheck(root).Faults(schema, json.RootElement).Select(fault => $"{path} {fault}"));
            if (Updates)
            {
                Keep(operation, text);
                continue;
            }
            Assert.True(content.TryGetProperty("example", out var example), $"{path} has no example of an answer");
            faults.AddRange(new SchemaCheck(root).Faults(schema, example).Select(fault => $"{path} example {fault}"));
            replayed++;
        }
        Assert.Empty(faults);
        Assert.True(Updates || replayed >= 21, $"only {replayed} were replayed");
    }

    [Fact]
    public async Task The_reading_of_an_article_is_what_its_own_schema_says()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.Path("docs", "reading.schema.json")));
        using var list = JsonDocument.Parse(await web.Get("/api/v1/articles"));
        foreach (var article in list.RootElement.GetProperty("items").EnumerateArray())
        {
            using var answer = JsonDocument.Parse(
                await web.Client.GetStringAsync($"/api/v1/articles/{article.GetProperty("id").GetString()}", Cancel)
            );
            Assert.Empty(new SchemaCheck(schema.RootElement).Faults(schema.RootElement, answer.RootElement.GetProperty("item")));
        }
    }

    [Fact]
    public async Task The_keys_of_v1_stay()
    {
        using var description = await Description();
        var keys = new StringBuilder();
        foreach (var (path, method, operation) in Operations(description.RootElement))
        {
            keys.Append(CultureInfo.InvariantCulture, $"{method} {path}");
            if (operation.TryGetProperty("parameters", out var parameters))
                foreach (var parameter in parameters.EnumerateArray())
                    keys.Append(CultureInfo.InvariantCulture, $" {parameter.GetProperty("name").GetString()}");
            keys.Append('\n');
        }
        foreach (var schema in description.RootElement.GetProperty("components").GetProperty("schemas").EnumerateObject())
            if (schema.Value.TryGetProperty("properties", out var fields))
                keys.Append(
                    CultureInfo.InvariantCulture,
                    $"{schema.Name}: {string.Join(", ", fields.EnumerateObject().Select(field => field.Name))}\n"
                );
        Golden.Check("api", "v1.txt", keys.ToString());
    }

    [Fact]
    public async Task Every_address_of_the_api_is_described()
    {
        using var description = await Description();
        var described = description.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToHashSet();
        foreach (
            var name in "brief board undertakings/{id} matrix proposals timeline claims claims/{id} figures stories articles articles/{id} sources search queue stats corrections adding adding/{id} events".Split(
                ' '
            )
        )
            Assert.Contains($"/api/v1/{name}", described);
        foreach (var (path, _, operation) in Operations(description.RootElement))
            Assert.True(operation.TryGetProperty("summary", out var summary) && summary.GetString()!.EndsWith('.'), path);
    }

    private async Task<JsonDocument> Description() => JsonDocument.Parse(await web.Client.GetStringAsync("/openapi/v1.json", Cancel));

    /// <summary>All operations; what writes comes first, so that there is something to read.</summary>
    private static IEnumerable<(string Path, string Method, JsonElement Operation)> Operations(JsonElement root) =>
        from path in root.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        orderby method.Name == "get"
        select (path.Name, method.Name.ToUpperInvariant(), method.Value);

    /// <summary>The request that the examples make.</summary>
    private static HttpRequestMessage Request(JsonElement root, string path, string method, JsonElement operation, string job)
    {
        Assert.Equal("3.1", root.GetProperty("openapi").GetString()![..3]);
        var query = new List<string>();
        if (operation.TryGetProperty("parameters", out var parameters))
            foreach (var parameter in parameters.EnumerateArray())
            {
                var name = parameter.GetProperty("name").GetString()!;
                if (!parameter.TryGetProperty("example", out var example))
                {
                    Assert.False(parameter.TryGetProperty("required", out var required) && required.GetBoolean(), $"{path}: {name}");
                    continue;
                }
                // A job's id is made anew each time.
                var value = Uri.EscapeDataString(path.StartsWith("/api/v1/adding/", StringComparison.Ordinal) ? job : example.ToString());
                if (parameter.GetProperty("in").GetString() == "path")
                    path = path.Replace($"{{{name}}}", value, StringComparison.Ordinal);
                else
                    query.Add($"{name}={value}");
            }
        var request = new HttpRequestMessage(new HttpMethod(method), path + (query.Count > 0 ? "?" + string.Join('&', query) : ""));
        if (operation.TryGetProperty("requestBody", out var body))
        {
            var content = body.GetProperty("content").GetProperty("application/json");
            var example = content.GetProperty("example");
            Assert.Empty(new SchemaCheck(root).Faults(content.GetProperty("schema"), example));
            request.Content = new StringContent(example.GetRawText(), Encoding.UTF8, "application/json");
        }
        return request;
    }

    /// <summary>With <c>PARLEY_UPDATE_GOLDEN=1</c> the answer becomes the example, without what each build and machine has for itself.</summary>
    private static void Keep(JsonElement operation, string answer)
    {
        var file = Repository.Path("src", "Parley.Web", "Api", "Examples", $"{operation.GetProperty("operationId").GetString()}.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var tree = JsonNode.Parse(answer)!;
        Settle(tree);
        File.WriteAllText(file, tree.ToJsonString(s_indented) + "\n");
    }

    private static void Settle(JsonNode? node)
    {
        foreach (var child in node is JsonArray list ? list.ToList() : [])
            Settle(child);
        if (node is not JsonObject fields)
            return;
        foreach (var (name, value) in fields.ToList())
            if (name is "run" or "rules" || (name == "id" && fields.ContainsKey("rules")))
                fields[name] = "0011223344556677";
            else if (name == "bytes")
                fields[name] = 1048576;
            else if (
                value is JsonValue
                && value.GetValueKind() == JsonValueKind.String
                && value.GetValue<string>() is var text
                && text.StartsWith(Repository.Path(), StringComparison.Ordinal)
            )
                fields[name] = text[Repository.Path().Length..].TrimStart('/');
            else
                Settle(value);
    }
}
