using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Parley.Records;

/// <summary>Readings as JSON: camel case, every field written, null where unknown, <c>[]</c> where there is none.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(Reading))]
public sealed partial class ReadingJson : JsonSerializerContext
{
    private static readonly Lazy<ReadingJson> s_reading = new(() =>
        new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase })
    );

    private static readonly JsonWriterOptions s_lineWriting = Writing(indented: false);

    private static readonly JsonWriterOptions s_indentedWriting = Writing(indented: true);

    /// <summary>One reading on one line, or over indented lines; text is left unescaped where JSON allows.</summary>
    public static string Write(Reading reading, bool indented = false)
    {
        var output = new ArrayBufferWriter<byte>(4096 + reading.Article.Text.Length * 4);
        Write(output, reading, indented);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>The same, as UTF-8.</summary>
    public static void Write(IBufferWriter<byte> output, Reading reading, bool indented = false)
    {
        using var json = new Utf8JsonWriter(output, indented ? s_indentedWriting : s_lineWriting);
        new ReadingWriter(json).Write(reading);
    }

    /// <summary>Reads what <see cref="Write(Reading, bool)"/> wrote; throws <see cref="JsonException"/> on anything else.</summary>
    public static Reading Read(string json) => JsonSerializer.Deserialize(json, s_reading.Value.Reading)!;

    /// <summary>The same, from UTF-8.</summary>
    public static Reading Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, s_reading.Value.Reading)!;

    /// <summary>A value of one of the records' enumerations as the ledger spells it.</summary>
    public static string Spell<T>(T value)
        where T : struct, Enum => JsonSerializer.Serialize(value, (JsonTypeInfo<T>)s_reading.Value.GetTypeInfo(typeof(T))!).Trim('"');

    private static JsonWriterOptions Writing(bool indented) =>
        new()
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Indented = indented,
            NewLine = "\n",
            SkipValidation = true,
        };
}
