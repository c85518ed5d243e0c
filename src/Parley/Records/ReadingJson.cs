using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley.Records;

/// <summary>Readings as JSON: camel case, every field written, null where unknown, <c>[]</c> where there is none.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(Reading))]
public sealed partial class ReadingJson : JsonSerializerContext
{
    private static readonly ReadingJson s_lines = new(Settings(indented: false));

    private static readonly ReadingJson s_indented = new(Settings(indented: true));

    /// <summary>One reading on one line, or over indented lines; text is left unescaped where JSON allows.</summary>
    public static string Write(Reading reading, bool indented = false) =>
        JsonSerializer.Serialize(reading, (indented ? s_indented : s_lines).Reading);

    /// <summary>Reads what <see cref="Write"/> wrote; throws <see cref="JsonException"/> on anything else.</summary>
    public static Reading Read(string json) => JsonSerializer.Deserialize(json, s_lines.Reading)!;

    private static JsonSerializerOptions Settings(bool indented) =>
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = indented,
            NewLine = "\n",
        };
}
