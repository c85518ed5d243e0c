using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Parley.Records;

/// <summary>Someone who can say, do or promise. One actor, one entry: "the Kremlin", "Moscow" and "Russia's government" are one.</summary>
public sealed record Actor
{
    /// <summary><c>a1</c>, <c>a2</c> … in order of first mention.</summary>
    public required string Id { get; init; }

    /// <summary>The fullest form used in the article.</summary>
    public required string Name { get; init; }

    /// <summary>Country (ISO 3166 alpha-3) or body, and role: <c>RUS.GOV</c>, <c>UKR</c>, <c>IGO.NATO</c>; empty when unknown.</summary>
    public string Code { get; init; } = "";

    /// <summary>What sort of actor.</summary>
    public required ActorKind Kind { get; init; }

    /// <summary>For a person, the words that say the role ("Deputy Defense Minister"); else null.</summary>
    public string? Role { get; init; }

    /// <summary>Id of the body, team or country this actor belongs to; null when not told.</summary>
    public string? MemberOf { get; init; }

    /// <summary>Every mention, pronouns and descriptions included, in order.</summary>
    public required ImmutableArray<Span> Mentions { get; init; }

    /// <summary>The mention that names the actor best.</summary>
    public required ImmutableArray<Span> Evidence { get; init; }
}

/// <summary>What sort of actor.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActorKind>))]
public enum ActorKind
{
    /// <summary>A state as a whole.</summary>
    [JsonStringEnumMemberName("country")]
    Country,

    /// <summary>A government, ministry, presidency, parliament, court or police.</summary>
    [JsonStringEnumMemberName("government")]
    Government,

    /// <summary>Armed forces of a state.</summary>
    [JsonStringEnumMemberName("military")]
    Military,

    /// <summary>Armed forces of no state: rebels, militias.</summary>
    [JsonStringEnumMemberName("armed-group")]
    ArmedGroup,

    /// <summary>A political party or movement.</summary>
    [JsonStringEnumMemberName("party")]
    Party,

    /// <summary>Any other body, international ones included.</summary>
    [JsonStringEnumMemberName("organization")]
    Organization,

    /// <summary>An outlet or agency.</summary>
    [JsonStringEnumMemberName("media")]
    Media,

    /// <summary>A group of people ("residents", "Ukrainians").</summary>
    [JsonStringEnumMemberName("people")]
    People,

    /// <summary>One person.</summary>
    [JsonStringEnumMemberName("person")]
    Person,
}
