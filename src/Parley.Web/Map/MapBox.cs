using System.Globalization;
using Microsoft.AspNetCore.Http;
using Parley.Web.Server;

namespace Parley.Web.Map;

/// <summary>A part of the earth in degrees.</summary>
/// <param name="West">Its west end.</param>
/// <param name="South">Its south end.</param>
/// <param name="East">Its east end.</param>
/// <param name="North">Its north end.</param>
public readonly record struct MapBox(double West, double South, double East, double North)
{
    private const double LeastDegrees = 0.5;
    private const double Margin = 0.12;

    /// <summary>All of the earth but the ice.</summary>
    public static MapBox World { get; } = new(-180, -58, 180, 80);

    /// <summary>Degrees from west to east.</summary>
    public double Width => East - West;

    /// <summary>Degrees from south to north.</summary>
    public double Height => North - South;

    /// <summary>True for a point within.</summary>
    public bool Contains(double lat, double lon) => lon >= West && lon <= East && lat >= South && lat <= North;

    /// <summary>True where both have something in common.</summary>
    public bool Overlaps(MapBox other) => other.West <= East && other.East >= West && other.South <= North && other.North >= South;

    /// <summary>The box around points, with room at its edges, and not too small to tell where it is.</summary>
    public static MapBox Around(IReadOnlyCollection<(double Lat, double Lon)> points, double least)
    {
        if (points.Count == 0)
            return World;
        var box = new MapBox(
            points.Min(point => point.Lon),
            points.Min(point => point.Lat),
            points.Max(point => point.Lon),
            points.Max(point => point.Lat)
        );
        var (width, height) = (Math.Max(least, box.Width * (1 + 2 * Margin)), Math.Max(least * 0.6, box.Height * (1 + 2 * Margin)));
        return OfMiddle((box.West + box.East) / 2, (box.South + box.North) / 2, width, height);
    }

    /// <summary>The box of an address (<c>22,44,40,53</c>: west, south, east, north); null where none is named. Throws where it is none.</summary>
    public static MapBox? Of(IQueryCollection query)
    {
        if (query["box"].ToString() is not { Length: > 0 } text)
            return null;
        var numbers = text.Split(',')
            .Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)
            .ToArray();
        return
            numbers is [>= -180, >= -90, <= 180, <= 90]
            && numbers[2] - numbers[0] >= LeastDegrees * 0.9
            && numbers[3] - numbers[1] >= LeastDegrees * 0.5
            ? new MapBox(numbers[0], numbers[1], numbers[2], numbers[3])
            : throw ProblemException.Field(
                "box",
                WebProblems.BadRequest("box is not west,south,east,north in degrees, such as 22,44,40,53")
            );
    }

    /// <summary>The same middle, so many times as wide.</summary>
    public MapBox Times(double factor) =>
        OfMiddle(
            (West + East) / 2,
            (South + North) / 2,
            Math.Max(LeastDegrees, Width * factor),
            Math.Max(LeastDegrees * 0.6, Height * factor)
        );

    /// <summary>Moved by shares of its own size.</summary>
    public MapBox Moved(double east, double north) =>
        OfMiddle((West + East) / 2 + east * Width, (South + North) / 2 + north * Height, Width, Height);

    /// <summary>As addresses have it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{West:0.##},{South:0.##},{East:0.##},{North:0.##}");

    private static MapBox OfMiddle(double lon, double lat, double width, double height)
    {
        (width, height) = (Math.Min(width, World.Width), Math.Min(height, World.Height));
        var (west, south) = (
            Math.Clamp(lon - width / 2, -180, 180 - width),
            Math.Clamp(lat - height / 2, World.South - 10, World.North + 5 - height)
        );
        return new MapBox(west, south, west + width, south + height);
    }
}
