using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Parley.Corrections;
using Parley.Exports.Csv;
using Parley.Exports.Provenance;
using Parley.Exports.Readings;
using Parley.Exports.Sqlite;
using Parley.Ledger;
using Parley.Stores;

namespace Parley.Exports.RoCrate;

/// <summary>
/// A bundle for others to check, as an RO-Crate 1.2: the texts, the readings, tables, corrections and provenance, the ledger where it is a file, with what
/// made them and the SHA-256 of every file. <c>sha256sum -c manifest-sha256.txt</c> checks it.
/// </summary>
internal sealed class RoCrateFormat : IExportFormat
{
    private const string Specification = "https://w3id.org/ro/crate/1.2";

    public string Name => "ro-crate";

    public string Holds => "texts, readings, tables, corrections and ledger with what made them and the hash of each file, as an RO-Crate";

    public ImmutableArray<string> Endings => [".json"];

    public string MediaType => "application/ld+json";

    public bool IsFolder => true;

    public void Write(ExportSource source, ExportTarget target)
    {
        var files = new List<CrateFile>();
        var hashing = new HashingTarget(target, "", files);
        foreach (var reading in source.Readings())
            hashing.WriteText($"texts/{reading.Article.Id}.txt", reading.Article.Text);
        var texts = files.Count;
        new ReadingsFormat().Write(source, hashing);
        new CsvFormat().Write(source, new HashingTarget(target, "tables/", files));
        hashing.WriteText(
            "corrections.jsonl",
            string.Concat(
                source
                    .Ledger.Corrections()
                    .Where(one => source.Query.AsOf is not { } day || string.CompareOrdinal(one.At[..10], day) <= 0)
                    .Select(one => CorrectionJson.Write(one) + "\n")
            )
        );
        new ProvenanceFormat().Write(source, hashing);
        if (source.Ledger is SqliteLedger && source.Query.IsWhole)
            new SqliteFormat().Write(source, hashing);
        using (var output = hashing.Open("ro-crate-metadata.json"))
            JsonFiles.Whole(output, json => Write(json, source, files, texts));
        target.WriteText(
            "manifest-sha256.txt",
            string.Concat(files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => $"{file.Hash}  {file.Path}\n"))
        );
    }

    private static void Write(Utf8JsonWriter json, ExportSource source, IReadOnlyList<CrateFile> files, int texts)
    {
        var runs = source.Ledger.Statistics().Runs.Select(pair => pair.Run).OrderBy(run => run.Id, StringComparer.Ordinal).ToList();
        json.WriteStartObject();
        json.WriteString("@context", Specification + "/context");
        json.WriteStartArray("@graph");
        Entity(
            json,
            "ro-crate-metadata.json",
            "CreativeWork",
            () =>
            {
                Reference(json, "conformsTo", Specification);
                Reference(json, "about", "./");
            }
        );
        Entity(
            json,
            "./",
            "Dataset",
            () =>
            {
                json.WriteString("name", "The ledger " + source.Name);
                json.WriteString("description", DescriptionOf(source));
                json.WriteString("datePublished", source.StampText);
                Reference(json, "license", "#rights");
                References(json, "hasPart", files.Select(file => file.Path));
                References(json, "mentions", runs.Select(run => "#reading-" + run.Id));
            }
        );
        Entity(
            json,
            "#rights",
            "CreativeWork",
            () =>
            {
                json.WriteString("name", "Rights");
                json.WriteString(
                    "description",
                    "The texts remain their publishers'. Place data: GeoNames (geonames.org), CC BY 4.0, changed; Natural Earth, public domain. Codes: PLOVER, CAMEO."
                );
            }
        );
        foreach (var run in runs)
            WriteRun(json, run, files, texts);
        foreach (var file in files)
            Entity(
                json,
                file.Path,
                "File",
                () =>
                {
                    json.WriteString("name", file.Path);
                    json.WriteString("contentSize", file.Bytes.ToString(System.Globalization.CultureInfo.InvariantCulture));
                    json.WriteString("sha256", file.Hash);
                    json.WriteString("encodingFormat", MediaTypeOf(file.Path));
                }
            );
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter json, LedgerRun run, IReadOnlyList<CrateFile> files, int texts)
    {
        Entity(
            json,
            "#reading-" + run.Id,
            "CreateAction",
            () =>
            {
                json.WriteString("name", "Reading the texts");
                Reference(json, "instrument", "#parley-" + run.Id);
                References(json, "object", files.Take(texts).Select(file => file.Path));
                References(json, "result", files.Skip(texts).Select(file => file.Path).Where(path => path == "readings.jsonl"));
            }
        );
        Entity(
            json,
            "#parley-" + run.Id,
            "SoftwareApplication",
            () =>
            {
                json.WriteString("name", "Parley");
                json.WriteString("softwareVersion", typeof(RoCrateFormat).Assembly.GetName().Version!.ToString(3));
                json.WriteString("description", $"Model {run.Model}; rules, lexicons and program {run.Rules}.");
            }
        );
    }

    private static string DescriptionOf(ExportSource source)
    {
        var text = new StringBuilder("What news articles tell of who said, did, promised and demanded what, each with its words");
        if (source.Query.AsOf is { } day)
            text.Append(", as of ").Append(day);
        if (source.Query.From is { } from)
            text.Append(", published since ").Append(from);
        if (source.Query.To is { } to)
            text.Append(", published until ").Append(to);
        return text.Append('.').ToString();
    }

    private static string MediaTypeOf(string path) =>
        Path.GetExtension(path) switch
        {
            ".txt" => "text/plain",
            ".csv" => "text/csv",
            ".jsonl" => "application/x-ndjson",
            ".jsonld" => "application/ld+json",
            ".db" => "application/vnd.sqlite3",
            _ => "application/json",
        };

    private static void Entity(Utf8JsonWriter json, string id, string type, Action write)
    {
        json.WriteStartObject();
        json.WriteString("@id", id);
        json.WriteString("@type", type);
        write();
        json.WriteEndObject();
    }

    private static void Reference(Utf8JsonWriter json, string name, string id)
    {
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
}
