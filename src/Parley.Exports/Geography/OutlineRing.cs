using System.Collections.Immutable;

namespace Parley.Exports.Geography;

/// <summary>A ring of points.</summary>
/// <param name="Points">Degrees east and north.</param>
public sealed record OutlineRing(ImmutableArray<(double Lon, double Lat)> Points)
{
    /// <summary>The box around it.</summary>
    public GeoBox Box { get; } =
        new(Points.Min(point => point.Lon), Points.Min(point => point.Lat), Points.Max(point => point.Lon), Points.Max(point => point.Lat));

    /// <summary>True for a point within.</summary>
    public bool Contains(double lat, double lon)
    {
        var inside = false;
        for (var (at, before) = (0, Points.Length - 1); at < Points.Length; before = at++)
        {
            var (a, b) = (Points[at], Points[before]);
            if (a.Lat > lat != b.Lat > lat && lon < (b.Lon - a.Lon) * (lat - a.Lat) / (b.Lat - a.Lat) + a.Lon)
                inside = !inside;
        }
        return inside;
    }
}
