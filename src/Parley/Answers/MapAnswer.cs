using System.Collections.Immutable;
using Parley.Claims;
using Parley.Ledger;
using Parley.Links;
using Parley.Records;

namespace Parley.Answers;

/// <summary>What is told to have been done where, place by place, and where undertakings hold. A country is no point: it stands apart.</summary>
public sealed record MapAnswer
{
    /// <summary>Places that can be drawn, those with most claims first.</summary>
    public required ImmutableArray<MapPlace> Places { get; init; }

    /// <summary>Countries of which no nearer place is told, those with most claims first.</summary>
    public required ImmutableArray<MapPlace> Countries { get; init; }

    /// <summary>Number of claims whose place is not told, or that nobody could find.</summary>
    public required int Unplaced { get; init; }

    /// <summary>Where undertakings hold that name an area.</summary>
    public required ImmutableArray<MapArea> Areas { get; init; }

    /// <summary>What the map shows.</summary>
    /// <param name="claims">All claims.</param>
    /// <param name="undertakings">All undertakings.</param>
    /// <param name="question">Which party and topic.</param>
    /// <param name="from">The first ISO day of what is told; null for all.</param>
    /// <param name="until">The last; null for all.</param>
    public static MapAnswer Of(
        ImmutableArray<ClaimAssessment> claims,
        ImmutableArray<JoinedUndertaking> undertakings,
        Question question,
        string? from,
        string? until
    )
    {
        var chosen = ClaimsAnswer
            .Chosen(claims, question)
            .Where(claim => claim.Claim.First.Polarity != ClaimPolarity.Planned && IsWithin(DayOf(claim), from, until))
            .ToList();
        var places = chosen
            .SelectMany(claim => claim.Claim.First.Places.Where(IsFound).DistinctBy(KeyOf).Select(place => (place, claim)))
            .GroupBy(pair => KeyOf(pair.place))
            .Select(group => MapPlace.Of(group.Key, group.First().place, [.. group.Select(pair => pair.claim)]))
            .OrderByDescending(place => place.Claims.Length)
            .ThenBy(place => place.Name, StringComparer.Ordinal)
            .ToLookup(place => place.Precision == PlacePrecision.Country);
        return new MapAnswer
        {
            Places = [.. places[false]],
            Countries = [.. places[true]],
            Unplaced = chosen.Count(claim => !claim.Claim.First.Places.Any(IsFound)),
            Areas =
            [
                .. undertakings
                    .Where(one => question.IsParty(one.Pledge.Party, one.Party) && Holds(one.Pledge, from, until))
                    .Select(one => new MapArea(one.Id, one.Party, one.Pledge, [.. one.Pledge.Area.Where(IsDrawn)]))
                    .Where(area => !area.Places.IsEmpty),
            ],
        };
    }

    /// <summary>The day of a claim: that of the deed, else that of its first report; null where neither is known.</summary>
    public static string? DayOf(ClaimAssessment claim) => claim.Claim.First.Time?.Day ?? ReadingOrder.Day(claim.Claim.First.Reading);

    /// <summary>Two places are one where they have one name and lie in one spot.</summary>
    private static string KeyOf(Place place) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{place.Name}|{place.Lat:0.0}|{place.Lon:0.0}");

    private static bool IsFound(Place place) => place is { Lat: not null, Lon: not null, Precision: not null };

    private static bool IsDrawn(Place place) => IsFound(place) && place.Precision != PlacePrecision.Country;

    private static bool Holds(Pledge pledge, string? from, string? until) =>
        (from is null || pledge.Until is null || string.CompareOrdinal(pledge.Until, from) >= 0)
        && (until is null || (pledge.Since ?? pledge.Given) is not { } start || string.CompareOrdinal(start, until) <= 0);

    private static bool IsWithin(string? day, string? from, string? until) =>
        (from is null && until is null)
        || (
            day is not null
            && (from is null || string.CompareOrdinal(day, from) >= 0)
            && (until is null || string.CompareOrdinal(day, until) <= 0)
        );
}

/// <summary>A place on the map.</summary>
public sealed record MapPlace
{
    /// <summary>Its name and spot, unique on the map.</summary>
    public required string Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>ISO 3166 alpha-3; null over several countries.</summary>
    public string? Country { get; init; }

    /// <summary>Degrees north.</summary>
    public required double Lat { get; init; }

    /// <summary>Degrees east.</summary>
    public required double Lon { get; init; }

    /// <summary>How exactly they stand for the place.</summary>
    public required PlacePrecision Precision { get; init; }

    /// <summary>Kilometres within which what is meant lies; null where the words give none.</summary>
    public double? RadiusKm { get; init; }

    /// <summary>The place as its first claim has it.</summary>
    public required Place Place { get; init; }

    /// <summary>What is told of it.</summary>
    public required ImmutableArray<ClaimAssessment> Claims { get; init; }

    /// <summary>A place with what is told of it.</summary>
    internal static MapPlace Of(string key, Place place, ImmutableArray<ClaimAssessment> claims) =>
        new()
        {
            Key = key,
            Name = place.Name,
            Country = place.Country,
            Lat = place.Lat!.Value,
            Lon = place.Lon!.Value,
            Precision = place.Precision!.Value,
            RadiusKm = place.RadiusKm,
            Place = place,
            Claims = claims,
        };
}

/// <summary>Where an undertaking holds.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Party">The name of the party.</param>
/// <param name="Pledge">What there is to judge of it.</param>
/// <param name="Places">The parts of its area that can be drawn.</param>
public sealed record MapArea(string Id, string Party, Pledge Pledge, ImmutableArray<Place> Places);
