using System.Collections.Immutable;
using System.Text.Json;
using Parley.Exports.Tables;

namespace Parley.Exports.Csv;

/// <summary>All tables as CSV, each with its metadata (CSV on the Web) beside it, and one file of metadata for all.</summary>
internal sealed class CsvFormat : ITableFormat
{
    /// <summary>The tables that a column of this name points into.</summary>
    private static readonly (string Column, string Table)[] s_keys = [("article", "documents"), ("undertaking", "undertakings")];

    public string Name => "csv";

    public string Holds => "all tables as CSV, with metadata of CSV on the Web";

    public ImmutableArray<string> Endings => [".csv", ".csv-metadata.json"];

    public string MediaType => "text/csv";

    public bool IsFolder => true;

    public IExportFormat Of(LedgerTable table) => new OneTable(this, table, _ => new CsvTable());

    public void Write(ExportSource source, ExportTarget target)
    {
        foreach (var table in LedgerTables.All)
        {
            using (var output = target.Open(table.Name + ".csv"))
                table.Write(source, new CsvTable(), output);
            using var metadata = target.Open(table.Name + ".csv-metadata.json");
            JsonFiles.Whole(metadata, json => WriteAlone(json, table));
        }
        using var all = target.Open("csv-metadata.json");
        JsonFiles.Whole(all, WriteGroup);
    }

    private static void WriteGroup(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("@context", "http://www.w3.org/ns/csvw");
        json.WriteStartArray("tables");
        foreach (var table in LedgerTables.All)
        {
            json.WriteStartObject();
            WriteTable(json, table, hasKeys: true);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAlone(Utf8JsonWriter json, LedgerTable table)
    {
        json.WriteStartObject();
        json.WriteString("@context", "http://www.w3.org/ns/csvw");
        WriteTable(json, table, hasKeys: false);
        json.WriteEndObject();
    }

    private static void WriteTable(Utf8JsonWriter json, LedgerTable table, bool hasKeys)
    {
        json.WriteString("url", table.Name + ".csv");
        json.WriteString("dc:title", table.Holds);
        json.WriteStartObject("dialect");
        json.WriteString("encoding", "utf-8");
        json.WriteTexts("lineTerminators", ["\r\n"]);
        json.WriteBoolean("header", true);
        json.WriteEndObject();
        json.WriteStartObject("tableSchema");
        json.WriteStartArray("columns");
        foreach (var head in table.Heads)
            WriteColumn(json, head, table.Key.Contains(head.Name));
        json.WriteEndArray();
        if (!table.Key.IsEmpty)
            json.WriteTexts("primaryKey", table.Key);
        if (hasKeys)
            WriteKeys(json, table);
        json.WriteEndObject();
    }

    private static void WriteColumn(Utf8JsonWriter json, ColumnHead head, bool isKey)
    {
        json.WriteStartObject();
        json.WriteString("name", head.Name);
        json.WriteString("titles", head.Name);
        json.WriteString("dc:description", head.Holds);
        json.WriteString(
            "datatype",
            head.Kind switch
            {
                ColumnKind.WholeNumber => "integer",
                ColumnKind.Number => "double",
                ColumnKind.Flag => "boolean",
                _ => "string",
            }
        );
        if (head.Kind == ColumnKind.Texts)
            json.WriteString("separator", "|");
        json.WriteBoolean("required", isKey);
        json.WriteEndObject();
    }

    private static void WriteKeys(Utf8JsonWriter json, LedgerTable table)
    {
        var keys = s_keys.Where(key => key.Table != table.Name && table.Heads.Any(head => head.Name == key.Column)).ToList();
        if (keys.Count == 0)
            return;
        json.WriteStartArray("foreignKeys");
        foreach (var (column, other) in keys)
        {
            json.WriteStartObject();
            json.WriteString("columnReference", column);
            json.WriteStartObject("reference");
            json.WriteString("resource", other + ".csv");
            json.WriteString("columnReference", column);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
