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

    private static readonly BoardJson s_line = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>An array with one object for each undertaking.</summary>
    public static string Write(ImmutableArray<BoardEntry> entries) =>
        JsonSerializer.Serialize(entries, s_indented.ImmutableArrayBoardEntry);

    /// <summary>All that is known of one undertaking.</summary>
    public static string Write(UndertakingAccount account) => JsonSerializer.Serialize(account, s_indented.UndertakingAccount);

    /// <summary>One entry on one line, for a ledger to keep.</summary>
    public static string Line(BoardEntry entry) => JsonSerializer.Serialize(entry, s_line.BoardEntry);

    /// <summary>One account on one line, for a ledger to keep.</summary>
    public static string Line(UndertakingAccount account) => JsonSerializer.Serialize(account, s_line.UndertakingAccount);

    /// <summary>The entry of a line; throws <see cref="JsonException"/> on anything else.</summary>
    public static BoardEntry ReadEntry(string line) => JsonSerializer.Deserialize(line, s_line.BoardEntry)!;

    /// <summary>The account of a line; throws <see cref="JsonException"/> on anything else.</summary>
    public static UndertakingAccount ReadAccount(string line) => JsonSerializer.Deserialize(line, s_line.UndertakingAccount)!;
}
