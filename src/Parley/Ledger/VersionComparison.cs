using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Parley.Corrections;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>Tells the records in which two versions of one article differ. Where a record stands and what it is numbered make no difference.</summary>
public static class VersionComparison
{
    /// <summary>Statements, events, figures, undertakings and positions that one version has and the other has not, the older version's first.</summary>
    public static ImmutableArray<RecordChange> Compare(Reading older, Reading newer)
    {
        var (before, after) = (Described(older), Described(newer));
        var (had, has) = (Counts(before), Counts(after));
        return
        [
            .. before.Where(entry => Take(has, entry.Content)).Select(entry => entry.Change with { IsGone = true }),
            .. after.Where(entry => Take(had, entry.Content)).Select(entry => entry.Change),
        ];
    }

    /// <summary>True when there is none of it left to take.</summary>
    private static bool Take(Dictionary<string, int> counts, string content)
    {
        if (counts.GetValueOrDefault(content) is not (> 0 and var left))
            return true;
        counts[content] = left - 1;
        return false;
    }

    private static Dictionary<string, int> Counts(List<(RecordChange Change, string Content)> records) =>
        records.GroupBy(record => record.Content, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count());

    private static List<(RecordChange Change, string Content)> Described(Reading reading)
    {
        var names = reading
            .Actors.Select(actor => (actor.Id, actor.Name))
            .Concat(reading.Places.Select(place => (place.Id, place.Name)))
            .Concat(reading.Times.Select(time => (time.Id, Name: time.Value)))
            .ToDictionary(pair => pair.Id, pair => pair.Name, StringComparer.Ordinal);
        var tree = JsonNode.Parse(ReadingJson.Write(reading))!.AsObject();
        var records = new List<(RecordChange, string)>();
        foreach (var kind in Enum.GetValues<RecordKind>().Where(kind => kind > RecordKind.Time))
        foreach (var record in tree[RecordFields.ListOf(kind)]!.AsArray().Select(node => node!.AsObject()))
        {
            var span = record["evidence"]![0]!;
            var words = new Span((int)span["start"]!, (int)span["end"]!).Of(reading.Article.Text).ToString();
            var fields = record
                .Where(pair => pair.Value is JsonValue && pair.Key is not ("id" or "confidence" or "uncertain"))
                .Select(pair => $"{pair.Key}={Named(pair.Value!, names)}");
            records.Add((new RecordChange(false, kind, (string)record["id"]!, words), $"{kind} {words} {string.Join(' ', fields)}"));
        }
        return records;
    }

    /// <summary>A value; of a reference to an actor, place or time its name, and nothing of one to another record, which is numbered anew.</summary>
    private static string Named(JsonNode value, Dictionary<string, string> names)
    {
        var text = value.ToJsonString().Trim('"');
        return names.TryGetValue(text, out var name) ? name
            : text.Length > 1 && text[1..].All(char.IsAsciiDigit) && char.IsAsciiLetterLower(text[0]) ? ""
            : text;
    }
}
