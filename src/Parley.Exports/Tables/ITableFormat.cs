namespace Parley.Exports.Tables;

/// <summary>A format of all tables, of which one can be had alone.</summary>
public interface ITableFormat : IExportFormat
{
    /// <summary>The same of one table, which makes one file.</summary>
    IExportFormat Of(LedgerTable table);
}
