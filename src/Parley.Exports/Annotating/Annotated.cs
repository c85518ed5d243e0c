using System.Collections.Immutable;
using Parley.Corrections;
using Parley.Records;

namespace Parley.Exports.Annotating;

/// <summary>A record as annotation tools see it: a label on words, and links to other records of the article.</summary>
/// <param name="Kind">The kind of the record.</param>
/// <param name="Id">Its id in the article.</param>
/// <param name="Label">Kind and value, <c>Event_RETREAT</c>: what is changed with the label is the field <see cref="ValueField"/>.</param>
/// <param name="ValueField">The field whose value the label bears, as JSON names it; null where it bears none.</param>
/// <param name="SpanField">The field that says where it stands, as JSON names it; null where that is what the record is known by.</param>
/// <param name="Spans">Where it stands, in UTF-16 code units: several where its words are broken up.</param>
/// <param name="Status">How a deed stands; null for other records.</param>
/// <param name="Links">Links to other records: the field and the ids.</param>
internal sealed record Annotated(
    RecordKind Kind,
    string Id,
    string Label,
    string? ValueField,
    string? SpanField,
    ImmutableArray<Span> Spans,
    string? Status,
    ImmutableArray<(string Role, string Field, ImmutableArray<string> Ids)> Links
)
{
    /// <summary>The records of a reading that are sure, in the order of their kinds.</summary>
    public static ImmutableArray<Annotated> Of(Reading reading) =>
        [
            .. reading.Actors.Select(one =>
                Plain(RecordKind.Actor, one.Id, "Actor", ReadingJson.Spell(one.Kind), "kind", "mentions", one.Evidence[0])
            ),
            .. reading.Places.Select(one =>
                Plain(RecordKind.Place, one.Id, "Place", ReadingJson.Spell(one.Use), "use", "mentions", one.Evidence[0])
            ),
            .. reading.Times.Select(one => Plain(RecordKind.Time, one.Id, "Time", one.Type, "type", "span", one.Span)),
            .. reading
                .Statements.Where(one => !one.Uncertain)
                .Select(one => new Annotated(
                    RecordKind.Statement,
                    one.Id,
                    "Statement_" + ReadingJson.Spell(one.Act),
                    "act",
                    "content",
                    one.Content,
                    null,
                    [("Speaker", "speakers", one.Speakers)]
                )),
            .. reading
                .Events.Where(one => !one.Uncertain)
                .Select(one => new Annotated(
                    RecordKind.Event,
                    one.Id,
                    "Event_" + ReadingJson.Spell(one.Type),
                    "type",
                    "trigger",
                    [one.Trigger],
                    ReadingJson.Spell(one.Status),
                    [("Doer", "sources", one.Sources), ("Target", "targets", one.Targets)]
                )),
            .. reading.Figures.Select(one =>
                Plain(RecordKind.Figure, one.Id, "Figure", ReadingJson.Spell(one.Measure), "measure", "span", one.Span)
            ),
            .. reading
                .Undertakings.Where(one => !one.Uncertain)
                .Select(one => new Annotated(
                    RecordKind.Undertaking,
                    one.Id,
                    "Undertaking_" + ReadingJson.Spell(one.Kind),
                    "kind",
                    "text",
                    [one.Text],
                    null,
                    [("By", "by", [one.By])]
                )),
            .. reading
                .Positions.Where(one => !one.Uncertain)
                .Select(one => new Annotated(
                    RecordKind.Position,
                    one.Id,
                    "Position_" + ReadingJson.Spell(one.Stance),
                    "stance",
                    null,
                    [one.Evidence[0]],
                    null,
                    [("Party", "party", [one.Party])]
                )),
        ];

    /// <summary>All from its first word to its last.</summary>
    public Span Whole => new(Spans.Min(span => span.Start), Spans.Max(span => span.End));

    private static Annotated Plain(RecordKind kind, string id, string name, string value, string valueField, string spanField, Span span) =>
        new(kind, id, $"{name}_{value}", valueField, spanField, [span], null, []);
}
