using System.Text.Json.Nodes;
using Parley.Records;

namespace Parley.Eval;

/// <summary>PLOVER types against <c>plover_gsr</c> (one event a sentence) and <c>plv_dyads</c> (one event a pair of parties).</summary>
internal static class CodedTypes
{
    public static void MeasureAlone(List<CodedSentence> set, Dictionary<string, ArticleReading> readings, string model, Bars bars)
    {
        var (right, among) = (0, 0);
        foreach (var sentence in set)
        {
            var type = sentence.Expected[0]["plover2"]!.GetValue<string>();
            if (!readings.TryGetValue(sentence.Id, out var reading))
                continue;
            var words = sentence.Tagged("EVT");
            right +=
                CodedAs.TypeOf(Best(reading, e => words.Sum(word => Shared(word, ArticleReading.Spans(e["trigger"]).Single())))) == type
                    ? 1
                    : 0;
            among += reading.Certain("events").Any(e => CodedAs.TypeOf(e) == type) ? 1 : 0;
        }
        bars.Add(model, "plover_gsr: type", new Ratio(right, set.Count), ".70", ".80");
        bars.Add(model, "plover_gsr: any event of the sentence has the type", new Ratio(among, set.Count));
    }

    public static void MeasurePairs(List<CodedSentence> set, Dictionary<string, ArticleReading> readings, string model, Bars bars)
    {
        var (right, among) = (0, 0);
        foreach (var sentence in set)
        {
            var type = sentence.Expected[0]["plover"]!.GetValue<string>();
            if (!readings.TryGetValue(sentence.Id, out var reading))
                continue;
            var (actor, recipient) = (Spans(sentence, "SRC", "actor"), Spans(sentence, "TAR", "recipient"));
            right += IsType(Best(reading, e => Fit(reading, e, actor, recipient)), type) ? 1 : 0;
            among += reading.Certain("events").Any(e => IsType(e, type)) ? 1 : 0;
        }
        bars.Add(model, "plv_dyads: type, the pair given", new Ratio(right, set.Count), ".70", ".84");
        bars.Add(model, "plv_dyads: any event of the sentence has the type", new Ratio(among, set.Count));
    }

    /// <summary>The event with the greatest worth, the first of equals; null where there is none.</summary>
    private static JsonNode? Best(ArticleReading reading, Func<JsonNode, int> worth) =>
        reading
            .Certain("events")
            .Select((e, i) => (Event: e, Worth: worth(e), Order: i))
            .OrderByDescending(e => e.Worth)
            .ThenBy(e => e.Order)
            .FirstOrDefault()
            .Event;

    private static int Fit(ArticleReading reading, JsonNode happening, List<Span> actor, List<Span> recipient)
    {
        var parties = PloverParties.Of(reading, happening);
        var others = parties.IsMutual ? parties.Actors : parties.Recipients;
        return (Hit(parties.Actors, actor) ? 4 : 0)
            + (Hit(others, recipient) ? 3 : 0)
            + (Hit(others, actor) ? 1 : 0)
            + (Hit(parties.Actors, recipient) ? 1 : 0);
    }

    private static bool Hit(List<JsonNode> actors, List<Span> given) =>
        actors.Exists(actor =>
            ArticleReading.Spans(actor["mentions"]).Any(mention => given.Exists(span => ArticleReading.Touch(mention, span)))
        );

    /// <summary>The spans of a given party: those that are marked, else where its words stand.</summary>
    private static List<Span> Spans(CodedSentence sentence, string tag, string party)
    {
        if (sentence.Tagged(tag) is { Count: > 0 } marked)
            return marked;
        var spans = new List<Span>();
        foreach (var one in sentence.Expected[0][party]?.AsArray() ?? [])
            if (
                one?["text"]?.GetValue<string>() is { Length: > 0 } words
                && sentence.Text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var start
            )
                spans.Add(new Span(start, start + words.Length));
        return spans;
    }

    private static bool IsType(JsonNode? happening, string type) =>
        CodedAs.TypeOf(happening) is { } own && (own == type || (type == "YIELD" && own is "CONCEDE" or "RETREAT"));

    private static int Shared(Span a, Span b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
}
