using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Corrections;

/// <summary>Names records of readings, and finds those that corrections name.</summary>
public static class RecordFinder
{
    /// <summary>The key of a record; null where the reading has none of that id.</summary>
    public static RecordKey? KeyOf(Reading reading, string id)
    {
        foreach (var (kind, record, evidence) in All(reading))
            if (record == id)
                return new RecordKey(reading.Article.Id, kind, id, evidence, evidence.Of(reading.Article.Text).ToString());
        return null;
    }

    /// <summary>
    /// The id that a record has in this reading; null where it is gone. Only a record of the kind whose first evidence has just the place and words is it;
    /// of several the one that has the old id, else none: nothing is guessed.
    /// </summary>
    public static string? Find(Reading reading, RecordKey key)
    {
        if (reading.Article.Id != key.Article || key.Span.End > reading.Article.Text.Length)
            return null;
        if (!key.Span.Of(reading.Article.Text).SequenceEqual(key.Words))
            return null;
        var there = All(reading).Where(entry => entry.Kind == key.Kind && entry.Evidence == key.Span).Select(entry => entry.Id).ToList();
        return there.Contains(key.Id) ? key.Id
            : there.Count == 1 ? there[0]
            : null;
    }

    /// <summary>All records of a reading with their first evidence, kind by kind.</summary>
    public static IEnumerable<(RecordKind Kind, string Id, Span Evidence)> All(Reading reading) =>
        [
            .. reading.Actors.Select(record => (RecordKind.Actor, record.Id, First(record.Evidence))),
            .. reading.Places.Select(record => (RecordKind.Place, record.Id, First(record.Evidence))),
            .. reading.Times.Select(record => (RecordKind.Time, record.Id, First(record.Evidence))),
            .. reading.Statements.Select(record => (RecordKind.Statement, record.Id, First(record.Evidence))),
            .. reading.Events.Select(record => (RecordKind.Event, record.Id, First(record.Evidence))),
            .. reading.Figures.Select(record => (RecordKind.Figure, record.Id, First(record.Evidence))),
            .. reading.Undertakings.Select(record => (RecordKind.Undertaking, record.Id, First(record.Evidence))),
            .. reading.Positions.Select(record => (RecordKind.Position, record.Id, First(record.Evidence))),
        ];

    private static Span First(ImmutableArray<Span> evidence) => evidence.IsEmpty ? default : evidence[0];
}
