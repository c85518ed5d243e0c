namespace Parley.Exports.Tables;

/// <summary>A way to write a table as a file.</summary>
public interface ITableForm
{
    /// <summary>The ending of its files, with the dot.</summary>
    string Ending { get; }

    /// <summary>Writes a table; rows are taken one by one and not held.</summary>
    /// <typeparam name="T">A row.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="output">Where it goes; stays open.</param>
    void Write<T>(Table<T> table, IEnumerable<T> rows, Stream output);
}
