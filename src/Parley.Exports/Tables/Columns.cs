namespace Parley.Exports.Tables;

/// <summary>Makes columns.</summary>
public static class Columns
{
    /// <summary>A column of texts.</summary>
    /// <typeparam name="T">A row.</typeparam>
    /// <param name="name">Its name: lower case, words parted by <c>_</c>.</param>
    /// <param name="holds">What its cells mean.</param>
    /// <param name="cell">The cell of a row; null gives nothing.</param>
    public static Column<T> Of<T>(string name, string holds, Func<T, string?> cell) => new(name, ColumnKind.Text, holds) { Text = cell };

    /// <summary>A column of whole numbers.</summary>
    /// <typeparam name="T">A row.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="holds">What its cells mean.</param>
    /// <param name="cell">The cell of a row; null gives nothing.</param>
    public static Column<T> Of<T>(string name, string holds, Func<T, long?> cell) =>
        new(name, ColumnKind.WholeNumber, holds) { WholeNumber = cell };

    /// <summary>A column of numbers.</summary>
    /// <typeparam name="T">A row.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="holds">What its cells mean.</param>
    /// <param name="cell">The cell of a row; null gives nothing.</param>
    public static Column<T> Of<T>(string name, string holds, Func<T, double?> cell) =>
        new(name, ColumnKind.Number, holds) { Number = cell };

    /// <summary>A column of yes and no.</summary>
    /// <typeparam name="T">A row.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="holds">What its cells mean.</param>
    /// <param name="cell">The cell of a row; null gives nothing.</param>
    public static Column<T> Of<T>(string name, string holds, Func<T, bool?> cell) => new(name, ColumnKind.Flag, holds) { Flag = cell };

    /// <summary>A column of lists.</summary>
    /// <typeparam name="T">A row.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="holds">What its cells mean.</param>
    /// <param name="cell">The texts of a row; none give nothing.</param>
    public static Column<T> OfMany<T>(string name, string holds, Func<T, IEnumerable<string>> cell) =>
        new(name, ColumnKind.Texts, holds) { Texts = cell };
}
