using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Parley.Answers;
using Parley.Chronicle;
using Parley.Claims;

namespace Parley.Cli;

/// <summary>Answers to questions to a ledger as JSON: every field written, null where unknown, <c>[]</c> where there is none.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MatrixAnswer))]
[JsonSerializable(typeof(ImmutableArray<ClaimEntry>))]
[JsonSerializable(typeof(ClaimEntry))]
[JsonSerializable(typeof(ImmutableArray<FigureAnswer>))]
[JsonSerializable(typeof(ImmutableArray<TimelineEntry>))]
[JsonSerializable(typeof(ImmutableArray<Story>))]
[JsonSerializable(typeof(ImmutableArray<LedgerChange>))]
internal sealed partial class LedgerJson : JsonSerializerContext
{
    private static readonly LedgerJson s_indented = new(
        new JsonSerializerOptions
        {
            WriteIndented = true,
            NewLine = "\n",
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>Writes an answer and a line end.</summary>
    public static void Write<T>(Session session, T answer) =>
        session.Output.WriteLine(JsonSerializer.Serialize(answer, typeof(T), s_indented));
}
