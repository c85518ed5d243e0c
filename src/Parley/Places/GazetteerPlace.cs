namespace Parley.Places;

/// <summary>A place as the gazetteer has it; two are equal when they are the same place found in the same way.</summary>
/// <param name="Number">Its number in the gazetteer, from 0; larger kinds first, then the more populous.</param>
/// <param name="Lat">Degrees north.</param>
/// <param name="Lon">Degrees east.</param>
/// <param name="Country">ISO 3166 alpha-3; empty for regions over several countries.</param>
/// <param name="Division">Number of its first-level division, its own where it is one; -1 where it lies in none.</param>
/// <param name="Feature">GeoNames code: PCLI, ADM1, PPL…, RGN.</param>
/// <param name="Sort">What it is.</param>
/// <param name="Population">To about a tenth; 0 where unknown.</param>
/// <param name="IsMainName">True when it was found by a name of its own, not by a lesser one.</param>
internal readonly record struct GazetteerPlace(
    int Number,
    double Lat,
    double Lon,
    string Country,
    int Division,
    string Feature,
    PlaceSort Sort,
    double Population,
    bool IsMainName
)
{
    private const double EarthRadius = 6371;

    /// <summary>True for countries.</summary>
    public bool IsCountry => Sort == PlaceSort.Country;

    /// <summary>True for first-level divisions.</summary>
    public bool IsDivision => Sort == PlaceSort.Division;

    /// <summary>True for cities, towns and villages.</summary>
    public bool IsTown => Sort == PlaceSort.Town;

    /// <summary>True for the capital of a country.</summary>
    public bool IsCapital => Feature is "PPLC";

    /// <summary>Kilometres along the great circle to another place.</summary>
    public double DistanceTo(GazetteerPlace other)
    {
        var (from, to) = (double.DegreesToRadians(Lat), double.DegreesToRadians(other.Lat));
        var north = Math.Sin((to - from) / 2);
        var east = Math.Sin(double.DegreesToRadians(other.Lon - Lon) / 2);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(north * north + Math.Cos(from) * Math.Cos(to) * east * east)));
    }

    /// <summary>The place as a point on a globe of radius 1.</summary>
    public GlobePoint OnGlobe()
    {
        var (lat, lon) = (double.DegreesToRadians(Lat), double.DegreesToRadians(Lon));
        return new GlobePoint(Math.Cos(lat) * Math.Cos(lon), Math.Cos(lat) * Math.Sin(lon), Math.Sin(lat));
    }

    /// <summary>True when this country or division holds another place.</summary>
    public bool Holds(GazetteerPlace other) =>
        Number != other.Number && (IsCountry ? other.Country == Country && !other.IsCountry : IsDivision && other.Division == Number);

    /// <summary>The point that lies so many kilometres away in a direction.</summary>
    /// <param name="kilometres">How far.</param>
    /// <param name="bearing">Degrees clockwise from north.</param>
    public (double Lat, double Lon) Away(double kilometres, double bearing)
    {
        var (lat, angle, turn) = (double.DegreesToRadians(Lat), kilometres / EarthRadius, double.DegreesToRadians(bearing));
        var to = Math.Asin(Math.Sin(lat) * Math.Cos(angle) + Math.Cos(lat) * Math.Sin(angle) * Math.Cos(turn));
        var east = Math.Atan2(Math.Sin(turn) * Math.Sin(angle) * Math.Cos(lat), Math.Cos(angle) - Math.Sin(lat) * Math.Sin(to));
        return (double.RadiansToDegrees(to), (Lon + double.RadiansToDegrees(east) + 540) % 360 - 180);
    }
}

/// <summary>A point on a globe of radius 1.</summary>
internal readonly record struct GlobePoint(double X, double Y, double Z)
{
    private const double EarthRadius = 6371;

    /// <summary>From 0, far away, over a half at so many kilometres, to 1, at the same spot; by the straight line through the globe, which is as good for what is near.</summary>
    public double Nearness(GlobePoint other, double half)
    {
        var apart = EarthRadius * EarthRadius * 2 * Math.Max(0, 1 - (X * other.X + Y * other.Y + Z * other.Z));
        return 1 / (1 + apart / (half * half));
    }
}

/// <summary>What a place of the gazetteer is.</summary>
internal enum PlaceSort : byte
{
    /// <summary>A country.</summary>
    Country,

    /// <summary>A first-level division.</summary>
    Division,

    /// <summary>A region, range, island: more than a point and no division.</summary>
    Region,

    /// <summary>A plant, an airport, a bridge.</summary>
    Spot,

    /// <summary>A city, town, village or part of one.</summary>
    Town,
}
