using System.Collections.Immutable;
using Parley.Exports.Tables;

namespace Parley.Exports.JsonLines;

/// <summary>All tables as JSON Lines, one file a table.</summary>
internal sealed class JsonLinesFormat : ITableFormat
{
    public string Name => "jsonl";

    public string Holds => "all tables as JSON Lines, one file a table";

    public ImmutableArray<string> Endings => [".jsonl"];

    public string MediaType => "application/x-ndjson";

    public bool IsFolder => true;

    public IExportFormat Of(LedgerTable table) => new OneTable(this, table, _ => new JsonLinesTable());

    public void Write(ExportSource source, ExportTarget target)
    {
        foreach (var table in LedgerTables.All)
        {
            using var output = target.Open(table.Name + ".jsonl");
            table.Write(source, new JsonLinesTable(), output);
        }
    }
}
