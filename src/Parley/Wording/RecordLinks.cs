using System.Text.Json.Nodes;
using Parley.Records;

namespace Parley.Wording;

/// <summary>Which records of a reading point at which, by the fields that hold ids.</summary>
public sealed class RecordLinks
{
    /// <summary>The kinds of records, as JSON names their lists and people one of them.</summary>
    private static readonly (string List, string Kind)[] s_kinds =
    [
        ("actors", "actor"),
        ("places", "place"),
        ("times", "time"),
        ("statements", "statement"),
        ("events", "event"),
        ("figures", "figure"),
        ("undertakings", "undertaking"),
        ("positions", "position"),
    ];

    private static readonly HashSet<string> s_fields = new(StringComparer.Ordinal)
    {
        "memberOf",
        "speaker",
        "speakers",
        "addressee",
        "time",
        "place",
        "nestedIn",
        "sources",
        "targets",
        "statement",
        "figures",
        "deniedBy",
        "partOf",
        "event",
        "by",
        "to",
        "places",
        "from",
        "until",
        "statements",
        "evidenceFor",
        "evidenceAgainst",
        "doubts",
        "party",
        "about",
        "guarantors",
    };

    private readonly Dictionary<string, (string Kind, JsonObject Fields)> _records = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Indexes the records of a reading.</summary>
    public RecordLinks(Reading reading)
    {
        var json = JsonNode.Parse(ReadingJson.Write(reading))!;
        foreach (var (list, kind) in s_kinds)
        foreach (var record in json[list]!.AsArray())
            _records[record!["id"]!.GetValue<string>()] = (kind, record.AsObject());
    }

    /// <summary>The record with an id: "event" and its fields; null where there is none.</summary>
    public (string Kind, JsonObject Fields)? Find(string id) => _records.TryGetValue(id, out var record) ? record : null;

    /// <summary>The records that a record points at, and by which field.</summary>
    public IEnumerable<(string Field, string Id)> From(string id) =>
        from field in _records[id].Fields
        where s_fields.Contains(field.Key)
        from goal in Ids(field.Value)
        select (field.Key, goal);

    /// <summary>The records that point at a record, and by which field.</summary>
    public IEnumerable<(string Field, string Id)> To(string id) =>
        from other in _records
        from link in From(other.Key)
        where link.Id == id
        select (link.Field, other.Key);

    /// <summary>"a1–a5, p1, s1–s4": all ids, for people.</summary>
    public string Ranges() =>
        _records.Count == 0
            ? "it has none"
            : "there are "
                + string.Join(
                    ", ",
                    _records
                        .Keys.GroupBy(id => _records[id].Kind)
                        .Select(ids => ids.Count() == 1 ? ids.First() : $"{ids.First()}–{ids.Last()}")
                );

    private IEnumerable<string> Ids(JsonNode? value) =>
        value switch
        {
            JsonArray many => many.SelectMany(Ids),
            JsonValue one when one.TryGetValue<string>(out var id) && _records.ContainsKey(id) => [id],
            _ => [],
        };
}
