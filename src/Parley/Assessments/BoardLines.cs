using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Parley.Assessments;

/// <summary>Prints entries as a ledger keeps them, without making objects of those that stood on a day as they stand now: a board of thousands is mostly that.</summary>
public static class BoardLines
{
    private const string EndOfTime = "9999-12-31";

    private static readonly JsonWriterOptions s_indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What <see cref="BoardJson.Write(ImmutableArray{BoardEntry})"/> would print of the entries of these lines as they stood on a day.</summary>
    /// <param name="lines">The lines, see <see cref="BoardJson.Line(BoardEntry)"/>.</param>
    /// <param name="day">ISO day.</param>
    /// <exception cref="JsonException">A line is none of these.</exception>
    public static string Write(IEnumerable<string> lines, string day)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, s_indented))
        {
            json.WriteStartArray();
            var bytes = Array.Empty<byte>();
            foreach (var line in lines)
            {
                var most = Encoding.UTF8.GetMaxByteCount(line.Length);
                if (bytes.Length < most)
                    bytes = new byte[most * 2];
                var known = bytes.AsSpan(0, Encoding.UTF8.GetBytes(line, bytes));
                if (!HasStep(known, day, EndOfTime))
                    Copy(known, json);
                else if (BoardCut.At(BoardJson.ReadEntry(line), day) is { } entry)
                    Copy(Encoding.UTF8.GetBytes(BoardJson.Line(entry)), json);
            }
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>True where the history of a kept line has a step after one day and up to another, or one that a person decided.</summary>
    /// <param name="line">The line.</param>
    /// <param name="after">ISO day.</param>
    /// <param name="until">ISO day.</param>
    public static bool HasStep(string line, string after, string until)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(line.Length));
        try
        {
            var known = bytes.AsSpan(0, Encoding.UTF8.GetBytes(line, bytes));
            return HasStep(known, after, until) || line.Contains($"\"{BoardCut.DecisionRule}\"", StringComparison.Ordinal);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>The name of the party of a kept line; empty where it has none.</summary>
    public static string PartyOf(string line)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(line));
        while (reader.Read())
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("party"u8))
                return reader.Read() ? reader.GetString() ?? "" : "";
        return "";
    }

    private static bool HasStep(ReadOnlySpan<byte> line, string after, string until)
    {
        const int OfStep = 3;
        var reader = new Utf8JsonReader(line);
        var isHistory = false;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;
            if (reader.CurrentDepth == 1)
                isHistory = reader.ValueTextEquals("history"u8);
            else if (isHistory && reader.CurrentDepth == OfStep && reader.ValueTextEquals("at"u8))
            {
                reader.Read();
                if (reader.GetString() is { } at && string.CompareOrdinal(at, after) > 0 && string.CompareOrdinal(at, until) <= 0)
                    return true;
            }
        }
        return false;
    }

    private static void Copy(ReadOnlySpan<byte> line, Utf8JsonWriter json)
    {
        var reader = new Utf8JsonReader(line);
        Span<byte> brief = stackalloc byte[256];
        while (reader.Read())
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    json.WriteStartObject();
                    break;
                case JsonTokenType.EndObject:
                    json.WriteEndObject();
                    break;
                case JsonTokenType.StartArray:
                    json.WriteStartArray();
                    break;
                case JsonTokenType.EndArray:
                    json.WriteEndArray();
                    break;
                case JsonTokenType.PropertyName:
                    json.WritePropertyName(reader.ValueSpan);
                    break;
                case JsonTokenType.String when !reader.ValueIsEscaped:
                    json.WriteStringValue(reader.ValueSpan);
                    break;
                case JsonTokenType.String when reader.ValueSpan.Length <= brief.Length:
                    json.WriteStringValue(brief[..reader.CopyString(brief)]);
                    break;
                case JsonTokenType.String:
                    json.WriteStringValue(reader.GetString());
                    break;
                default:
                    json.WriteRawValue(reader.ValueSpan);
                    break;
            }
    }
}
