using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Parley.Records;

/// <summary>Where: a named or described place, resolved to the earth where the article allows.</summary>
public sealed record Place
{
    /// <summary><c>p1</c>, <c>p2</c> … in order of first mention.</summary>
    public required string Id { get; init; }

    /// <summary>The name in the gazetteer, or the words of the article where it is not resolved.</summary>
    public required string Name { get; init; }

    /// <summary>Degrees north, WGS 84, −90 to 90; null when not resolved.</summary>
    public double? Lat { get; init; }

    /// <summary>Degrees east, WGS 84, −180 to 180; null when not resolved.</summary>
    public double? Lon { get; init; }

    /// <summary>ISO 3166 alpha-3; null when not resolved or over several countries.</summary>
    public string? Country { get; init; }

    /// <summary>Name of the first-level division; null when unknown.</summary>
    public string? Admin1 { get; init; }

    /// <summary>GeoNames feature code (<c>PPLC</c>, <c>ADM1</c>), or the article's noun ("oil depot"); null when unknown.</summary>
    public string? Feature { get; init; }

    /// <summary>How exactly the coordinates stand for the place; null when not resolved.</summary>
    public PlacePrecision? Precision { get; init; }

    /// <summary>Whether the mentions mean the place itself; only then is it a place on a map.</summary>
    public PlaceUse Use { get; init; }

    /// <summary>Kilometres round the coordinates within which what is meant lies, where the words give an area ("20 km north of Homs"); else null.</summary>
    public double? RadiusKm { get; init; }

    /// <summary>Every mention, in order.</summary>
    public required ImmutableArray<Span> Mentions { get; init; }

    /// <summary>The mention that names the place best.</summary>
    public required ImmutableArray<Span> Evidence { get; init; }
}

/// <summary>How exactly coordinates stand for a place.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlacePrecision>))]
public enum PlacePrecision
{
    /// <summary>A building, a village, a crossing.</summary>
    [JsonStringEnumMemberName("point")]
    Point,

    /// <summary>A town or city.</summary>
    [JsonStringEnumMemberName("city")]
    City,

    /// <summary>A first-level division.</summary>
    [JsonStringEnumMemberName("admin1")]
    Admin1,

    /// <summary>A region that is no division ("the Donbas").</summary>
    [JsonStringEnumMemberName("region")]
    Region,

    /// <summary>A country.</summary>
    [JsonStringEnumMemberName("country")]
    Country,
}

/// <summary>What the name of a place stands for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlaceUse>))]
public enum PlaceUse
{
    /// <summary>The place itself: where something is or happens.</summary>
    [JsonStringEnumMemberName("literal")]
    Literal,

    /// <summary>Those who decide or act there ("Moscow demands"), or a body that bears the name ("Bank of Japan").</summary>
    [JsonStringEnumMemberName("actor")]
    Actor,

    /// <summary>A people or what belongs to it ("Turkish", "Kenyans").</summary>
    [JsonStringEnumMemberName("people")]
    People,
}
