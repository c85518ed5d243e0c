using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Parley.Records;

namespace Parley.Corrections;

/// <summary>
/// Puts people's corrections into a reading. In: a reading as the machine made it, and the corrections in force, oldest first. Out: the reading
/// as people left it, and how each correction stands. A correction that finds no record changes nothing.
/// </summary>
public static class Corrector
{
    private static readonly string[] s_telling = ["statements", "events"];

    /// <summary>The reading as people left it.</summary>
    public static Reading Apply(Reading reading, IReadOnlyList<Correction> corrections) => Run(reading, corrections).Reading;

    /// <summary>The reading as people left it, and how each correction stands.</summary>
    public static (Reading Reading, ImmutableArray<CorrectionStanding> Standings) Run(
        Reading reading,
        IReadOnlyList<Correction> corrections
    )
    {
        if (corrections.Count == 0)
            return (reading, []);
        var standings = ImmutableArray.CreateBuilder<CorrectionStanding>();
        // The machine's own reading says what a record is called and what was there; the tree takes the changes.
        var tree = JsonNode.Parse(ReadingJson.Write(reading))!.AsObject();
        foreach (var correction in corrections)
            standings.Add(Apply(reading, tree, correction));
        return (ReadingJson.Read(tree.ToJsonString()), standings.ToImmutable());
    }

