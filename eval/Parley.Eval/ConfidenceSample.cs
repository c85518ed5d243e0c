using System.Globalization;
using System.Text.Json.Nodes;

namespace Parley.Eval;

/// <summary>A found record with its confidence, what is known of it, and whether it is right.</summary>
/// <param name="Article">The article it was found in.</param>
/// <param name="Kind">statements, events, undertakings or positions.</param>
/// <param name="Confidence">Its confidence, 0 to 1.</param>
/// <param name="Features">Names and values of what a fit may weigh.</param>
/// <param name="IsRight">True where a careful reader would keep it with its kind, status and main party.</param>
internal sealed record ConfidenceSample(
    string Article,
    string Kind,
    double Confidence,
    (string Name, double Value)[] Features,
    bool IsRight
)
{
    private const double Edge = 0.001;

    /// <summary>Takes the record of a reading.</summary>
    public static ConfidenceSample Of(string article, string kind, JsonNode record, bool isRight)
    {
        var confidence = double.Parse(record["confidence"]!.ToJsonString(), CultureInfo.InvariantCulture);
        return new ConfidenceSample(
            article,
            kind,
            confidence,
            [("bias", 1), ("confidence", LogOdds(confidence)), .. Known(kind, record)],
            isRight
        );
    }

    /// <summary>The samples of ledgers, every found record one.</summary>
    public static IEnumerable<ConfidenceSample> Of(LedgerReadings readings, MeasuredProgram program)
    {
        foreach (var pair in readings.Pairs(program, withUncertain: true))
            if (pair.Found is { } id)
                yield return Of(
                    pair.Article,
                    pair.Kind,
                    readings.Articles[pair.Article][pair.Kind]!.AsArray().Single(record => record!["id"]!.GetValue<string>() == id)!,
                    pair.Right
                );
    }

    private static (string, double)[] Known(string kind, JsonNode record)
    {
        double Has(string field) => record[field] is null or JsonArray { Count: 0 } ? 0 : 1;
        double Is(string field, string value) => record[field]?.GetValue<string>() == value ? 1 : 0;
        double again = record["evidence"]!.AsArray().Count > 1 ? 1 : 0;
        return kind switch
        {
            "statements" =>
            [
                ("speaker", Has("speaker")),
                ("cue", Has("cueSpan")),
                ("indirect", Is("kind", "indirect")),
                ("asserts", Is("act", "asserts")),
            ],
            "events" =>
            [
                ("sources", Has("sources")),
                ("targets", Has("targets")),
                ("statement", Has("statement")),
                ("told-again", again),
                ("happened", Is("status", "happened")),
            ],
            "undertakings" => [("statements", Has("statements")), ("told-again", again), ("other", Is("kind", "other"))],
            _ => [("statement", Has("statement")), ("demands", Is("stance", "demands"))],
        };
    }

    private static double LogOdds(double p) => Math.Log(Math.Clamp(p, Edge, 1 - Edge) / (1 - Math.Clamp(p, Edge, 1 - Edge)));
}
