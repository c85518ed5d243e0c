namespace Parley.Exports.Tables;

/// <summary>A column of a table of <typeparamref name="T"/>: a name, and how its cell is had of a row. Just one of the functions is there, that of its kind. <see cref="Columns"/> makes them.</summary>
/// <typeparam name="T">A row.</typeparam>
public sealed class Column<T>
{
    internal Column(string name, ColumnKind kind, string holds) => Head = new ColumnHead(name, kind, holds);

    /// <summary>Name, kind and meaning.</summary>
    public ColumnHead Head { get; }

    /// <summary>The cell of a column of texts; null gives nothing.</summary>
    public Func<T, string?>? Text { get; internal init; }

    /// <summary>The cell of a column of whole numbers; null gives nothing.</summary>
    public Func<T, long?>? WholeNumber { get; internal init; }

    /// <summary>The cell of a column of numbers; null gives nothing.</summary>
    public Func<T, double?>? Number { get; internal init; }

    /// <summary>The cell of a column of yes and no; null gives nothing.</summary>
    public Func<T, bool?>? Flag { get; internal init; }

    /// <summary>The cell of a column of lists.</summary>
    public Func<T, IEnumerable<string>>? Texts { get; internal init; }
}
