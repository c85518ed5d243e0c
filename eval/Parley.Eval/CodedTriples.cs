using System.Text.Json.Nodes;

namespace Parley.Eval;

/// <summary>Triples of actor, recipient and type against <c>petrarch_gsr</c>.</summary>
internal static class CodedTriples
{
    private const string Nobody = "---";

    public static void Measure(List<CodedSentence> set, Dictionary<string, ArticleReading> readings, string model, Bars bars)
    {
        var (right, found, wanted) = (0, 0, 0);
        foreach (var sentence in set)
        {
            if (sentence.Text.Trim().Length == 0 || sentence.Expected.Exists(e => e["plover2_by_cameo"]?["event"] is null))
                continue;
            var gold = sentence.Expected.SelectMany(Gold).ToHashSet();
            var own = readings.TryGetValue(sentence.Id, out var reading) ? Found(reading) : [];
            right += gold.Count(own.Contains);
            found += own.Count;
            wanted += gold.Count;
        }
        bars.Add(model, "petrarch_gsr: triples, F1", Ratio.F1(right, found, wanted), ".65", ".80");
        bars.Add(model, "petrarch_gsr: triples right/found/wanted", $"{right}/{found}/{wanted}");
    }

    private static IEnumerable<(string, string, string)> Gold(JsonNode coded)
    {
        var type = coded["plover2_by_cameo"]!["event"]!.GetValue<string>();
        foreach (var actor in coded["actor"]!.AsArray())
        foreach (var recipient in coded["recipient"]!.AsArray())
            yield return (Short(actor!["code"]!.GetValue<string>()), Short(recipient!["code"]!.GetValue<string>()), type);
    }

    private static HashSet<(string, string, string)> Found(ArticleReading reading)
    {
        var triples = new HashSet<(string, string, string)>();
        foreach (var happening in reading.Certain("events"))
            if (CodedAs.TypeOf(happening) is { } type)
                foreach (var (actor, recipient) in PloverParties.Of(reading, happening).Pairs())
                    triples.Add((Code(actor), recipient is null ? Nobody : Code(recipient), type));
        return triples;
    }

    /// <summary>The country or body of an actor; its name where it has no code, which then fits none of the gold.</summary>
    private static string Code(JsonNode actor) =>
        actor["code"]?.GetValue<string>() is { Length: > 0 } code ? Short(code) : actor["name"]!.GetValue<string>();

    private static string Short(string code) => code.Length > 3 ? code[..3] : code;
}
