using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Parley.Corrections;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Negotiations;

/// <summary>The tellings of positions as a ledger keeps them: rows of kind <c>position</c>, each of one article alone.</summary>
public static class PositionRows
{
    private const string Kind = "position";

    private static readonly PositionRowJson s_json = new(
        new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>The function that makes the rows.</summary>
    public static RowsByArticle Function { get; } = new("positions", LedgerRun.Of("").Rules, RecordKind.Position, Of);

    /// <summary>What the articles of a ledger tell of positions; a copy that came later tells nothing new.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="asOf">ISO day; null for all.</param>
    public static ImmutableArray<PositionTelling> Read(ILedger ledger, string? asOf) =>
        PositionTellings.New(
            [
                .. ledger
                    .Derived(Function, new DerivedQuery(Kind) { AsOf = asOf })
                    .OrderBy(row => row.Id, StringComparer.Ordinal)
                    .Select(row => JsonSerializer.Deserialize(row.Body, s_json.PositionTelling)!),
            ],
            ledger.Copies()
        );

    private static ImmutableArray<DerivedRow> Of(Reading reading) =>
        [
            .. PositionTellingReader
                .Read(reading)
                .Select(
                    (telling, at) =>
                        new DerivedRow
                        {
                            Kind = Kind,
                            Id = $"{reading.Article.Id}/{at.ToString("D4", CultureInfo.InvariantCulture)}",
                            Party = telling.Side,
                            Topic = telling.Topic,
                            Day = telling.Day,
                            Body = JsonSerializer.Serialize(telling, s_json.PositionTelling),
                        }
                ),
        ];
}

/// <summary>The form of a telling in a row.</summary>
[JsonSerializable(typeof(PositionTelling))]
internal sealed partial class PositionRowJson : JsonSerializerContext;
