namespace Parley.Places;

/// <summary>Picks the place that a name means, or none: a wrong pin is worse than a missing one.</summary>
/// <remarks>
/// Countries and capitals outweigh towns, large towns small ones; a country the article speaks of, a container named beside ("Odessa, Texas") and
/// the nearness of places already settled count for, and a kind in words ("province") decides between town and division.
/// </remarks>
internal sealed class PlaceResolver
{
    // Weights are judgement, one of them changed after a look at developer sets of place names; the unit is a factor of ten in population.
    private const double Unsure = 0.3;
    private const double SamePlaceKm = 100;
    private const double NearKm = 300;
    private const long KnownWithoutContext = 300_000;

    /// <summary>The place meant; null where none is sure.</summary>
    /// <param name="candidates">Places of that name.</param>
    /// <param name="kind">What the words say it is; null where they say nothing.</param>
    /// <param name="container">A country or division named beside it; null where there is none.</param>
    /// <param name="countries">What the article speaks of.</param>
    /// <param name="settled">Places settled before.</param>
    public GazetteerPlace? Pick(
        List<GazetteerPlace> candidates,
        string? kind,
        GazetteerPlace? container,
        CountryWeights countries,
        IReadOnlyCollection<GazetteerPlace> settled
    )
    {
        GazetteerPlace? best = null;
        var (score, second) = (double.MinValue, double.MinValue);
        foreach (var candidate in candidates)
        {
            var own = Score(candidate, kind, container, countries, settled);
            if (own > score)
            {
                if (best is not null && best.DistanceTo(candidate) > SamePlaceKm)
                    second = Math.Max(second, score);
                (best, score) = (candidate, own);
            }
            else if (best!.DistanceTo(candidate) > SamePlaceKm)
                second = Math.Max(second, own);
        }
        if (best is null || score - second < Unsure)
            return null;
        return IsBacked(best, container, countries) && !(kind is "division" && best.IsTown) ? best : null;
    }

    private static double Score(
        GazetteerPlace place,
        string? kind,
        GazetteerPlace? container,
        CountryWeights countries,
        IReadOnlyCollection<GazetteerPlace> settled
    )
    {
        var score =
            place.IsCountry ? 9.0
            : place.IsDivision ? 5.0
            : place.IsTown ? Math.Log10(place.Population + 10)
            : 6.0;
        if (place.IsCapital)
            score += 1.5;
        if (!place.IsMainName)
            score -= 1;
        score += KindScore(place, kind);
        if (place.Country.Length > 0)
            score += countries.Of(place.Country) is > 0 and var weight ? 1.5 + 2.5 * weight : -1.5;
        if (container is not null)
            score += Within(place, container) ? 8 : -8;
        var near = 0.0;
        foreach (var other in settled)
            if (!other.IsCountry && other.Id != place.Id)
                near = Math.Max(near, Math.Exp(-place.DistanceTo(other) / NearKm));
        return score + 1.5 * near;
    }

    private static double KindScore(GazetteerPlace place, string? kind) =>
        kind switch
        {
            "town" => place.IsTown ? 2 : -3,
            "division" => place.IsDivision ? 4
            : place.IsTown ? -4
            : 0,
            "area" => place.IsTown || place.IsDivision ? -2 : 2,
            _ => 0,
        };

    private static bool Within(GazetteerPlace place, GazetteerPlace container) =>
        container.IsCountry
            ? place.Country == container.Country && !place.IsCountry
            : place.Country == container.Country && place.Admin1 == container.Name;

    private static bool IsBacked(GazetteerPlace place, GazetteerPlace? container, CountryWeights countries)
    {
        if (place.IsCountry || place.IsCapital || place.Country.Length == 0 || (!place.IsTown && !place.IsDivision))
            return true;
        if (container is not null && Within(place, container))
            return true;
        return countries.Of(place.Country) > 0
            || (place.IsMainName && place.IsDivision)
            || (place.IsMainName && place.Population >= KnownWithoutContext);
    }
}
