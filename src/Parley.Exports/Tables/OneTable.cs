using System.Collections.Immutable;

namespace Parley.Exports.Tables;

/// <summary>One table of a format alone.</summary>
/// <param name="format">The format.</param>
/// <param name="table">The table.</param>
/// <param name="form">How it is written.</param>
internal sealed class OneTable(IExportFormat format, LedgerTable table, Func<ExportSource, ITableForm> form) : IExportFormat
{
    public string Name => format.Name;

    public string Holds => table.Holds;

    public ImmutableArray<string> Endings => format.Endings;

    public string MediaType => format.MediaType;

    public bool IsFolder => false;

    public void Write(ExportSource source, ExportTarget target)
    {
        var written = form(source);
        using var output = target.Open(table.Name + written.Ending);
        table.Write(source, written, output);
    }
}
