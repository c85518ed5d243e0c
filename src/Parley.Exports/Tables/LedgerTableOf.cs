using System.Collections.Immutable;

namespace Parley.Exports.Tables;

/// <summary>A table of the ledger with rows of one type.</summary>
/// <param name="table">The table.</param>
/// <param name="rows">Makes its rows.</param>
internal sealed class LedgerTableOf<T>(Table<T> table, Func<ExportSource, IEnumerable<T>> rows) : LedgerTable
{
    public override string Name => table.Name;

    public override string Holds => table.Holds;

    public override ImmutableArray<ColumnHead> Heads { get; } = [.. table.Heads];

    public override ImmutableArray<string> Key => table.Key;

    public override void Write(ExportSource source, ITableForm form, Stream output) => form.Write(table, rows(source), output);
}
