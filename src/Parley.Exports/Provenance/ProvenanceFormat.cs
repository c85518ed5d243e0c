using System.Collections.Immutable;
using System.Text.Json;
using Parley.Corrections;
using Parley.Exports.Tables;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Exports.Provenance;

/// <summary>Where every record comes from, as PROV-O in JSON-LD: articles, the run that read them, the words quoted, and what people changed.</summary>
internal sealed class ProvenanceFormat : IExportFormat
{
    public string Name => "prov";

    public string Holds => "where every record comes from: articles, runs, words and corrections, as PROV-O in JSON-LD";

    public ImmutableArray<string> Endings => [".jsonld"];

    public string MediaType => "application/ld+json";

    public bool IsFolder => false;

    public void Write(ExportSource source, ExportTarget target)
    {
        using var output = target.Open("prov.jsonld");
        JsonFiles.Whole(
            output,
            json =>
            {
                json.WriteStartObject();
                json.WriteStartObject("@context");
                json.WriteString("prov", "http://www.w3.org/ns/prov#");
                json.WriteString("dcterms", "http://purl.org/dc/terms/");
                json.WriteString("xsd", "http://www.w3.org/2001/XMLSchema#");
                json.WriteEndObject();
                json.WriteStartArray("@graph");
                WriteGraph(json, source);
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );
    }

    private static void WriteGraph(Utf8JsonWriter json, ExportSource source)
    {
        foreach (var (run, _) in source.Ledger.Statistics().Runs.OrderBy(pair => pair.Run.Id, StringComparer.Ordinal))
            WriteRun(json, run);
        var entries = source
            .Ledger.Articles(
                new ReadingQuery
                {
                    AsOf = source.Query.AsOf,
                    From = source.Query.From,
                    Until = source.Query.To,
                }
            )
            .ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        var outlets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reading in source.Readings())
        {
            if (reading.Article.Publisher is { } outlet && outlets.Add(outlet))
                Node(json, OutletId(outlet), "prov:Organization", () => json.WriteString("dcterms:title", outlet));
            if (entries.TryGetValue(reading.Article.Id, out var entry))
                WriteArticle(json, reading.Article, entry);
            foreach (var record in EvidenceRow.Of(reading).Where(row => row.Kind > RecordKind.Time).GroupBy(row => (row.Kind, row.Record)))
                WriteRecord(json, reading, record.Key.Kind, record.Key.Record, [.. record.Select(row => row.Span)], entry?.Run);
        }
        var people = new HashSet<string>(StringComparer.Ordinal);
        foreach (var correction in source.Ledger.Corrections())
            if (source.Query.AsOf is not { } day || string.CompareOrdinal(correction.At[..10], day) <= 0)
                WriteCorrection(json, correction, people);
    }

    private static void WriteRun(Utf8JsonWriter json, LedgerRun run)
    {
        Node(
            json,
            "urn:parley:software:" + run.Id,
            "prov:SoftwareAgent",
            () => json.WriteString("dcterms:title", $"Parley with the model {run.Model} and the rules {run.Rules}")
        );
        Node(
            json,
            RunId(run.Id),
            "prov:Activity",
            () =>
            {
                json.WriteString("dcterms:title", "reading");
                Reference(json, "prov:wasAssociatedWith", "urn:parley:software:" + run.Id);
            }
        );
    }

    private static void WriteArticle(Utf8JsonWriter json, Article article, ArticleEntry entry) =>
        Node(
            json,
            ArticleId(article.Id),
            "prov:Entity",
            () =>
            {
                json.WriteIfTold("dcterms:title", article.Title);
                json.WriteIfTold("dcterms:issued", article.Published);
                json.WriteIfTold("dcterms:source", article.Url ?? article.Source);
                Reference(json, "prov:wasAttributedTo", article.Publisher is { } outlet ? OutletId(outlet) : null);
                Reference(json, "prov:wasDerivedFrom", entry.CopyOf is { } original ? ArticleId(original) : null);
            }
        );

    private static void WriteRecord(
        Utf8JsonWriter json,
        Reading reading,
        RecordKind kind,
        string id,
        ImmutableArray<Span> evidence,
        string? run
    )
    {
        var name = RecordId(reading.Article.Id, id);
        for (var at = 0; at < evidence.Length; at++)
        {
            var span = evidence[at];
            Node(
                json,
                $"{name}#words{at + 1}",
                "prov:Entity",
                () =>
                {
                    Value(json, span.Of(reading.Article.Text).ToString());
                    Reference(json, "prov:wasQuotedFrom", ArticleId(reading.Article.Id));
                }
            );
        }
        Node(
            json,
            name,
            "prov:Entity",
            () =>
            {
                json.WriteString("dcterms:type", CorrectionJson.Spell(kind));
                References(json, "prov:wasDerivedFrom", Enumerable.Range(1, evidence.Length).Select(at => $"{name}#words{at}"));
                Reference(json, "prov:hadPrimarySource", ArticleId(reading.Article.Id));
                Reference(json, "prov:wasGeneratedBy", run is null ? null : RunId(run));
            }
        );
    }

    /// <summary>What a person said: a review, and the record as it was left, a revision of the one that was read.</summary>
    private static void WriteCorrection(Utf8JsonWriter json, Correction correction, HashSet<string> people)
    {
        var person = "urn:parley:person:" + Uri.EscapeDataString(correction.By);
        if (people.Add(person))
            Node(json, person, "prov:Person", () => json.WriteString("dcterms:title", correction.By));
        var review = "urn:parley:correction:" + correction.Id;
        Node(
            json,
            review,
            "prov:Activity",
            () =>
            {
                json.WriteString("dcterms:title", CorrectionJson.Spell(correction.Verb));
                json.WriteIfTold("dcterms:description", correction.Why);
                json.WriteStartObject("prov:endedAtTime");
                json.WriteString("@type", "xsd:dateTime");
                json.WriteString("@value", correction.At);
                json.WriteEndObject();
                Reference(json, "prov:wasAssociatedWith", person);
                References(json, "prov:used", correction.Targets.Select(target => RecordId(target.Article, target.Id)));
            }
        );
        foreach (var target in correction.Targets)
            Node(
                json,
                $"{RecordId(target.Article, target.Id)}@{correction.Id}",
                "prov:Entity",
                () =>
                {
                    Reference(json, "prov:wasRevisionOf", RecordId(target.Article, target.Id));
                    Reference(json, "prov:wasGeneratedBy", review);
                    Reference(json, "prov:wasAttributedTo", person);
                }
            );
    }

    private static void Node(Utf8JsonWriter json, string id, string type, Action write)
    {
        json.WriteStartObject();
        json.WriteString("@id", id);
        json.WriteString("@type", type);
        write();
        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, string text) => json.WriteString("prov:value", text);

    private static void Reference(Utf8JsonWriter json, string name, string? id)
    {
        if (id is null)
            return;
        json.WriteStartObject(name);
        json.WriteString("@id", id);
        json.WriteEndObject();
    }

    private static void References(Utf8JsonWriter json, string name, IEnumerable<string> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids)
        {
            json.WriteStartObject();
            json.WriteString("@id", id);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string ArticleId(string article) => "urn:sha256:" + article;

    private static string RecordId(string article, string record) => $"urn:parley:{article}/{record}";

    private static string RunId(string run) => "urn:parley:run:" + run;

    private static string OutletId(string outlet) => "urn:parley:outlet:" + Uri.EscapeDataString(outlet);
}