    /// <summary>True when a reading can be made of it with this field changed so; else what is wrong, for people.</summary>
    public static string? WhyNotEdit(Reading reading, RecordKey key, string field, string value)
    {
        if (RecordFields.Fixed.Contains(field))
            return $"'{field}' cannot be set";
        var tree = JsonNode.Parse(ReadingJson.Write(reading))!.AsObject();
        var record = Find(tree, key.Kind, key.Id);
        if (record is null || !record.ContainsKey(field))
            return $"{key.Name} has no field '{field}' (it has {string.Join(", ", (record ?? []).Select(pair => pair.Key).Where(name => !RecordFields.Fixed.Contains(name)))})";
        try
        {
            record[field] = JsonNode.Parse(value);
            var edited = ReadingJson.Read(tree.ToJsonString());
            var known = RecordFinder.All(edited).Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var id in References(record, field))
                if (!known.Contains(id))
                    return $"there is no record '{id}' in {key.Name.Split('/')[0]}";
            return null;
        }
        catch (JsonException)
        {
            return $"'{value}' is no value of '{field}'";
        }
    }

    /// <summary>The value of a field as JSON; null where there is none.</summary>
    public static string? ValueOf(Reading reading, RecordKey key, string field) =>
        JsonNode.Parse(ReadingJson.Write(reading)) is JsonObject tree && Find(tree, key.Kind, key.Id) is { } record
            ? record[field]?.ToJsonString() ?? "null"
            : null;

    private static CorrectionStanding Apply(Reading reading, JsonObject tree, Correction correction)
    {
        var ids = new List<(RecordKind Kind, string Id)>();
        foreach (var target in correction.Targets.Where(target => target.Article == reading.Article.Id))
            if (RecordFinder.Find(reading, target) is { } id)
                ids.Add((target.Kind, id));
            else
                return new(
                    correction,
                    CorrectionMark.Orphaned,
                    $"there is no {CorrectionJson.Spell(target.Kind)} at “{target.Words}” any more"
                );
        if (ids.Count == 0)
            return new(correction, CorrectionMark.InForce, null);
        var record = Find(tree, ids[0].Kind, ids[0].Id);
        if (record is null)
            return new(correction, CorrectionMark.Orphaned, "another correction took the record away");
        switch (correction.Verb)
        {
            case CorrectionVerb.Accept:
                if (record.ContainsKey("confidence"))
                    (record["confidence"], record["uncertain"]) = (1, false);
                break;
            case CorrectionVerb.Reject:
                Remove(tree, ids[0].Kind, ids[0].Id);
                Silence(tree, correction.Targets[0].Span);
                break;
            case CorrectionVerb.Edit:
                return Edit(tree, record, correction);
            case CorrectionVerb.Merge when ids.Count == 2 && ids[0].Kind == ids[1].Kind:
                Merge(tree, record, ids[0].Kind, ids[1].Id);
                break;
            // Of two articles: the second's actor is the first's.
            case CorrectionVerb.Merge
                when correction is { Value: { } code }
                    && ids[0].Kind == RecordKind.Actor
                    && reading.Article.Id == correction.Targets[^1].Article:
                record["code"] = JsonNode.Parse(code);
                break;
        }
        return new(correction, CorrectionMark.InForce, null);
    }

    private static CorrectionStanding Edit(JsonObject tree, JsonObject record, Correction correction)
    {
        if (correction is not { Field: { } field, Value: { } value } || !record.ContainsKey(field))
            return new(correction, CorrectionMark.Orphaned, $"there is no field '{correction.Field}'");
        var now = record[field]?.ToJsonString() ?? "null";
        var was = record[field]?.DeepClone();
        record[field] = JsonNode.Parse(value);
        if (References(record, field).Any(id => !Exists(tree, id)))
        {
            record[field] = was;
            return new(correction, CorrectionMark.Orphaned, $"{value} names a record that is gone");
        }
        Vouch(record, field, was);
        if (record.ContainsKey("confidence"))
            (record["confidence"], record["uncertain"]) = (1, false);
        return correction.Was is { } before && now != before && now != value
            ? new(correction, CorrectionMark.Disputed, $"{field} was {before}, and is now read as {now}")
            : new(correction, CorrectionMark.InForce, null);
    }

    /// <summary>Whom a person puts into a role is no longer inferred, nor whom he takes out of it.</summary>
    private static void Vouch(JsonObject record, string field, JsonNode? was)
    {
        if (field is not ("sources" or "targets") || record["inferred"] is not JsonArray inferred)
            return;
        foreach (var id in References(record, field).Concat(was is JsonArray before ? before.Select(node => (string)node!) : []).ToList())
            Drop(inferred, id);
    }

    /// <summary>Takes a record out, and all that points at it: a field becomes null, and what cannot be without it goes too.</summary>
    private static void Remove(JsonObject tree, RecordKind kind, string id)
    {
        var list = tree[RecordFields.ListOf(kind)]!.AsArray();
        list.Remove(list.FirstOrDefault(node => (string?)node!["id"] == id));
        foreach (var other in Enum.GetValues<RecordKind>())
        {
            var orphans = new List<string>();
            foreach (var record in tree[RecordFields.ListOf(other)]!.AsArray().Select(node => node!.AsObject()))
            foreach (var (field, value) in record.ToList())
                if (RecordFields.References.Contains(field) && value is JsonValue && (string?)value == id)
                {
                    record[field] = null;
                    if (RecordFields.Required.Contains(field))
                        orphans.Add((string)record["id"]!);
                }
                else if (RecordFields.ReferenceLists.Contains(field) && value is JsonArray ids)
                    Drop(ids, id);
            foreach (var orphan in orphans)
                Remove(tree, other, orphan);
        }
    }

    /// <summary>A sentence all of whose statements and events were rejected tells nothing more: its plain words are no evidence either.</summary>
    private static void Silence(JsonObject tree, Span rejected)
    {
        var sentences = tree["article"]!["sentences"]!.AsArray();
        foreach (var node in sentences.ToList())
            if (
                SpanOf(node!) is var sentence
                && sentence.Contains(rejected)
                && !s_telling.Any(list => tree[list]!.AsArray().Any(record => sentence.Overlaps(SpanOf(record!["evidence"]![0]!))))
            )
                sentences.Remove(node);
    }

    private static Span SpanOf(JsonNode node) => new((int)node["start"]!, (int)node["end"]!);

    /// <summary>Makes one record of two: the first stays, has the mentions and evidence of both, and all that pointed at the second points at it.</summary>
    private static void Merge(JsonObject tree, JsonObject first, RecordKind kind, string second)
    {
        if (Find(tree, kind, second) is not { } other)
            return;
        foreach (var field in new[] { "mentions", "evidence" })
            if (first[field] is JsonArray mine && other[field] is JsonArray theirs)
                first[field] = new JsonArray([
                    .. mine.Concat(theirs)
                        .Select(node => (Node: node!, Start: (int)node!["start"]!, End: (int)node["end"]!))
                        .DistinctBy(span => (span.Start, span.End))
                        .OrderBy(span => field == "evidence" ? 0 : span.Start)
                        .Select(span => span.Node.DeepClone()),
                ]);
        var id = (string)first["id"]!;
        foreach (var list in Enum.GetValues<RecordKind>().Select(each => tree[RecordFields.ListOf(each)]!.AsArray()))
        foreach (var record in list.Select(node => node!.AsObject()))
        foreach (var (field, value) in record.ToList())
            if (RecordFields.References.Contains(field) && value is JsonValue && (string?)value == second)
                record[field] = record == first ? null : id;
            else if (RecordFields.ReferenceLists.Contains(field) && value is JsonArray ids && Drop(ids, second))
                if (!ids.Any(node => (string?)node == id))
                    ids.Add((JsonNode)id);
        var all = tree[RecordFields.ListOf(kind)]!.AsArray();
        all.Remove(all.First(node => (string?)node!["id"] == second));
    }

    private static bool Drop(JsonArray ids, string id)
    {
        var isThere = false;
        for (var at = ids.Count - 1; at >= 0; at--)
            if (ids[at] is JsonValue value && value.GetValueKind() == JsonValueKind.String && (string?)value == id)
            {
                ids.RemoveAt(at);
                isThere = true;
            }
        return isThere;
    }

    private static IEnumerable<string> References(JsonObject record, string field) =>
        RecordFields.References.Contains(field) && record[field] is JsonValue value ? [(string)value!]
        : RecordFields.ReferenceLists.Contains(field) && record[field] is JsonArray list ? list.Select(node => (string)node!)
        : [];

    private static bool Exists(JsonObject tree, string id) => Enum.GetValues<RecordKind>().Any(kind => Find(tree, kind, id) is not null);

    private static JsonObject? Find(JsonObject tree, RecordKind kind, string id) =>
        tree[RecordFields.ListOf(kind)]!.AsArray().FirstOrDefault(node => (string?)node!["id"] == id)?.AsObject();
}
