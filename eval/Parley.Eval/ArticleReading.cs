using System.Text.Json.Nodes;
using Parley.Records;

namespace Parley.Eval;

/// <summary>What <c>parley read --jsonl</c> gave for one text.</summary>
/// <param name="Json">The reading.</param>
internal sealed record ArticleReading(JsonNode Json)
{
    private static readonly string[] s_linked = ["actors", "statements", "events", "figures"];

    private Dictionary<string, JsonNode>? _records;

    /// <summary>Reads texts in one run; a text that was skipped is missing.</summary>
    public static Dictionary<string, ArticleReading> ReadAll(
        MeasuredProgram program,
        string model,
        IEnumerable<(string Id, string Text, string? Date)> texts
    )
    {
        using var scratch = new Scratch();
        File.WriteAllLines(
            scratch.File("texts.jsonl"),
            texts.Select(text =>
                new JsonObject
                {
                    ["id"] = text.Id,
                    ["text"] = text.Text,
                    ["date"] = text.Date,
                }.ToJsonString()
            )
        );
        var (_, output, errors) = program.Parley(null, "read", "--model", model, "--jsonl", scratch.File("texts.jsonl"));
        var readings = new Dictionary<string, ArticleReading>();
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (JsonNode.Parse(line) is { } json && json["article"]?["source"] is { } id)
                readings[id.GetValue<string>()] = new ArticleReading(json);
        return readings.Count > 0 ? readings : throw new InvalidOperationException($"parley read gave no reading: {errors.Trim()}");
    }

    /// <summary>The documents of a set of gold, each with the records of one kind that are read in it; none in a text that was skipped.</summary>
    /// <param name="program">The program.</param>
    /// <param name="model">Its model.</param>
    /// <param name="folder">The folder that holds the test data.</param>
    /// <param name="set">Folder and file of the set, without its ending; its <c>dct</c>, where it has one, is the date.</param>
    /// <param name="kind">The field of the reading: <c>times</c>.</param>
    public static IEnumerable<(JsonNode Gold, JsonArray Found)> ReadSet(
        MeasuredProgram program,
        string model,
        string folder,
        string set,
        string kind
    )
    {
        var gold = TestData.Lines(folder, "eval", set + ".jsonl");
        var readings = ReadAll(
            program,
            model,
            gold.Select(document => ((string)document["id"]!, (string)document["text"]!, (string?)document["dct"]))
        );
        foreach (var document in gold)
            yield return (document, readings.GetValueOrDefault((string)document["id"]!)?.Json[kind]?.AsArray() ?? []);
    }

    /// <summary>The records of a kind, without those that are uncertain.</summary>
    public IEnumerable<JsonNode> Certain(string kind) => Json[kind]!.AsArray().Where(record => (bool?)record!["uncertain"] != true)!;

    /// <summary>The record with this id; null without id or record.</summary>
    public JsonNode? Find(string? id)
    {
        _records ??= s_linked
            .SelectMany(kind => Json[kind]!.AsArray())
            .ToDictionary(record => record!["id"]!.GetValue<string>(), record => record!);
        return id is null ? null : _records.GetValueOrDefault(id);
    }

    /// <summary>The actors that a field of a record names.</summary>
    public IEnumerable<JsonNode> Actors(JsonNode record, string field) =>
        TestData.Strings(record[field]).Select(id => Find(id)).OfType<JsonNode>();

    /// <summary>A field of one or several spans.</summary>
    public static IEnumerable<Span> Spans(JsonNode? value) =>
        value switch
        {
            JsonArray list => list.Select(One),
            null => [],
            _ => [One(value)],
        };

    /// <summary>True where a span shares characters with another.</summary>
    public static bool Touch(Span a, Span b) => a.Start < b.End && b.Start < a.End;

    private static Span One(JsonNode? span) => new((int)span!["start"]!, (int)span["end"]!);
}
