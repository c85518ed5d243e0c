using System.Buffers;
using System.Globalization;
using System.Text;

namespace Parley.Exports.Events;

/// <summary>Writes lines of a fixed number of cells parted by tabs, without quotation: a tab or line end within a cell becomes a blank. Line ends are LF.</summary>
/// <param name="output">Where they go.</param>
/// <param name="columns">The number of cells of every line.</param>
internal sealed class TabbedLines(Stream output, int columns)
{
    private static readonly SearchValues<char> s_breaks = SearchValues.Create("\t\r\n\u0085\u2028\u2029");

    /// <summary>Writes a line.</summary>
    public void Write(params IReadOnlyList<object?> cells)
    {
        if (cells.Count != columns)
            throw new InvalidOperationException($"{cells.Count} cells for {columns} columns");
        output.Write(Encoding.UTF8.GetBytes(string.Join('\t', cells.Select(Cell)) + "\n"));
    }

    private static string Cell(object? value)
    {
        var text = value switch
        {
            null => "",
            string one => one,
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        return text.AsSpan().ContainsAny(s_breaks)
            ? string.Join(' ', text.Split((char[]?)['\t', '\r', '\n', '\u0085', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries))
            : text;
    }
}
