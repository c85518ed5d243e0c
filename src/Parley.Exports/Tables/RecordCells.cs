using System.Collections.Immutable;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Exports.Tables;

/// <summary>Cells that tables of records have in common.</summary>
internal static class RecordCells
{
    /// <summary>The first columns of a table of records: article, id, outlet, day, words and where they stand.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="evidence">Its evidence.</param>
    public static IEnumerable<Column<Row<T>>> Head<T>(Func<T, string> id, Func<T, ImmutableArray<Span>> evidence) =>
        [
            Columns.Of<Row<T>>("article", "the article", row => row.Reading.Article.Id),
            Columns.Of<Row<T>>("record", "its id in the article", row => id(row.Record)),
            Columns.Of<Row<T>>("outlet", "the outlet", row => row.Reading.Article.Publisher),
            Columns.Of<Row<T>>("published", "ISO date or instant of publication", row => row.Reading.Article.Published),
            Columns.Of<Row<T>>("words", "the words of its first evidence, on one line", row => Words(row.Reading, evidence(row.Record)[0])),
            Columns.Of<Row<T>>("start", "where they begin in the text, in UTF-16 code units", row => (long?)evidence(row.Record)[0].Start),
            Columns.Of<Row<T>>("end", "where they end", row => (long?)evidence(row.Record)[0].End),
        ];

    /// <summary>The records of the readings that count, of those that are asked for.</summary>
    public static IEnumerable<Row<T>> Rows<T>(ExportSource source, Func<Reading, ImmutableArray<T>> records, Func<Reading, T, bool> isAsked)
    {
        foreach (var reading in source.Readings())
        foreach (var record in records(reading))
            if (isAsked(reading, record))
                yield return new Row<T>(reading, record);
    }

    /// <summary>Words on one line.</summary>
    public static string Words(Reading reading, Span span) => Citation.OneLine(span.Of(reading.Article.Text));

    /// <summary>The actor of an id; null where there is none.</summary>
    public static Actor? Find(Reading reading, string? id) => id is null ? null : reading.Actors.FirstOrDefault(actor => actor.Id == id);

    /// <summary>Names of actors.</summary>
    public static IEnumerable<string> Names(Reading reading, ImmutableArray<string> ids) =>
        ids.Select(id => Find(reading, id)?.Name).OfType<string>();

    /// <summary>Codes of actors, without those that have none.</summary>
    public static IEnumerable<string> Codes(Reading reading, ImmutableArray<string> ids) =>
        ids.Select(id => Find(reading, id)?.Code).Where(code => !string.IsNullOrEmpty(code)).OfType<string>();

    /// <summary>The place of an id; null where there is none.</summary>
    public static Place? PlaceOf(Reading reading, string? id) => id is null ? null : reading.Places.FirstOrDefault(place => place.Id == id);

    /// <summary>The value of a time; null where there is none.</summary>
    public static string? TimeOf(Reading reading, string? id) =>
        id is null ? null : reading.Times.FirstOrDefault(time => time.Id == id)?.Value;
}
