using System.Collections.Immutable;
using System.Text;
using Parley.Exports.Geography;
using Parley.Web.Parts;

namespace Parley.Web.Map;

/// <summary>Degrees to points of a drawing: as wide as high in the middle of the box (equirectangular).</summary>
internal sealed class MapProjection
{
    /// <summary>The width of the drawing.</summary>
    public const double Width = 960;

    private const double MostHeight = 640;
    private const double LeastHeight = 320;
    private const double KmOfDegree = 111.2;

    /// <summary>Points nearer than this to the one before are left out.</summary>
    private const double Step = 0.8;

    private readonly double _scaleX;
    private readonly double _scaleY;

    /// <summary>The projection of a box; where its shape does not suit a page, it shows more.</summary>
    public MapProjection(MapBox box)
    {
        var shrink = Math.Max(0.2, Math.Cos(double.DegreesToRadians((box.South + box.North) / 2)));
        var height = Width * box.Height / (box.Width * shrink);
        if (height > MostHeight)
        {
            var width = box.Height * Width / MostHeight / shrink;
            var middle = (box.West + box.East) / 2;
            box = box with { West = middle - width / 2, East = middle + width / 2 };
            height = MostHeight;
        }
        else if (height < LeastHeight)
        {
            var degrees = LeastHeight * box.Width * shrink / Width;
            var middle = (box.South + box.North) / 2;
            box = box with { South = middle - degrees / 2, North = middle + degrees / 2 };
            height = LeastHeight;
        }
        (Box, Height) = (box, height);
        (_scaleX, _scaleY) = (Width / box.Width, height / box.Height);
    }

    /// <summary>The box that is drawn.</summary>
    public MapBox Box { get; }

    /// <summary>The height of the drawing.</summary>
    public double Height { get; }

    /// <summary>Where a point lies.</summary>
    public (double X, double Y) At(double lat, double lon) => ((lon - Box.West) * _scaleX, (Box.North - lat) * _scaleY);

    /// <summary>So many kilometres in the drawing.</summary>
    public double Length(double km) => km / KmOfDegree * _scaleY;

    /// <summary>The path of an outline, as far as it can be seen; empty where nothing of it can.</summary>
    public string Path(Outline outline)
    {
        var path = new StringBuilder();
        foreach (var ring in outline.Rings)
            if (Box.Overlaps(new MapBox(ring.Box.West, ring.Box.South, ring.Box.East, ring.Box.North)))
                Add(path, ring.Points);
        return path.ToString();
    }

    private void Add(StringBuilder path, ImmutableArray<(double Lon, double Lat)> points)
    {
        var (lastX, lastY, count) = (double.NaN, double.NaN, 0);
        var begin = path.Length;
        foreach (var (lon, lat) in points)
        {
            var (x, y) = At(lat, lon);
            // Far outside the exact course does not matter.
            (x, y) = (Math.Clamp(x, -Width, 2 * Width), Math.Clamp(y, -Width, 2 * Width));
            if (Math.Abs(x - lastX) < Step && Math.Abs(y - lastY) < Step)
                continue;
            path.Append(count++ == 0 ? 'M' : ' ').Append(SvgText.Number(x)).Append(' ').Append(SvgText.Number(y));
            (lastX, lastY) = (x, y);
        }
        if (count < 3)
            path.Length = begin;
        else
            path.Append('Z');
    }
}
