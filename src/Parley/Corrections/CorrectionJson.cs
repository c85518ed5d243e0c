using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Parley.Corrections;

/// <summary>Corrections as lines of JSON: what the ledger's log keeps, and what is exported and imported.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Correction))]
public sealed partial class CorrectionJson : JsonSerializerContext
{
    private static readonly CorrectionJson s_line = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>One line.</summary>
    public static string Write(Correction correction) => JsonSerializer.Serialize(correction, s_line.Correction);

    /// <summary>Reads what <see cref="Write"/> wrote; null where the line is no correction.</summary>
    public static Correction? Read(string line)
    {
        try
        {
            var correction = JsonSerializer.Deserialize(line, s_line.Correction);
            return correction is { By: not null, At: not null } && !correction.Targets.IsDefault ? correction : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A value of an enumeration of corrections as JSON spells it.</summary>
    public static string Spell<T>(T value)
        where T : struct, Enum => JsonSerializer.Serialize(value, (JsonTypeInfo<T>)s_line.GetTypeInfo(typeof(T))!).Trim('"');
}
