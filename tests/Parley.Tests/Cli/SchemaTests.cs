using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Parley.Records;
using Parley.Tests.Intake;
using Xunit;

namespace Parley.Tests.Cli;

/// <summary><c>docs/reading.schema.json</c> is made from the records, and real readings fit it.</summary>
public sealed class SchemaTests
{
    private static readonly string s_file = Repository.Path("docs", "reading.schema.json");

    [Fact]
    public void The_schema_is_that_of_the_records()
    {
        var schema =
            Make()
                .ToJsonString(
                    new()
                    {
                        WriteIndented = true,
                        NewLine = "\n",
                        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                    }
                ) + "\n";
        if (Environment.GetEnvironmentVariable("PARLEY_UPDATE_GOLDEN") == "1")
            File.WriteAllText(s_file, schema);
        Assert.True(
            File.Exists(s_file) && File.ReadAllText(s_file) == schema,
            $"{s_file} is not what the records give: set PARLEY_UPDATE_GOLDEN=1."
        );
    }

    [Fact]
    public void A_reading_with_every_kind_of_record_fits()
    {
        var reading = ReadingJson.Read(File.ReadAllText(Repository.Path("tests", "Golden", "read", "sel.json")));
        Assert.Empty(Misfits(ReadingJson.Write(reading)));
    }

    [Fact]
    public void What_the_program_prints_fits()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write(
            "a.txt",
            Taking.Utf8("KYIV, March 29 - The ministry said on Tuesday it would withdraw two brigades. At least 12 people were killed.")
        );
        Assert.Empty(Misfits(Call.Run("read", "--json", file).Output));
    }

    [Fact]
    public void A_field_that_is_missing_does_not_fit()
    {
        var reading = JsonNode.Parse(
            ReadingJson.Write(
                new Reading
                {
                    Article = new Article { Id = "x", Text = "x" },
                }
            )
        )!;
        reading["article"]!.AsObject().Remove("url");
        Assert.Equal(["/article: no url"], Misfits(reading.ToJsonString()));
    }

    private static JsonNode Make()
    {
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = RequireAll };
        var schema = ReadingJson.Default.Options.GetJsonSchemaAsNode(typeof(Reading), options).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "A reading: what parley read --json prints for one article");
        return schema;
    }

    /// <summary>Every field is always written, and no other.</summary>
    private static JsonNode RequireAll(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is JsonObject node && node["properties"] is JsonObject properties)
        {
            node["required"] = new JsonArray([.. properties.Select(property => (JsonNode)property.Key)]);
            node["additionalProperties"] = false;
        }
        return schema;
    }

    private static List<string> Misfits(string json)
    {
        var misfits = new List<string>();
        var root = JsonNode.Parse(File.ReadAllText(s_file))!;
        Check(root, root, JsonNode.Parse(json), "", misfits);
        return misfits;
    }

    private static void Check(JsonNode root, JsonNode schema, JsonNode? value, string path, List<string> misfits)
    {
        if (schema is not JsonObject rules)
            return;
        if (rules["$ref"] is { } reference)
        {
            Check(root, Follow(root, reference.GetValue<string>()), value, path, misfits);
            return;
        }
        if (rules["type"] is { } type && !Types(type).Any(name => IsOf(name, value)))
            misfits.Add($"{path}: {value?.ToJsonString() ?? "null"} is no {type.ToJsonString()}");
        if (rules["enum"] is JsonArray values && !values.Any(allowed => JsonNode.DeepEquals(allowed, value)))
            misfits.Add($"{path}: {value?.ToJsonString() ?? "null"} is not allowed");
        if (value is JsonArray items && rules["items"] is { } rule)
            for (var i = 0; i < items.Count; i++)
                Check(root, rule, items[i], $"{path}/{i}", misfits);
        if (value is not JsonObject fields || rules["properties"] is not JsonObject properties)
            return;
        misfits.AddRange(properties.Where(property => !fields.ContainsKey(property.Key)).Select(property => $"{path}: no {property.Key}"));
        misfits.AddRange(fields.Where(field => !properties.ContainsKey(field.Key)).Select(field => $"{path}: {field.Key} is not known"));
        foreach (var (name, field) in fields)
            if (properties[name] is { } own)
                Check(root, own, field, $"{path}/{name}", misfits);
    }

    private static JsonNode Follow(JsonNode root, string reference) =>
        reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(root, (node, step) => node[step]!);

    private static IEnumerable<string> Types(JsonNode type) =>
        type is JsonArray names ? names.Select(name => name!.GetValue<string>()) : [type.GetValue<string>()];

    private static bool IsOf(string type, JsonNode? value) =>
        type switch
        {
            "null" => value is null,
            "object" => value is JsonObject,
            "array" => value is JsonArray,
            "string" => value?.GetValueKind() == System.Text.Json.JsonValueKind.String,
            "boolean" => value?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
            _ => value?.GetValueKind() == System.Text.Json.JsonValueKind.Number,
        };
}
