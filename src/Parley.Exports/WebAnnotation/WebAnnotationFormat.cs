using System.Collections.Immutable;
using System.Text.Json;
using Parley.Corrections;
using Parley.Exports.Tables;
using Parley.Records;

namespace Parley.Exports.WebAnnotation;

/// <summary>
/// The words of every record as W3C Web Annotations: quoted with 32 code points before and behind, and by position. Positions count Unicode code points,
/// as the model wants it, and not the code units of records.
/// </summary>
internal sealed class WebAnnotationFormat : IExportFormat
{
    /// <summary>Code points before and behind a quotation.</summary>
    private const int Context = 32;

    public string Name => "web-annotation";

    public string Holds => "the words of every record, quoted and by position, as W3C Web Annotations";

    public ImmutableArray<string> Endings => [".jsonld"];

    public string MediaType => "application/ld+json";

    public bool IsFolder => false;

    public void Write(ExportSource source, ExportTarget target)
    {
        using var output = target.Open("annotations.jsonld");
        JsonFiles.Whole(
            output,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("@context", "http://www.w3.org/ns/anno.jsonld");
                json.WriteString("id", "urn:parley:annotations");
                json.WriteString("type", "AnnotationCollection");
                json.WriteString("label", "Records of the ledger " + source.Name);
                json.WriteStartObject("first");
                json.WriteString("id", "urn:parley:annotations:1");
                json.WriteString("type", "AnnotationPage");
                json.WriteNumber("startIndex", 0);
                json.WriteStartArray("items");
                foreach (var reading in source.Readings())
                    Write(json, source, reading);
                json.WriteEndArray();
                json.WriteEndObject();
                json.WriteEndObject();
            }
        );
    }

    private static void Write(Utf8JsonWriter json, ExportSource source, Reading reading)
    {
        var points = new CodePoints(reading.Article.Text);
        foreach (var record in EvidenceRow.Of(reading).Where(row => row.Kind > RecordKind.Time).GroupBy(row => (row.Kind, row.Record)))
        {
            json.WriteStartObject();
            json.WriteString("id", $"urn:parley:{reading.Article.Id}/{record.Key.Record}");
            json.WriteString("type", "Annotation");
            json.WriteString("motivation", "classifying");
            json.WriteString("created", source.StampText);
            json.WriteStartObject("creator");
            json.WriteString("type", "Software");
            json.WriteString("name", "Parley");
            json.WriteEndObject();
            json.WriteStartArray("body");
            foreach (var tag in Tags(reading, record.Key.Kind, record.Key.Record))
            {
                json.WriteStartObject();
                json.WriteString("type", "TextualBody");
                json.WriteString("purpose", "tagging");
                json.WriteString("value", tag);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("target");
            foreach (var row in record)
                WriteTarget(json, reading.Article, points, row.Span);
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    private static IEnumerable<string> Tags(Reading reading, RecordKind kind, string id) =>
        kind switch
        {
            RecordKind.Statement when reading.Statements.First(one => one.Id == id) is var said =>
            [
                "statement",
                ReadingJson.Spell(said.Act),
            ],
            RecordKind.Event when reading.Events.First(one => one.Id == id) is var deed =>
            [
                "event",
                ReadingJson.Spell(deed.Type),
                ReadingJson.Spell(deed.Status),
            ],
            RecordKind.Figure when reading.Figures.First(one => one.Id == id) is var figure =>
            [
                "figure",
                ReadingJson.Spell(figure.Measure),
            ],
            RecordKind.Undertaking when reading.Undertakings.First(one => one.Id == id) is var promise =>
            [
                "undertaking",
                ReadingJson.Spell(promise.Kind),
            ],
            RecordKind.Position when reading.Positions.First(one => one.Id == id) is var position =>
            [
                "position",
                position.Topic,
                ReadingJson.Spell(position.Stance),
            ],
            _ => [],
        };

    private static void WriteTarget(Utf8JsonWriter json, Article article, CodePoints points, Span span)
    {
        json.WriteStartObject();
        json.WriteString("source", article.Url ?? "urn:sha256:" + article.Id);
        json.WriteStartObject("state");
        json.WriteString("type", "TimeState");
        json.WriteIfTold("sourceDate", DateOf(article));
        json.WriteString("cached", "urn:sha256:" + article.Id);
        json.WriteEndObject();
        json.WriteStartArray("selector");
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        json.WriteString("exact", span.Of(article.Text));
        json.WriteString("prefix", points.Before(span.Start, Context));
        json.WriteString("suffix", points.Behind(span.End, Context));
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", points.At(span.Start));
        json.WriteNumber("end", points.At(span.End));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>An instant, as the model wants it; a day begins at midnight.</summary>
    private static string? DateOf(Article article) => article.Published is { Length: 10 } day ? day + "T00:00:00Z" : article.Published;
}
