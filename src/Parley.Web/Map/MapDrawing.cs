using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Parley.Answers;
using Parley.Exports.Geography;
using Parley.Links;
using Parley.Records;
using Parley.Web.Paging;
using Parley.Web.Parts;

namespace Parley.Web.Map;

/// <summary>Draws the map: land and borders, provinces, where undertakings hold, and the places. Every mark leads to its entry in the list.</summary>
/// <param name="answer">What is shown.</param>
/// <param name="box">The part of the earth.</param>
/// <param name="frame">Makes links.</param>
/// <param name="open">Makes the link that opens a place in the list.</param>
internal sealed class MapDrawing(MapAnswer answer, MapBox box, PageFrame frame, Func<MapPlace, string> open)
{
    private const double CityKm = 6;
    private const double RegionKm = 60;
    private const double LeastRing = 10;
    private const double DivisionsFrom = 25;

    private readonly SvgText _svg = new();
    private readonly MapProjection _projection = new(box);
    private readonly List<(double X, double Y, double Width)> _labels = [];

    /// <summary>The box that is really drawn.</summary>
    public MapBox Box => _projection.Box;

    /// <summary>The drawing.</summary>
    public MarkupString Draw()
    {
        _svg.Open(
            "svg",
            ("class", "map-drawing"),
            ("viewBox", $"0 0 {MapProjection.Width} {SvgText.Number(_projection.Height)}"),
            ("role", "group"),
            ("aria-label", "Map; the list says the same")
        );
        DrawPatterns();
        _svg.Empty("rect", ("class", "sea"), ("width", MapProjection.Width), ("height", _projection.Height));
        DrawGraticule();
        foreach (var country in Outlines.Countries)
            Draw(country, "land");
        if (_projection.Box.Width < DivisionsFrom)
            foreach (var division in Outlines.Divisions)
                Draw(division, "division");
        foreach (var area in answer.Areas)
            DrawArea(area);
        DrawCountryNames();
        var visible = answer.Places.Where(place => _projection.Box.Contains(place.Lat, place.Lon)).ToList();
        foreach (var place in visible.Where(place => place.Precision is PlacePrecision.Admin1 or PlacePrecision.Region))
            DrawRegion(place);
        foreach (var place in visible.Where(place => place.Precision is PlacePrecision.City or PlacePrecision.Point).Reverse())
            DrawSpot(place);
        foreach (var place in visible)
            Label(place);
        DrawScale();
        return _svg.Close().Markup;
    }

    private void DrawPatterns()
    {
        _svg.Open("defs");
        _svg.Open(
            "pattern",
            ("id", "hatch"),
            ("width", 7),
            ("height", 7),
            ("patternUnits", "userSpaceOnUse"),
            ("patternTransform", "rotate(45)")
        );
        _svg.Empty("line", ("class", "hatch"), ("x1", 0), ("y1", 0), ("x2", 0), ("y2", 7));
        _svg.Close().Close();
    }

    private void DrawGraticule()
    {
        double[] steps = [30, 20, 10, 5, 2, 1, 0.5];
        var step = steps.FirstOrDefault(one => _projection.Box.Width / one >= 4, 0.5);
        var drawn = _projection.Box;
        for (var lon = Math.Ceiling(drawn.West / step) * step; lon <= drawn.East; lon += step)
            DrawLine(_projection.At(drawn.South, lon), _projection.At(drawn.North, lon));
        for (var lat = Math.Ceiling(drawn.South / step) * step; lat <= drawn.North; lat += step)
            DrawLine(_projection.At(lat, drawn.West), _projection.At(lat, drawn.East));
    }

    private void DrawLine((double X, double Y) from, (double X, double Y) to) =>
        _svg.Empty("line", ("class", "graticule"), ("x1", from.X), ("y1", from.Y), ("x2", to.X), ("y2", to.Y));

    private void Draw(Outline outline, string kind)
    {
        if (_projection.Path(outline) is { Length: > 0 } path)
            _svg.Empty("path", ("class", kind), ("d", path));
    }

    private void DrawCountryNames()
    {
        foreach (var country in Outlines.Countries)
        {
            var around = country.Largest.Box;
            var (lat, lon) = ((around.South + around.North) / 2, (around.West + around.East) / 2);
            var width = country.Name.Length * 7.5;
            var room = _projection.At(lat, around.East).X - _projection.At(lat, around.West).X;
            if (!_projection.Box.Contains(lat, lon) || !country.Contains(lat, lon) || room < width * 1.2)
                continue;
            var (x, y) = _projection.At(lat, lon);
            _svg.Text("text", country.Name, ("class", "country"), ("x", x), ("y", y), ("text-anchor", "middle"));
        }
    }

