using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Parley.Exports.Tables;

/// <summary>Tables as JSON Lines: one object a row, every column written, null where there is nothing.</summary>
public sealed class JsonLinesTable : ITableForm
{
    private const int ChunkBytes = 1 << 16;
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Ending => ".jsonl";

    /// <inheritdoc/>
    public void Write<T>(Table<T> table, IEnumerable<T> rows, Stream output)
    {
        var buffer = new ArrayBufferWriter<byte>(2 * ChunkBytes);
        using var json = new Utf8JsonWriter(buffer, s_options);
        foreach (var row in rows)
        {
            json.Reset();
            json.WriteStartObject();
            foreach (var column in table.Columns)
                Write(json, column, row);
            json.WriteEndObject();
            json.Flush();
            buffer.Write("\n"u8);
            if (buffer.WrittenCount < ChunkBytes)
                continue;
            output.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }
        output.Write(buffer.WrittenSpan);
    }

    private static void Write<T>(Utf8JsonWriter json, Column<T> column, T row)
    {
        var name = column.Head.Name;
        switch (column.Head.Kind)
        {
            case ColumnKind.Text:
                json.WriteString(name, column.Text!(row));
                break;
            case ColumnKind.WholeNumber when column.WholeNumber!(row) is { } integer:
                json.WriteNumber(name, integer);
                break;
            case ColumnKind.Number when column.Number!(row) is { } number:
                json.WriteNumber(name, number);
                break;
            case ColumnKind.Flag when column.Flag!(row) is { } flag:
                json.WriteBoolean(name, flag);
                break;
            case ColumnKind.Texts:
                json.WriteStartArray(name);
                foreach (var text in column.Texts!(row))
                    json.WriteStringValue(text);
                json.WriteEndArray();
                break;
            default:
                json.WriteNull(name);
                break;
        }
    }
}
