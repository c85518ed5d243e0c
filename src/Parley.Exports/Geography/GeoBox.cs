namespace Parley.Exports.Geography;

/// <summary>A part of the earth in degrees.</summary>
/// <param name="West">Its west end.</param>
/// <param name="South">Its south end.</param>
/// <param name="East">Its east end.</param>
/// <param name="North">Its north end.</param>
public readonly record struct GeoBox(double West, double South, double East, double North)
{
    /// <summary>Degrees from west to east.</summary>
    public double Width => East - West;

    /// <summary>Degrees from south to north.</summary>
    public double Height => North - South;

    /// <summary>True for a point within.</summary>
    public bool Contains(double lat, double lon) => lon >= West && lon <= East && lat >= South && lat <= North;
}
