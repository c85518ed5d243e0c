using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley.Assessments;

/// <summary>Board entries as JSON: every field written, null where unknown, <c>[]</c> where there is none.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(ImmutableArray<BoardEntry>))]
[JsonSerializable(typeof(UndertakingAccount))]
public sealed partial class BoardJson : JsonSerializerContext
{
    private static readonly BoardJson s_indented = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            WriteIndented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>An array with one object for each undertaking.</summary>
    public static string Write(ImmutableArray<BoardEntry> entries) =>
        JsonSerializer.Serialize(entries, s_indented.ImmutableArrayBoardEntry);

    /// <summary>All that is known of one undertaking.</summary>
    public static string Write(UndertakingAccount account) => JsonSerializer.Serialize(account, s_indented.UndertakingAccount);

    /// <summary>One entry as UTF-8 on one line, for a store to keep.</summary>
    public static byte[] ToBytes(BoardEntry entry) => JsonSerializer.SerializeToUtf8Bytes(entry, Default.BoardEntry);

    /// <summary>Reads what <see cref="ToBytes"/> wrote; throws <see cref="JsonException"/> on anything else.</summary>
    public static BoardEntry Read(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize(bytes, Default.BoardEntry)!;
}
