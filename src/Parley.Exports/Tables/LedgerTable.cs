using System.Collections.Immutable;

namespace Parley.Exports.Tables;

/// <summary>A table of the ledger: its columns, and how its rows are had.</summary>
public abstract class LedgerTable
{
    /// <summary>Its name.</summary>
    public abstract string Name { get; }

    /// <summary>What its rows are.</summary>
    public abstract string Holds { get; }

    /// <summary>Its columns.</summary>
    public abstract ImmutableArray<ColumnHead> Heads { get; }

    /// <summary>The columns that together tell rows apart; empty where none do.</summary>
    public abstract ImmutableArray<string> Key { get; }

    /// <summary>Writes it.</summary>
    /// <param name="source">What is exported.</param>
    /// <param name="form">As what.</param>
    /// <param name="output">Where it goes; stays open.</param>
    public abstract void Write(ExportSource source, ITableForm form, Stream output);
}
