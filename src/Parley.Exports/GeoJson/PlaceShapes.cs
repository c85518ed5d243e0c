using System.Collections.Immutable;
using System.Text.Json;
using Parley.Exports.Events;
using Parley.Exports.Geography;
using Parley.Records;

namespace Parley.Exports.GeoJson;

/// <summary>
/// Shapes of places as GeoJSON has them. A town is a point, a province or country its outline, an area round a point a circle; what has no known bounds has
/// no shape: a point in its middle would look like a town.
/// </summary>
internal static class PlaceShapes
{
    private const int CirclePoints = 32;
    private const double KmOfDegree = 111.32;
    private const int Digits = 4;

    /// <summary>Writes the geometry of places: one, a collection, or null where none has a shape.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<Place> places)
    {
        var shaped = places.Where(HasShape).ToList();
        if (shaped.Count == 0)
            json.WriteNullValue();
        else if (shaped.Count == 1)
            Write(json, shaped[0]);
        else
        {
            json.WriteStartObject();
            json.WriteString("type", "GeometryCollection");
            json.WriteStartArray("geometries");
            foreach (var place in shaped)
                Write(json, place);
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    private static bool HasShape(Place place) =>
        place is { Lat: not null, Lon: not null } && (EventGeo.IsSpot(place) || place.RadiusKm is > 0 || OutlineOf(place) is not null);

    private static Outline? OutlineOf(Place place) =>
        place.Precision switch
        {
            PlacePrecision.Admin1 => Outlines.DivisionAt(place.Lat!.Value, place.Lon!.Value),
            PlacePrecision.Country => Outlines.CountryAt(place.Lat!.Value, place.Lon!.Value),
            _ => null,
        };

    private static void Write(Utf8JsonWriter json, Place place)
    {
        var (lat, lon) = (place.Lat!.Value, place.Lon!.Value);
        json.WriteStartObject();
        if (EventGeo.IsSpot(place))
        {
            json.WriteString("type", "Point");
            json.WritePropertyName("coordinates");
            WritePoint(json, lon, lat);
        }
        else if (place.RadiusKm is { } radius and > 0)
        {
            json.WriteString("type", "Polygon");
            json.WriteStartArray("coordinates");
            WriteRing(json, Circle(lat, lon, radius));
            json.WriteEndArray();
        }
        else
            WriteOutline(json, OutlineOf(place)!);
        json.WriteEndObject();
    }

    private static List<(double Lon, double Lat)> Circle(double lat, double lon, double km) =>
        [
            .. Enumerable
                .Range(0, CirclePoints)
                .Select(at => at * 2 * Math.PI / CirclePoints)
                .Select(turn =>
                    (
                        lon + (km / KmOfDegree / Math.Cos(double.DegreesToRadians(lat)) * Math.Cos(turn)),
                        lat + (km / KmOfDegree * Math.Sin(turn))
                    )
                ),
        ];

    /// <summary>Rings that lie in an odd number of others are holes of the one around them.</summary>
    private static void WriteOutline(Utf8JsonWriter json, Outline outline)
    {
        var around = outline.Rings.ToDictionary(
            ring => ring,
            ring => outline.Rings.Where(other => other != ring && Lies(ring, other)).ToList()
        );
        json.WriteString("type", "MultiPolygon");
        json.WriteStartArray("coordinates");
        foreach (var ring in outline.Rings.Where(ring => around[ring].Count % 2 == 0))
        {
            json.WriteStartArray();
            WriteRing(json, Turned(ring.Points, isCounterClockwise: true));
            foreach (var hole in outline.Rings.Where(hole => around[hole].Count == around[ring].Count + 1 && around[hole].Contains(ring)))
                WriteRing(json, Turned(hole.Points, isCounterClockwise: false));
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static bool Lies(OutlineRing ring, OutlineRing other) =>
        other.Box.Contains(ring.Points[0].Lat, ring.Points[0].Lon) && other.Contains(ring.Points[0].Lat, ring.Points[0].Lon);

    /// <summary>Outer rings go round counterclockwise, holes clockwise (RFC 7946).</summary>
    private static ImmutableArray<(double Lon, double Lat)> Turned(ImmutableArray<(double Lon, double Lat)> points, bool isCounterClockwise)
    {
        var area = 0.0;
        for (var (at, before) = (0, points.Length - 1); at < points.Length; before = at++)
            area += (points[before].Lon * points[at].Lat) - (points[at].Lon * points[before].Lat);
        return area > 0 == isCounterClockwise ? points : [.. points.Reverse()];
    }

    private static void WriteRing(Utf8JsonWriter json, IReadOnlyList<(double Lon, double Lat)> points)
    {
        json.WriteStartArray();
        foreach (var (lon, lat) in points.Append(points[0]))
            WritePoint(json, lon, lat);
        json.WriteEndArray();
    }

    private static void WritePoint(Utf8JsonWriter json, double lon, double lat)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(lon, Digits));
        json.WriteNumberValue(Math.Round(lat, Digits));
        json.WriteEndArray();
    }
}
