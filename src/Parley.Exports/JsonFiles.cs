using System.Text.Encodings.Web;
using System.Text.Json;

namespace Parley.Exports;

/// <summary>Writers of JSON that leave text as it is and bear nothing that changes from run to run.</summary>
internal static class JsonFiles
{
    private static readonly JsonWriterOptions s_line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions s_indented = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
    };

    /// <summary>Writes one object a line.</summary>
    public static void Lines<T>(Stream output, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        using var json = new Utf8JsonWriter(output, s_line);
        foreach (var item in items)
        {
            json.Reset();
            write(json, item);
            json.Flush();
            output.WriteByte((byte)'\n');
        }
    }

    /// <summary>Writes one value over indented lines, with a line end.</summary>
    public static void Whole(Stream output, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, s_indented))
            write(json);
        output.WriteByte((byte)'\n');
    }

    /// <summary>Writes a list of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>Writes a text; nothing where it is null or empty.</summary>
    public static void WriteIfTold(this Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            json.WriteString(name, text);
    }
}
