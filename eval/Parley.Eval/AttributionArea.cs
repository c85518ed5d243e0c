using System.Globalization;
using System.Text.Json.Nodes;

namespace Parley.Eval;

/// <summary>Who said what against PolNeAR's development part, outermost attributions only.</summary>
internal static class AttributionArea
{
    public static IEnumerable<Table> Measure(string folder, MeasuredProgram program)
    {
        var gold = Path.Combine(folder, "eval", "attribution", "polnear-dev.jsonl");
        using var scratch = new Scratch();
        File.WriteAllLines(
            scratch.File("articles.jsonl"),
            File.ReadLines(gold)
                .Select(line => JsonNode.Parse(line)!)
                .Select(a => new JsonObject { ["id"] = (string)a["id"]!, ["text"] = (string)a["text"]! }.ToJsonString())
        );
        var (_, output, errors) = program.Parley(null, "read", "--jsonl", scratch.File("articles.jsonl"));
        var readings = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        if (readings.Any(r => r["article"] is null))
            throw new InvalidOperationException($"parley read skipped an article: {errors}");
        File.WriteAllLines(scratch.File("predicted.jsonl"), readings.Select(Attributions));

        var scores = program.Score(
            Path.Combine(Path.GetDirectoryName(gold)!, "score.py"),
            gold,
            scratch.File("predicted.jsonl"),
            "--drop-nested"
        );
        var rows = new List<string[]>();
        foreach (var (kind, score) in scores)
            rows.Add([
                kind,
                $"{score!["gold"]}, {score["predicted"]}",
                F1(score["source"], "span"),
                F1(score["cue"], "span"),
                F1(score["content"], "span"),
                F1(score["content"], "soft"),
                Share(score["linked"]!["speaker_accuracy"]),
                Share(score["linked"]!["attributed"]),
            ]);
        yield return new Table(
            "PolNeAR dev, 84 articles, outermost attributions: F1 of spans; speaker: of the contents found, those with the right one; attributed: of all, those found with the right speaker.",
            ["kind", "gold, found", "source", "cue", "content", "content, soft", "speaker", "attributed"],
            rows
        );
    }

    private static string F1(JsonNode? role, string way) => Share(role![way]!["f"]);

    private static string Share(JsonNode? value) =>
        value is null ? "–" : Table.Share(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture));

    private static string Attributions(JsonNode reading)
    {
        var statements = new JsonArray();
        foreach (var s in reading["statements"]!.AsArray())
        {
            var attribution = new JsonObject
            {
                ["id"] = (string)s!["id"]!,
                ["source"] = Spans(s["speakerSpan"]),
                ["cue"] = Spans(s["cueSpan"]),
                ["content"] = Spans(s["content"]),
            };
            if (s["nestedIn"] is { } outer)
                attribution["nested_in"] = (string)outer!;
            statements.Add(attribution);
        }
        return new JsonObject { ["id"] = (string)reading["article"]!["source"]!, ["attributions"] = statements }.ToJsonString();
    }

    private static JsonArray Spans(JsonNode? value) =>
        value switch
        {
            null => [],
            JsonArray many => [.. many.Select(span => (JsonNode)Pair(span!))],
            _ => [Pair(value)],
        };

    private static JsonArray Pair(JsonNode span) => [(int)span["start"]!, (int)span["end"]!];
}
