using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Web.Api;

namespace Parley.Web.Data;

/// <summary>Writes rows as CSV (RFC 4180) or as one JSON object a line, and sends them on as they come: a file may be larger than memory.</summary>
/// <param name="pipe">Where they go.</param>
/// <param name="isCsv">True for CSV, false for JSON.</param>
/// <param name="cancel">Ends it.</param>
internal sealed class RowWriter(PipeWriter pipe, bool isCsv, CancellationToken cancel) : IDisposable
{
    private const int ChunkBytes = 1 << 16;

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _buffer = new(2 * ChunkBytes);

    /// <summary>Writes the names of the columns; JSON has them in every line.</summary>
    public void Head(IReadOnlyList<string> columns)
    {
        if (isCsv)
            Add(string.Join(',', columns) + "\r\n");
    }

    /// <summary>Writes a row.</summary>
    public void Row(IReadOnlyList<(string Name, object? Value)> cells)
    {
        if (isCsv)
            Add(string.Join(',', cells.Select(cell => CsvCell.Of(cell.Value))) + "\r\n");
        else
        {
            using (var json = new Utf8JsonWriter(_buffer, s_options))
            {
                json.WriteStartObject();
                foreach (var (name, value) in cells)
                    Write(json, name, value);
                json.WriteEndObject();
            }
            Add("\n");
        }
        SendFull();
    }

    /// <summary>Writes a line as it is.</summary>
    public void Line(Action<IBufferWriter<byte>> write)
    {
        write(_buffer);
        Add("\n");
        SendFull();
    }

    /// <summary>Sends what is left.</summary>
    public void Dispose() => Send();

    private void Add(string text) => Encoding.UTF8.GetBytes(text, _buffer);

    private void SendFull()
    {
        if (_buffer.WrittenCount >= ChunkBytes)
            Send();
    }

    private void Send()
    {
        // The ledger is lent to this thread alone, so it waits for the reader here.
        pipe.WriteAsync(_buffer.WrittenMemory, cancel).AsTask().GetAwaiter().GetResult();
        _buffer.ResetWrittenCount();
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(name);
                break;
            case string text:
                json.WriteString(name, text);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case double number:
                json.WriteNumber(name, number);
                break;
            case decimal number:
                json.WriteNumber(name, number);
                break;
            case IEnumerable<string> texts:
                json.WriteStartArray(name);
                foreach (var text in texts)
                    json.WriteStringValue(text);
                json.WriteEndArray();
                break;
            default:
                json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
