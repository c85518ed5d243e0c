using Parley.Records;

namespace Parley.Exports.Events;

/// <summary>A place as tables of events have it: coordinates only where they stand for a town or a spot, never for an area.</summary>
internal static class EventGeo
{
    /// <summary>True for a town or a spot whose coordinates are known.</summary>
    public static bool IsSpot(Place? place) =>
        place is { Lat: not null, Lon: not null, RadiusKm: null, Precision: PlacePrecision.Point or PlacePrecision.City };

    /// <summary>Degrees north of a town or spot; null for areas.</summary>
    public static double? Lat(Place? place) => IsSpot(place) ? place!.Lat : null;

    /// <summary>Degrees east of a town or spot; null for areas.</summary>
    public static double? Lon(Place? place) => IsSpot(place) ? place!.Lon : null;

    /// <summary>The name of a town or spot; empty for areas.</summary>
    public static string Town(Place? place) => place?.Precision is PlacePrecision.Point or PlacePrecision.City ? place.Name : "";

    /// <summary>The first-level division, by its own name where it is the place; empty when unknown.</summary>
    public static string Division(Place? place) =>
        place is null ? ""
        : place.Precision == PlacePrecision.Admin1 ? place.Name
        : place.Admin1 ?? "";
}
