using System.Collections.Immutable;
using System.Text;

namespace Parley.Web.Api;

/// <summary>The columns of a list: of its CSV, and by which it can be sorted and narrowed.</summary>
internal interface IApiTable
{
    /// <summary>The names of the columns.</summary>
    IReadOnlyList<string> Names { get; }
}

/// <inheritdoc/>
/// <param name="id">The id of an item, unique in the list.</param>
/// <param name="columns">The columns with their values.</param>
internal sealed class ApiTable<T>(Func<T, string> id, params (string Name, Func<T, object?> Value)[] columns) : IApiTable
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = [.. columns.Select(column => column.Name)];

    /// <summary>The id of an item.</summary>
    public string Id(T item) => id(item);

    /// <summary>Those whose column has a value, whatever the case of its letters; in a column of several, one of them.</summary>
    public ImmutableArray<T> Narrow(ImmutableArray<T> all, string column, string value)
    {
        var of = ValueOf(column);
        return [.. all.Where(item => Parts(of(item)).Contains(value, StringComparer.OrdinalIgnoreCase))];
    }

    /// <summary>The items by columns, the first first; what is unknown comes last. Items that are alike keep their order.</summary>
    /// <param name="all">The items.</param>
    /// <param name="keys">Names of columns, each with <c>-</c> before it to have the greatest first.</param>
    public ImmutableArray<T> Sort(ImmutableArray<T> all, IReadOnlyList<string> keys)
    {
        IEnumerable<T> sorted = all;
        // Sorting is stable: the least important first.
        foreach (var key in keys.Reverse())
        {
            var of = ValueOf(key.TrimStart('-'));
            var known = sorted.ToLookup(item => of(item) is not (null or ""));
            sorted = (
                key[0] == '-' ? known[true].OrderByDescending(of, ColumnOrder.Instance) : known[true].OrderBy(of, ColumnOrder.Instance)
            ).Concat(known[false]);
        }
        return [.. sorted];
    }

    /// <summary>The items as CSV with a line of names.</summary>
    public string Csv(ImmutableArray<T> all)
    {
        var csv = new StringBuilder().AppendJoin(',', Names).Append("\r\n");
        foreach (var item in all)
            csv.AppendJoin(',', columns.Select(column => CsvCell.Of(column.Value(item)))).Append("\r\n");
        return csv.ToString();
    }

    private Func<T, object?> ValueOf(string name) => columns.First(column => column.Name == name).Value;

    private static string[] Parts(object? value) => CsvCell.Plain(value).Split("; ");

    private sealed class ColumnOrder : IComparer<object?>
    {
        public static ColumnOrder Instance { get; } = new();

        public int Compare(object? x, object? y) =>
            x is string one && y is string other ? string.CompareOrdinal(one, other) : Comparer<object?>.Default.Compare(x, y);
    }
}
