using System.Text;
using System.Text.Json.Nodes;
using Parley.Records;

namespace Parley.Eval;

/// <summary>Articles whose happenings and undertakings were marked over the whole text, those whose sentences no network has learned from.</summary>
/// <remarks>They have sentences as words; the text is put together from them, a paragraph each.</remarks>
internal static class MarkedArticles
{
    /// <summary>The found events and undertakings, right or wrong by the marks.</summary>
    public static IEnumerable<ConfidenceSample> Samples(string folder, string model, MeasuredProgram program)
    {
        var unlearned = TestData
            .Lines(folder, "train", "semantics", "marked-dev.jsonl.gz")
            .Select(line => line["document"]?.GetValue<string>())
            .ToHashSet();
        var articles = TestData
            .Lines(folder, "train", "semantics", "document.jsonl.gz")
            .Where(line => unlearned.Contains(line["document"]!.GetValue<string>()))
            .ToDictionary(line => line["document"]!.GetValue<string>(), line => (Marks: line, Text: Text(line)));
        var readings = ArticleReading.ReadAll(
            program,
            model,
            articles.Select(a => (a.Key, a.Value.Text.Text, a.Value.Marks["date"]?.GetValue<string>()))
        );
        foreach (var (id, reading) in readings)
        {
            var (marks, (_, words)) = articles[id];
            foreach (var sample in Judge(id, "events", reading, marks["happenings"]!.AsArray(), "mentions", words, IsRightEvent))
                yield return sample;
            foreach (
                var sample in Judge(id, "undertakings", reading, marks["undertakings"]!.AsArray(), "tellings", words, IsRightUndertaking)
            )
                yield return sample;
        }
    }

    /// <summary>Gives each record the first mark not yet given that one of its spans touches, a mark that makes it right before others.</summary>
    private static IEnumerable<ConfidenceSample> Judge(
        string article,
        string kind,
        ArticleReading reading,
        JsonArray marks,
        string tellings,
        Dictionary<(int, int), Span> words,
        Func<ArticleReading, JsonNode, JsonNode, bool> isRight
    )
    {
        var left = marks.Select(mark => mark!).ToList();
        foreach (var record in reading.Json[kind]!.AsArray())
        {
            var spans = ArticleReading.Spans(record!["trigger"] ?? record["evidence"]).ToList();
            var touched = left.FindAll(mark =>
                mark[tellings]!
                    .AsArray()
                    .Any(at =>
                        words.TryGetValue(((int)at![0]!, (int)at[1]!), out var word)
                        && spans.Exists(span => ArticleReading.Touch(span, word))
                    )
            );
            var own = touched.Find(mark => isRight(reading, record, mark)) ?? touched.FirstOrDefault();
            if (own is not null)
                left.Remove(own);
            yield return ConfidenceSample.Of(article, kind, record, own is not null && isRight(reading, record, own));
        }
    }

    private static bool IsRightEvent(ArticleReading reading, JsonNode record, JsonNode mark)
    {
        var gold = TestData.Strings(mark["sources"]).Select(Country).ToHashSet();
        var found = reading.Actors(record, "sources").Select(CodeOf).ToHashSet();
        return Same(record, mark, "type") && Same(record, mark, "status") && (gold.Overlaps(found) || gold.SetEquals(found));
    }

    private static bool IsRightUndertaking(ArticleReading reading, JsonNode record, JsonNode mark) =>
        Same(record, mark, "kind")
        && reading.Find(record["by"]!.GetValue<string>()) is { } by
        && CodeOf(by) == Country(mark["by"]!.GetValue<string>());

    private static bool Same(JsonNode record, JsonNode mark, string field) =>
        record[field]!.GetValue<string>() == mark[field]!.GetValue<string>();

    private static string CodeOf(JsonNode actor) =>
        Country(actor["code"]?.GetValue<string>() is { Length: > 0 } code ? code : actor["name"]!.GetValue<string>());

    private static string Country(string code) => code.Split('.')[0].ToUpperInvariant();

    private static (string Text, Dictionary<(int, int), Span> Words) Text(JsonNode article)
    {
        var text = new StringBuilder();
        var spans = new Dictionary<(int, int), Span>();
        foreach (var (number, words) in article["sentences"]!.AsObject())
        {
            var at = 0;
            foreach (var word in TestData.Strings(words))
            {
                if (at > 0 && !Clings(word) && text[^1] != '(')
                    text.Append(' ');
                spans[(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture), at++)] = new Span(
                    text.Length,
                    text.Length + word.Length
                );
                text.Append(word);
            }
            text.Append("\n\n");
        }
        return (text.ToString(), spans);
    }

    /// <summary>True for marks and parts of contractions, which no blank goes before.</summary>
    private static bool Clings(string word) =>
        word is "," or "." or ";" or ":" or "!" or "?" or ")" or "n't" || (word[0] is '\'' or '’' && word.Length is 2 or 3);
}
