namespace Parley.Exports.Tables;

/// <summary>A column of a table of <typeparamref name="T"/>: a name, and how its cell is had of a row. Just one of the functions is there, that of its kind.</summary>
/// <typeparam name="T">A row.</typeparam>
public sealed class Column<T>
{
    private Column(string name, ColumnKind kind, string holds) => Head = new ColumnHead(name, kind, holds);

    /// <summary>Name, kind and meaning.</summary>
    public ColumnHead Head { get; }

    /// <summary>The cell of a column of texts; null gives nothing.</summary>
    public Func<T, string?>? Text { get; private init; }

    /// <summary>The cell of a column of whole numbers; null gives nothing.</summary>
    public Func<T, long?>? Integer { get; private init; }

    /// <summary>The cell of a column of numbers; null gives nothing.</summary>
    public Func<T, double?>? Number { get; private init; }

    /// <summary>The cell of a column of yes and no; null gives nothing.</summary>
    public Func<T, bool?>? Flag { get; private init; }

    /// <summary>The cell of a column of lists.</summary>
    public Func<T, IEnumerable<string>>? Texts { get; private init; }

    /// <summary>A column of texts.</summary>
    public static Column<T> Of(string name, string holds, Func<T, string?> cell) => new(name, ColumnKind.Text, holds) { Text = cell };

    /// <summary>A column of whole numbers.</summary>
    public static Column<T> Of(string name, string holds, Func<T, long?> cell) => new(name, ColumnKind.Integer, holds) { Integer = cell };

    /// <summary>A column of numbers.</summary>
    public static Column<T> Of(string name, string holds, Func<T, double?> cell) => new(name, ColumnKind.Number, holds) { Number = cell };

    /// <summary>A column of yes and no.</summary>
    public static Column<T> Of(string name, string holds, Func<T, bool?> cell) => new(name, ColumnKind.Flag, holds) { Flag = cell };

    /// <summary>A column of lists.</summary>
    public static Column<T> OfMany(string name, string holds, Func<T, IEnumerable<string>> cell) =>
        new(name, ColumnKind.Texts, holds) { Texts = cell };
}
