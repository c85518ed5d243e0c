// Guarded by the benchmark of exports: a million rows in seconds.
using System.Buffers;
using System.Globalization;
using System.Text;
using Parley.Intake.Tables;

namespace Parley.Exports.Tables;

/// <summary>
/// Tables as CSV (RFC 4180): UTF-8, a line of names, line ends CR LF. Nothing is an empty cell, an empty text is <c>""</c>; yes and no are
/// <c>true</c> and <c>false</c>; the texts of a list are parted by <c>|</c>, and a bar or backslash within one has a backslash before it.
/// A text that a spreadsheet would take for a formula has an apostrophe before it: see <see cref="FormulaGuard"/>.
/// </summary>
public sealed class CsvTable : ITableForm
{
    private const int ChunkBytes = 1 << 16;
    private static readonly SearchValues<char> s_quoted = SearchValues.Create(",\"\r\n");

    /// <inheritdoc/>
    public string Ending => ".csv";

    /// <inheritdoc/>
    public void Write<T>(Table<T> table, IEnumerable<T> rows, Stream output)
    {
        var line = new StringBuilder();
        var buffer = new ArrayBufferWriter<byte>(2 * ChunkBytes);
        line.AppendJoin(',', table.Heads.Select(head => head.Name)).Append("\r\n");
        foreach (var row in rows)
        {
            var isFirst = true;
            foreach (var column in table.Columns)
            {
                if (!isFirst)
                    line.Append(',');
                isFirst = false;
                Append(line, column, row);
            }
            line.Append("\r\n");
            if (line.Length >= ChunkBytes)
                Send(line, buffer, output);
        }
        Send(line, buffer, output);
    }

    private static void Send(StringBuilder line, ArrayBufferWriter<byte> buffer, Stream output)
    {
        foreach (var chunk in line.GetChunks())
            Encoding.UTF8.GetBytes(chunk.Span, buffer);
        line.Clear();
        output.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }

    private static void Append<T>(StringBuilder line, Column<T> column, T row)
    {
        switch (column.Head.Kind)
        {
            case ColumnKind.Text:
                Append(line, column.Text!(row));
                break;
            case ColumnKind.WholeNumber:
                if (column.WholeNumber!(row) is { } integer)
                    line.Append(CultureInfo.InvariantCulture, $"{integer}");
                break;
            case ColumnKind.Number:
                if (column.Number!(row) is { } number)
                    line.Append(CultureInfo.InvariantCulture, $"{number:R}");
                break;
            case ColumnKind.Flag:
                if (column.Flag!(row) is { } flag)
                    line.Append(flag ? "true" : "false");
                break;
            default:
                AppendMany(line, column.Texts!(row));
                break;
        }
    }

    private static void AppendMany(StringBuilder line, IEnumerable<string> texts)
    {
        var all = string.Join(
            '|',
            texts.Select(text => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal))
        );
        if (all.Length > 0)
            Append(line, all);
    }

    private static void Append(StringBuilder line, string? text)
    {
        if (text is null)
            return;
        text = FormulaGuard.Guarded(text);
        if (text.Length > 0 && !text.AsSpan().ContainsAny(s_quoted))
            line.Append(text);
        else
            line.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