    /// <summary>Where an undertaking holds: its provinces, and around towns as far as "near" reaches.</summary>
    private void DrawArea(MapArea area)
    {
        _svg.Open("a", ("href", frame.Links.Undertaking(area.Id, frame.State)), ("class", "pledge"));
        _svg.Text("title", $"{area.Party}: an undertaking holds here ({string.Join(", ", area.Places.Select(place => place.Name))})");
        foreach (var place in area.Places)
        {
            var outline = place.Precision == PlacePrecision.Admin1 ? Outlines.DivisionAt(place.Lat!.Value, place.Lon!.Value) : null;
            if (outline is not null && _projection.Path(outline) is { Length: > 0 } path)
                _svg.Empty("path", ("class", "hatched"), ("fill", "url(#hatch)"), ("d", path));
            else
            {
                var (x, y) = _projection.At(place.Lat!.Value, place.Lon!.Value);
                var km = place.RadiusKm ?? (place.Precision == PlacePrecision.Region ? RegionKm : PledgeArea.TownReach);
                _svg.Empty(
                    "circle",
                    ("class", "hatched"),
                    ("fill", "url(#hatch)"),
                    ("cx", x),
                    ("cy", y),
                    ("r", Math.Max(LeastRing, _projection.Length(km)))
                );
            }
        }
        _svg.Close();
    }

    private void DrawRegion(MapPlace place)
    {
        var layer = MapLayer.Of(place);
        var (x, y) = _projection.At(place.Lat, place.Lon);
        var outline = place.Precision == PlacePrecision.Admin1 ? Outlines.DivisionAt(place.Lat, place.Lon) : null;
        Begin(place, $"region {layer.Class}");
        if (outline is not null && _projection.Path(outline) is { Length: > 0 } path)
            _svg.Empty("path", ("class", "area"), ("d", path));
        else
            _svg.Empty(
                "circle",
                ("class", "area vague"),
                ("cx", x),
                ("cy", y),
                ("r", Math.Max(2 * LeastRing, _projection.Length(place.RadiusKm ?? RegionKm)))
            );
        var text = $"{layer.Glyph}\uFE0E {place.Claims.Length}";
        _svg.Empty("rect", ("class", "badge"), ("x", x - 17), ("y", y - 12), ("width", 34), ("height", 24), ("rx", 4));
        _svg.Text("text", text, ("class", "number"), ("x", x), ("y", y + 4), ("text-anchor", "middle"));
        _svg.Close();
        _labels.Add((x - 17, y, 34));
    }

    private void DrawSpot(MapPlace place)
    {
        var layer = MapLayer.Of(place);
        var (x, y) = _projection.At(place.Lat, place.Lon);
        Begin(place, $"spot {layer.Class}{(IsPledged(place) ? " pledged" : "")}");
        _svg.Empty("circle", ("class", "target"), ("cx", x), ("cy", y), ("r", 12));
        if (IsPledged(place))
            _svg.Empty("circle", ("class", "within"), ("cx", x), ("cy", y), ("r", 13));
        if (place.Precision == PlacePrecision.Point && place.RadiusKm is null)
            _svg.Empty("circle", ("class", "dot"), ("cx", x), ("cy", y), ("r", 5.5));
        else
        {
            _svg.Empty(
                "circle",
                ("class", "ring"),
                ("cx", x),
                ("cy", y),
                ("r", Math.Max(LeastRing, _projection.Length(place.RadiusKm ?? CityKm)))
            );
            _svg.Text(
                "text",
                place.Claims.Length.ToString(CultureInfo.InvariantCulture),
                ("class", "number"),
                ("x", x),
                ("y", y + 4),
                ("text-anchor", "middle")
            );
        }
        _svg.Close();
        _labels.Add((x - 10, y, 20));
    }

    /// <summary>True where a deed is told of a place in which an undertaking holds.</summary>
    private bool IsPledged(MapPlace place) => answer.Areas.Any(area => PledgeArea.Covers(area.Pledge, place.Place));

    /// <summary>The name of a place where there is room; the most told come first.</summary>
    private void Label(MapPlace place)
    {
        var (x, y) = _projection.At(place.Lat, place.Lon);
        var width = place.Name.Length * 6.6 + 4;
        var start = x + (place.Precision is PlacePrecision.Admin1 or PlacePrecision.Region ? 20 : 14);
        if (
            start + width > MapProjection.Width
            || _labels.Exists(other => Math.Abs(other.Y - y) < 15 && other.X < start + width && start < other.X + other.Width)
        )
            return;
        _labels.Add((start, y, width));
        _svg.Text("text", place.Name, ("class", "place"), ("x", start), ("y", y + 4), ("aria-hidden", "true"));
    }

    private void DrawScale()
    {
        double[] lengths = [2000, 1000, 500, 200, 100, 50, 20, 10];
        var km = lengths.FirstOrDefault(one => _projection.Length(one) < 200, 5);
        var (length, y) = (_projection.Length(km), _projection.Height - 14);
        _svg.Empty("line", ("class", "scale"), ("x1", 14), ("x2", 14 + length), ("y1", y), ("y2", y));
        _svg.Text("text", $"{km} km", ("class", "place"), ("x", 14), ("y", y - 6));
    }

    private void Begin(MapPlace place, string kind)
    {
        _svg.Open("a", ("href", open(place)), ("class", kind));
        _svg.Text(
            "title",
            $"{place.Name}, {MapLayer.Exactness(place.Precision)}: {MapWords.Count(place.Claims.Length)}, {MapLayer.Of(place).Words}"
        );
    }
}
