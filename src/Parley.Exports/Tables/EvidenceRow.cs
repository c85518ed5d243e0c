using System.Collections.Immutable;
using Parley.Corrections;
using Parley.Records;

namespace Parley.Exports.Tables;

/// <summary>A span that proves a record.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Kind">The kind of the record.</param>
/// <param name="Record">Its id.</param>
/// <param name="Number">Which of its spans, from 1.</param>
/// <param name="Span">The span.</param>
internal sealed record EvidenceRow(Reading Reading, RecordKind Kind, string Record, int Number, Span Span)
{
    /// <summary>All spans of the sure records of a reading.</summary>
    public static IEnumerable<EvidenceRow> Of(Reading reading) =>
        [
            .. reading.Actors.SelectMany(one => Of(reading, RecordKind.Actor, one.Id, one.Evidence)),
            .. reading.Places.SelectMany(one => Of(reading, RecordKind.Place, one.Id, one.Evidence)),
            .. reading.Times.SelectMany(one => Of(reading, RecordKind.Time, one.Id, one.Evidence)),
            .. reading.Statements.Where(one => !one.Uncertain).SelectMany(one => Of(reading, RecordKind.Statement, one.Id, one.Evidence)),
            .. reading.Events.Where(one => !one.Uncertain).SelectMany(one => Of(reading, RecordKind.Event, one.Id, one.Evidence)),
            .. reading.Figures.SelectMany(one => Of(reading, RecordKind.Figure, one.Id, one.Evidence)),
            .. reading
                .Undertakings.Where(one => !one.Uncertain)
                .SelectMany(one => Of(reading, RecordKind.Undertaking, one.Id, one.Evidence)),
            .. reading.Positions.Where(one => !one.Uncertain).SelectMany(one => Of(reading, RecordKind.Position, one.Id, one.Evidence)),
        ];

    private static IEnumerable<EvidenceRow> Of(Reading reading, RecordKind kind, string id, ImmutableArray<Span> evidence) =>
        evidence.Select((span, at) => new EvidenceRow(reading, kind, id, at + 1, span));
}
