using System.Collections.Immutable;
using Parley.Answers;
using Parley.Claims;
using Parley.Records;

namespace Parley.Web.Map;

/// <summary>Claims by how far they stand: the layers of the map, which can be shown alone.</summary>
internal static class MapLayer
{
    /// <summary>The layers: name in addresses, glyph, class of the style sheet, words.</summary>
    public static IReadOnlyList<(string Name, string Glyph, string Class, string Words)> All { get; } =
    [
        ("claimed", "?", "grey", "told by one origin, or doubted"),
        ("corroborated", "✔", "green", "supported or corroborated by others, or agreed"),
        ("contested", "⇄", "purple", "contested, disputed or contradicted"),
    ];

    /// <summary>The layer of a claim.</summary>
    public static string Of(ClaimAssessment claim) =>
        ClaimEntries.Spell(claim.Verdict.Status) switch
        {
            "supported" or "corroborated" or "agreed" => "corroborated",
            "contested" or "contradicted" or "disputed (parties only)" => "contested",
            _ => "claimed",
        };

    /// <summary>The layer that a place is drawn in: what is contested must be seen, then what is corroborated.</summary>
    public static (string Name, string Glyph, string Class, string Words) Of(MapPlace place)
    {
        var layers = place.Claims.Select(Of).ToHashSet(StringComparer.Ordinal);
        return layers.Contains("contested") ? All[2]
            : layers.Contains("corroborated") ? All[1]
            : All[0];
    }

    /// <summary>The same places with the claims of one layer alone.</summary>
    public static ImmutableArray<MapPlace> Only(ImmutableArray<MapPlace> places, string? layer) =>
        layer is null
            ? places
            :
            [
                .. places
                    .Select(place => place with { Claims = [.. place.Claims.Where(claim => Of(claim) == layer)] })
                    .Where(place => place.Claims.Length > 0),
            ];

    /// <summary>How exactly a place is known, in words.</summary>
    public static string Exactness(PlacePrecision precision) =>
        precision switch
        {
            PlacePrecision.Point => "exact place",
            PlacePrecision.City => "city or town",
            PlacePrecision.Admin1 => "province",
            PlacePrecision.Region => "region",
            _ => "country",
        };
}
