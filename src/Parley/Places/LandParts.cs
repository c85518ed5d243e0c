using System.Globalization;
using Parley.Lexicons;

namespace Parley.Places;

/// <summary>Parts of countries by direction ("western Ukraine"): their names, and where their middle lies.</summary>
/// <remarks>Directions are in <c>lexicons/directions.tsv</c>, the spread of a country's towns in <c>lexicons/gazetteer/extents.tsv</c>.</remarks>
internal sealed class LandParts
{
    // The middle of an outer third lies a sixth of the way in.
    private const double OuterThird = 1.0 / 6;
    private readonly Lexicon _directions = LexiconSet.Get("lexicons/directions");
    private readonly Lexicon _extents = LexiconSet.Get("lexicons/gazetteer/extents");

    /// <summary>The adjective of a direction word ("western" of "west"); null for other words.</summary>
    public string? Adjective(ReadOnlySpan<char> word) =>
        _directions.Find(word) is >= 0 and var row ? _directions.Text(row, _directions.Column("adjective")) : null;

    /// <summary>The middle of that part of a country; null where the country is not known.</summary>
    public (double Lat, double Lon)? Middle(string country, ReadOnlySpan<char> direction)
    {
        var (row, extent) = (_directions.Find(direction), _extents.Find(country));
        if (row < 0 || extent < 0)
            return null;
        var code = _directions.Cell(row, _directions.Column("code"));
        var lat = Between(extent, "south", "north", Share(code, 'S', 'N'));
        var lon = Between(extent, "west", "east", Share(code, 'W', 'E'));
        return (Math.Round(lat, 1), Math.Round(lon, 1));
    }

    private static double Share(ReadOnlySpan<char> code, char low, char high) =>
        code.Contains(low) ? OuterThird
        : code.Contains(high) ? 1 - OuterThird
        : 0.5;

    private double Between(int row, string from, string to, double share)
    {
        var low = double.Parse(_extents.Cell(row, _extents.Column(from)), NumberStyles.Float, CultureInfo.InvariantCulture);
        var high = double.Parse(_extents.Cell(row, _extents.Column(to)), NumberStyles.Float, CultureInfo.InvariantCulture);
        return low + (high - low) * share;
    }
}
