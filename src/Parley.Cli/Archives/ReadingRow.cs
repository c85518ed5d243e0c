using System.Buffers;
using System.Text;
using Parley.Exports.Tables;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Cli.Archives;

/// <summary>A reading as a row of <c>00007.parquet</c>: what one looks for in columns of its own, the rest as JSON.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="Source">The file, or id of a line, that it came in with; null where unknown.</param>
/// <param name="Day">The ISO day of its publication; null where unknown.</param>
/// <param name="Publisher">The outlet; null where unknown.</param>
/// <param name="Title">The headline; null where there is none.</param>
/// <param name="Text">The text.</param>
/// <param name="Document">What else it was handed in with, as JSON.</param>
/// <param name="Reading">The reading without the text, as JSON.</param>
/// <param name="Counts">Records by kind.</param>
internal sealed record ReadingRow(
    string Article,
    string? Source,
    string? Day,
    string? Publisher,
    string? Title,
    string Text,
    string Document,
    string Reading,
    RecordCounts Counts
)
{
    /// <summary>Rows of one group: a dozen megabytes.</summary>
    public const int GroupRows = 250;

    /// <summary>The table.</summary>
    public static Table<ReadingRow> Table { get; } =
        new(
            "readings",
            "readings of a shard",
            [
                Columns.Of<ReadingRow>("article", "SHA-256 of the text", row => row.Article),
                Columns.Of<ReadingRow>("source", "file, or id of a line, that it came in with", row => row.Source),
                Columns.Of<ReadingRow>("day", "ISO day of publication", row => row.Day),
                Columns.Of<ReadingRow>("publisher", "outlet", row => row.Publisher),
                Columns.Of<ReadingRow>("title", "headline", row => row.Title),
                Columns.Of<ReadingRow>("text", "text", row => row.Text),
                Columns.Of<ReadingRow>("document", "what else it was handed in with, as JSON", row => row.Document),
                Columns.Of<ReadingRow>("reading", "reading without the text, as JSON (docs/reading.schema.json)", row => row.Reading),
                Columns.Of<ReadingRow>("actors", "number of actors", row => row.Counts.Actors),
                Columns.Of<ReadingRow>("statements", "number of statements", row => row.Counts.Statements),
                Columns.Of<ReadingRow>("events", "number of events", row => row.Counts.Events),
                Columns.Of<ReadingRow>("figures", "number of figures", row => row.Counts.Figures),
                Columns.Of<ReadingRow>("undertakings", "number of undertakings", row => row.Counts.Undertakings),
                Columns.Of<ReadingRow>("positions", "number of positions", row => row.Counts.Positions),
            ],
            "article"
        );

    /// <summary>The row of a reading.</summary>
    public static ReadingRow Of(Reading reading, SourceDocument document)
    {
        var json = new ArrayBufferWriter<byte>(16384);
        ReadingJson.Write(json, reading with { Article = reading.Article with { Text = "" } });
        var body = Encoding.UTF8.GetString(json.WrittenSpan);
        json.ResetWrittenCount();
        ShardLine.Write(json, null, document);
        return new ReadingRow(
            reading.Article.Id,
            reading.Article.Source,
            ReadingOrder.Day(reading),
            reading.Article.Publisher,
            reading.Article.Title,
            document.Text,
            Encoding.UTF8.GetString(json.WrittenSpan),
            body,
            RecordCounts.Of(reading)
        );
    }

    /// <summary>The reading of a row, and what was read.</summary>
    /// <exception cref="System.Text.Json.JsonException">The row is damaged.</exception>
    public (Reading Reading, SourceDocument Document) ToReading()
    {
        var reading = ReadingJson.Read(Reading);
        var document = ShardLine.Read(Document, Text).Document!;
        return (reading with { Article = reading.Article with { Text = Text } }, document);
    }

    /// <summary>The rows of a file.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or no file of readings.</exception>
    public static IEnumerable<ReadingRow> Read(string file)
    {
        using var stream = File.OpenRead(file);
        using var table = ParquetTableReader.Open(stream);
        if (!table.Heads.Select(head => head.Name).SequenceEqual(Table.Heads.Select(head => head.Name)))
            throw new InvalidDataException("its columns are not those of readings");
        foreach (var row in table.Rows())
            yield return new ReadingRow(
                Cell(row, 0) ?? "",
                Cell(row, 1),
                Cell(row, 2),
                Cell(row, 3),
                Cell(row, 4),
                Cell(row, 5) ?? "",
                Cell(row, 6) ?? "",
                Cell(row, 7) ?? "",
                new RecordCounts(Number(row, 8), Number(row, 9), Number(row, 10), Number(row, 11), Number(row, 12), Number(row, 13))
            );

        static string? Cell(object?[] row, int at) => (string?)row[at];
        static long Number(object?[] row, int at) => (long?)row[at] ?? 0;
    }
}
