using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Parley.Ledger;
using Parley.Links;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>A joined undertaking as a ledger keeps it: with the names of its tellings, not their readings.</summary>
/// <param name="Joined">The undertaking without its tellings.</param>
/// <param name="Tellings">Article and id of each.</param>
/// <param name="Later">First tellings of those that take its place.</param>
internal sealed record UndertakingBody(JoinedUndertaking Joined, ImmutableArray<TellingKey> Tellings, ImmutableArray<UndertakingBody> Later)
{
    private static readonly UndertakingBodyJson s_json = new(
        new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>The articles that have a part in it, first telling first.</summary>
    [JsonIgnore]
    public IEnumerable<string> Articles =>
        Tellings.Select(telling => telling.Article).Concat(Later.SelectMany(later => later.Articles)).Distinct(StringComparer.Ordinal);

    /// <summary>What is kept of an undertaking.</summary>
    /// <param name="joined">The undertaking.</param>
    /// <param name="all">All of its block.</param>
    public static UndertakingBody Of(JoinedUndertaking joined, ImmutableArray<JoinedUndertaking> all) =>
        new(
            Bare(joined),
            [.. joined.Tellings.Select(KeyOf)],
            [
                .. all.Where(other => other.Supersedes == joined.Id)
                    .Select(other => new UndertakingBody(Bare(other), [KeyOf(other.Tellings[0])], [])),
            ]
        );

    /// <summary>The undertaking with its tellings; null where none of the readings tells it any more.</summary>
    public JoinedUndertaking? Rebuild(ImmutableArray<Reading> readings)
    {
        var byId = readings.ToDictionary(reading => reading.Article.Id, StringComparer.Ordinal);
        ImmutableArray<UndertakingTelling> tellings =
        [
            .. Tellings
                .Select(key =>
                    byId.TryGetValue(key.Article, out var reading)
                    && reading.Undertakings.FirstOrDefault(undertaking => undertaking.Id == key.Undertaking) is { } told
                        ? new UndertakingTelling(reading, told)
                        : null
                )
                .OfType<UndertakingTelling>(),
        ];
        return tellings.IsEmpty ? null : Joined with { Tellings = tellings };
    }

    /// <summary>Those that take its place, each with its first telling.</summary>
    public ImmutableArray<JoinedUndertaking> Successors(ImmutableArray<Reading> readings) =>
        [.. Later.Select(later => later.Rebuild(readings)).OfType<JoinedUndertaking>()];

    /// <summary>As JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, s_json.UndertakingBody);

    /// <summary>What <see cref="Write()"/> wrote.</summary>
    public static UndertakingBody Read(string json) => JsonSerializer.Deserialize(json, s_json.UndertakingBody)!;

    /// <summary>A pledge as JSON.</summary>
    public static string Write(Pledge pledge) => JsonSerializer.Serialize(pledge, s_json.Pledge);

    /// <summary>What <see cref="Write(Pledge)"/> wrote.</summary>
    public static Pledge ReadPledge(string json) => JsonSerializer.Deserialize(json, s_json.Pledge)!;

    private static TellingKey KeyOf(UndertakingTelling telling) => new(telling.Reading.Article.Id, telling.Undertaking.Id);

    /// <summary>Where a place is mentioned is of no use without the text.</summary>
    private static JoinedUndertaking Bare(JoinedUndertaking joined) =>
        joined with
        {
            Tellings = [],
            Pledge = joined.Pledge with { Area = [.. joined.Pledge.Area.Select(place => place with { Mentions = [], Evidence = [] })] },
        };
}

/// <summary>A telling of an undertaking by name.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="Undertaking">Id of the undertaking in it.</param>
internal sealed record TellingKey(string Article, string Undertaking);

/// <summary>The form of <see cref="UndertakingBody"/>.</summary>
[JsonSerializable(typeof(UndertakingBody))]
[JsonSerializable(typeof(Pledge))]
internal sealed partial class UndertakingBodyJson : JsonSerializerContext;
