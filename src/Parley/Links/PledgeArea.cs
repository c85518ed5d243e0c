using Parley.Records;

namespace Parley.Links;

/// <summary>Tells whether a place lies in the area of an undertaking.</summary>
public static class PledgeArea
{
    /// <summary>How far around a town "near", "around" and "in the direction of" reach, in kilometres: half the way from Kyiv to Chernihiv and some more.</summary>
    public const double TownReach = 80;

    /// <summary>Two names within so many kilometres are of one place.</summary>
    private const double SamePoint = 3;

    private const double EarthRadius = 6371;

    /// <summary>True when <paramref name="place"/> is in one of the places of the area, or near one that is a town.</summary>
    public static bool Covers(Pledge pledge, Place place)
    {
        if (pledge.Area.IsEmpty)
            return true;
        foreach (var part in pledge.Area)
            if (Covers(part, place))
                return true;
        return false;
    }

    /// <summary>True when the two are one place, or the one lies in or near the other.</summary>
    public static bool Covers(Place part, Place place)
    {
        if (string.Equals(part.Name, place.Name, StringComparison.OrdinalIgnoreCase))
            return true;
        if (part.Country is null || part.Country != place.Country)
            return false;
        if (part.Precision == PlacePrecision.Country)
            return true;
        if (place.Precision == PlacePrecision.Country)
            return false;
        if (part.Precision is PlacePrecision.Admin1 && part.Admin1 is not null && part.Admin1 == place.Admin1)
            return true;
        return Distance(part, place) <= TownReach;
    }

    /// <summary>True when two areas can be one: the same name, the one a country or division that holds the other, or described areas that reach each other. Towns beside each other are two.</summary>
    public static bool IsSameOrPart(Place a, Place b) =>
        string.Equals(a.Name, b.Name, StringComparison.OrdinalIgnoreCase)
        || a.Country is not null
            && a.Country == b.Country
            && (
                a.Precision == PlacePrecision.Country
                || b.Precision == PlacePrecision.Country
                || a.Admin1 is not null
                    && a.Admin1 == b.Admin1
                    && (a.Precision is PlacePrecision.Admin1 || b.Precision is PlacePrecision.Admin1)
                || (a.Precision is PlacePrecision.Region || b.Precision is PlacePrecision.Region) && Distance(a, b) <= TownReach
                || Distance(a, b) < SamePoint
            );

    /// <summary>Kilometres between two places on a sphere; infinite where one is not resolved.</summary>
    public static double Distance(Place a, Place b)
    {
        if (a.Lat is not { } lat1 || a.Lon is not { } lon1 || b.Lat is not { } lat2 || b.Lon is not { } lon2)
            return double.PositiveInfinity;
        var (phi1, phi2) = (double.DegreesToRadians(lat1), double.DegreesToRadians(lat2));
        var half = Math.Sin((phi2 - phi1) / 2);
        var across = Math.Sin(double.DegreesToRadians(lon2 - lon1) / 2);
        var h = half * half + Math.Cos(phi1) * Math.Cos(phi2) * across * across;
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
