using System.Collections.Immutable;

namespace Parley.Exports.Tables;

/// <summary>A table of <typeparamref name="T"/>: its name and columns. The rows come apart, so that there may be more than fit in memory.</summary>
/// <typeparam name="T">A row.</typeparam>
/// <param name="Name">Its name, which its file bears: lower case, words parted by <c>_</c>.</param>
/// <param name="Holds">What its rows are.</param>
/// <param name="Columns">Its columns, in order.</param>
/// <param name="Key">The columns that together tell rows apart; empty where none do.</param>
public sealed record Table<T>(string Name, string Holds, ImmutableArray<Column<T>> Columns, params ImmutableArray<string> Key)
{
    /// <summary>Name, kind and meaning of the columns.</summary>
    public IEnumerable<ColumnHead> Heads => Columns.Select(column => column.Head);
}
