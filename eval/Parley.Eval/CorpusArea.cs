using System.Text.Json.Nodes;

namespace Parley.Eval;

/// <summary>Real articles, without gold: does it run, does every record have evidence, does it find anything.</summary>
internal static class CorpusArea
{
    private static readonly string[] s_kinds =
    [
        "actors",
        "places",
        "times",
        "statements",
        "events",
        "figures",
        "undertakings",
        "positions",
    ];

    public static IEnumerable<Table> Measure(string folder, MeasuredProgram program)
    {
        var corpus = Path.Combine(folder, "corpora", "conflict", "conflict.jsonl");
        var (code, output, errors) = program.Parley(null, "read", "--jsonl", corpus);
        var wanted = File.ReadLines(corpus).Count();
        var read = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        var skipped = read.Count(line => line["skipped"] is not null);
        var readings = read.Where(line => line["article"] is not null).ToList();
        var rows = new List<string[]>
        {
            new[] { "articles in, lines out", $"{wanted}, {read.Count}" },
            new[] { "exit code", $"{code}" },
            new[] { "skipped", $"{skipped}" },
            new[] { "with a statement", Of(readings.Count(r => Count(r, "statements") > 0), readings.Count) },
            new[] { "with an event", Of(readings.Count(r => Count(r, "events") > 0), readings.Count) },
            new[]
            {
                "with a statement and an event",
                Of(readings.Count(r => Count(r, "statements") > 0 && Count(r, "events") > 0), readings.Count),
            },
            new[] { "records without valid evidence", $"{readings.Sum(Unproved)}" },
        };
        foreach (var kind in s_kinds)
            rows.Add([$"{kind}, on average", $"{(double)readings.Sum(r => Count(r, kind)) / Math.Max(1, readings.Count):0.0}"]);
        if (errors.Contains("Unhandled", StringComparison.Ordinal))
            rows.Add(["crashed", errors.Split('\n')[0]]);
        yield return new Table("`parley read --jsonl` on 340 conflict articles.", ["measure", "value"], rows);
    }

    private static string Of(int part, int whole) => $"{part} of {whole} ({100.0 * part / Math.Max(1, whole):0.0} %)";

    private static int Count(JsonNode reading, string kind) => reading[kind]!.AsArray().Count;

    /// <summary>Records whose evidence is missing, empty, or outside the text.</summary>
    internal static int Unproved(JsonNode reading)
    {
        var length = reading["article"]!["text"]!.GetValue<string>().Length;
        return s_kinds.Sum(kind => reading[kind]!.AsArray().Count(record => !Proved(record!["evidence"]?.AsArray(), length)));
    }

    private static bool Proved(JsonArray? evidence, int length) =>
        evidence is { Count: > 0 }
        && evidence.All(span => (int)span!["start"]! >= 0 && (int)span["start"]! < (int)span["end"]! && (int)span["end"]! <= length);
}
