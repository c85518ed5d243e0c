using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Parley.Records;

namespace Parley.Eval;

/// <summary>Sentences of <c>india_police</c> in which the police killed, arrested, used force, or failed to act.</summary>
internal static partial class PoliceDeeds
{
    private static readonly (string Label, string[] Floors, string[] Goals)[] s_bars =
    [
        ("KILL", [".75", ".80"], [".90", ".90"]),
        ("ARREST", [".80", ".80"], [".90", ".90"]),
        ("FAIL", [".35", ".50"], [".60", ".70"]),
        ("FORCE", [".70", ".75"], [".85", ".85"]),
    ];

    public static void Measure(List<CodedSentence> articles, Dictionary<string, ArticleReading> readings, string model, Bars bars)
    {
        var counts = s_bars.ToDictionary(bar => bar.Label, _ => new int[3]);
        foreach (var article in articles)
        {
            var gold = article
                .Expected.SelectMany(e => TestData.Strings(e["labels"]).Select(label => ((int)e["sent"]!, label)))
                .ToHashSet();
            var found = readings.TryGetValue(article.Id, out var reading) ? Found(article, reading) : [];
            foreach (var (label, count) in counts)
            {
                count[0] += gold.Count(one => one.label == label && found.Contains(one));
                count[1] += found.Count(one => one.Label == label);
                count[2] += gold.Count(one => one.label == label);
            }
        }
        foreach (var (label, floors, goals) in s_bars)
        {
            var count = counts[label];
            bars.Add(model, $"india_police: {label}, recall", new Ratio(count[0], count[2]), floors[0], goals[0]);
            bars.Add(model, $"india_police: {label}, precision", new Ratio(count[0], count[1]), floors[1], goals[1]);
        }
    }

    private static HashSet<(int Sentence, string Label)> Found(CodedSentence article, ArticleReading reading)
    {
        var sentences = article.Json["sents"]!
            .AsArray()
            .Select(pair => article.SpanOf(new JsonObject { ["start"] = (int)pair![0]!, ["end"] = (int)pair[1]! }))
            .ToList();
        var text = reading.Json["article"]!["text"]!.GetValue<string>();
        var found = new HashSet<(int, string)>();
        foreach (var happening in reading.Certain("events").Where(e => reading.Actors(e, "sources").Any(actor => IsPolice(actor, text))))
        foreach (var telling in ArticleReading.Spans(happening["evidence"]))
            for (var i = 0; i < sentences.Count; i++)
                if (ArticleReading.Touch(sentences[i], telling))
                    foreach (var label in Labels(reading, happening, sentences[i], text))
                        found.Add((i, label));
        return found;
    }

    private static bool IsArrest(JsonNode happening) =>
        happening["type"]!.GetValue<string>() == "COERCE" && happening["mode"]?.GetValue<string>() == "arrest";

    private static IEnumerable<string> Labels(ArticleReading reading, JsonNode happening, Span sentence, string text)
    {
        var (type, status) = (happening["type"]!.GetValue<string>(), happening["status"]!.GetValue<string>());
        if (status is "refused" or "denied")
            yield return "FAIL";
        if (status is not ("happened" or "ongoing" or "alleged"))
            yield break;
        if (IsArrest(happening))
            yield return "ARREST";
        if (type != "ASSAULT")
            yield break;
        yield return "FORCE";
        if (
            Killing().IsMatch(text[sentence.Start..sentence.End])
            || TestData.Strings(happening["figures"]).Select(reading.Find).Any(figure => IsOfKilled(figure, sentence))
        )
            yield return "KILL";
    }

    private static bool IsOfKilled(JsonNode? figure, Span sentence) =>
        figure?["measure"]?.GetValue<string>() == "killed"
        && ArticleReading.Spans(figure["span"]).Any(span => ArticleReading.Touch(span, sentence));

    private static bool IsPolice(JsonNode actor, string text) =>
        actor["code"]?.GetValue<string>().Split('.').Contains("COP") == true
        || Police().IsMatch(actor["name"]!.GetValue<string>())
        || ArticleReading.Spans(actor["mentions"]).Any(span => Police().IsMatch(text[span.Start..span.End]));

    [GeneratedRegex(@"\b(police|cops?\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Police();

    [GeneratedRegex(@"\b(kill|dead\b|died\b|death|perish|succumb|lives\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Killing();
}
