using System.Collections.Immutable;
using System.Globalization;
using Parley.Records;

namespace Parley.Ledger.Joining;

/// <summary>Joins the places of different articles: those that stand on one spot of the gazetteer, and unresolved names within a story.</summary>
public static class PlaceJoiner
{
    /// <summary>
    /// What all mentions of one place share, so that a ledger can look it up: the spot and its sort, or the folded name and the story where it is
    /// not resolved; null for names that stand for those who act there or for a people.
    /// </summary>
    public static string? KeyOf(Place place, string story)
    {
        if (place.Use != PlaceUse.Literal)
            return null;
        if (place.Lat is not { } lat || place.Lon is not { } lon)
            return $"{FoldedName.Of(place.Name)}@{story}";
        var around = place.RadiusKm is { } radius ? $"~{radius.ToString("0.#", CultureInfo.InvariantCulture)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{lat:0.000},{lon:0.000}{around}:{place.Precision}");
    }

    /// <summary>Joins the places of readings, in the order of their keys.</summary>
    /// <param name="readings">The readings.</param>
    /// <param name="stories">The story of each article by its id; an article that is missing is a story by itself.</param>
    public static ImmutableArray<JoinedPlace> Join(IEnumerable<Reading> readings, IReadOnlyDictionary<string, string> stories)
    {
        return
        [
            .. readings
                .SelectMany(reading =>
                    reading.Places.Select(place =>
                        (Record: new RecordKey(reading.Article.Id, place.Id), Place: place, Key: Key(place, reading))
                    )
                )
                .Where(place => place.Key is not null)
                .OrderBy(place => place.Record)
                .GroupBy(place => place.Key!, StringComparer.Ordinal)
                .OrderBy(spot => spot.Key, StringComparer.Ordinal)
                .Select(spot => new JoinedPlace(spot.Key, spot.First().Place, [.. spot.Select(place => place.Record)])),
        ];

        string? Key(Place place, Reading reading) => KeyOf(place, stories.GetValueOrDefault(reading.Article.Id) ?? reading.Article.Id);
    }
}
