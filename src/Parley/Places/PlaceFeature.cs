namespace Parley.Places;

/// <summary>What speaks for or against a place that a name may mean; the weights are in <c>rules/places.tsv</c>.</summary>
internal enum PlaceFeature
{
    /// <summary>Nothing that the gazetteer has is meant: stands for itself.</summary>
    None,

    /// <summary>Of a town: the decimal logarithm of its population, by 7.</summary>
    Population,

    /// <summary>The most populous town of the name.</summary>
    Largest,

    /// <summary>A town of unknown population.</summary>
    Unpeopled,

    /// <summary>A country.</summary>
    Country,

    /// <summary>A first-level division.</summary>
    Division,

    /// <summary>A region.</summary>
    Region,

    /// <summary>A plant, an airport, a bridge.</summary>
    Spot,

    /// <summary>The capital of a country.</summary>
    Capital,

    /// <summary>The seat of a first-level division.</summary>
    Seat,

    /// <summary>A part of a town, or a town that is no more.</summary>
    Part,

    /// <summary>Found by a lesser name.</summary>
    LesserName,

    /// <summary>A county, looked up as a town.</summary>
    County,

    /// <summary>Of the kind that the words say.</summary>
    KindAgrees,

    /// <summary>Of another kind than the words say.</summary>
    KindDiffers,

    /// <summary>In what is said to hold it.</summary>
    Held,

    /// <summary>Not in what is said to hold it.</summary>
    NotHeld,

    /// <summary>How much the article speaks of its country, 0 to 1.</summary>
    Spoken,

    /// <summary>The article speaks of countries, and not of its own.</summary>
    Unspoken,

    /// <summary>The article speaks of its division.</summary>
    SpokenDivision,

    /// <summary>Where the report is from: the same country.</summary>
    DatelineCountry,

    /// <summary>Nearness to where the report is from, 0 to 1.</summary>
    DatelineNear,

    /// <summary>The same country as the outlet's.</summary>
    OutletCountry,

    /// <summary>Nearness to the place that it is said to lie at, 0 to 1.</summary>
    Beside,

    /// <summary>Nearness to the nearest other place, 0 to 1.</summary>
    NearMost,

    /// <summary>Nearness to the other places together, 0 to 1.</summary>
    NearMean,

    /// <summary>Nearness to the places named just before and after, 0 to 1.</summary>
    NearNext,

    /// <summary>How many of the other places lie in the same country, 0 to 1.</summary>
    SameCountry,

    /// <summary>Of a country or division: how many of the other places lie in it, 0 to 1.</summary>
    HoldsOthers,

    /// <summary>A village far from all other places, in nothing that is said to hold it.</summary>
    LonelyVillage,
}
