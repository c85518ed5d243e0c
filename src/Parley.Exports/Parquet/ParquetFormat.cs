using System.Collections.Immutable;
using Parley.Exports.Tables;

namespace Parley.Exports.Parquet;

/// <summary>All tables as Parquet, one file a table.</summary>
internal sealed class ParquetFormat : ITableFormat
{
    /// <summary>Goes up where a column changes its meaning or goes.</summary>
    private const string SchemaVersion = "1";

    public string Name => "parquet";

    public string Holds => "all tables as Parquet, one file a table";

    public ImmutableArray<string> Endings => [".parquet"];

    public string MediaType => "application/vnd.apache.parquet";

    public bool IsFolder => true;

    public IExportFormat Of(LedgerTable table) => new OneTable(this, table, source => Form(source, table));

    public void Write(ExportSource source, ExportTarget target)
    {
        foreach (var table in LedgerTables.All)
        {
            using var output = target.Open(table.Name + ".parquet");
            table.Write(source, Form(source, table), output);
        }
    }

    /// <summary>How a table is written, with what its file says of itself.</summary>
    public static ParquetTable Form(ExportSource source, LedgerTable table) =>
        new(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["parley.schema"] = SchemaVersion,
                ["parley.table"] = table.Name,
                ["parley.run"] = string.Join(' ', source.Ledger.Statistics().Runs.Select(run => run.Run.Id).Order(StringComparer.Ordinal)),
            }
        );
}
