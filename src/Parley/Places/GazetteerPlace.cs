namespace Parley.Places;

/// <summary>A place as the gazetteer has it.</summary>
/// <param name="Id">Its key in <c>lexicons/gazetteer/places.tsv</c>.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Lat">Degrees north.</param>
/// <param name="Lon">Degrees east.</param>
/// <param name="Country">ISO 3166 alpha-3; empty for regions over several countries.</param>
/// <param name="Admin1">Name of the first-level division; empty for larger places.</param>
/// <param name="Feature">GeoNames code: PCLI, ADM1, PPL…, RGN.</param>
/// <param name="Population">0 where unknown.</param>
/// <param name="IsMainName">True when it was found by a name of its own, not by a lesser one.</param>
internal sealed record GazetteerPlace(
    string Id,
    string Name,
    double Lat,
    double Lon,
    string Country,
    string Admin1,
    string Feature,
    long Population,
    bool IsMainName
)
{
    /// <summary>True for countries.</summary>
    public bool IsCountry => Feature is "PCLI";

    /// <summary>True for first-level divisions.</summary>
    public bool IsDivision => Feature is "ADM1";

    /// <summary>True for cities, towns and villages.</summary>
    public bool IsTown => Feature.StartsWith("PPL", StringComparison.Ordinal);

    /// <summary>True for the capital of a country.</summary>
    public bool IsCapital => Feature is "PPLC";

    /// <summary>Kilometres along the great circle to another place.</summary>
    public double DistanceTo(GazetteerPlace other)
    {
        const double EarthRadius = 6371;
        var (from, to) = (double.DegreesToRadians(Lat), double.DegreesToRadians(other.Lat));
        var north = Math.Sin((to - from) / 2);
        var east = Math.Sin(double.DegreesToRadians(other.Lon - Lon) / 2);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(north * north + Math.Cos(from) * Math.Cos(to) * east * east)));
    }
}
