using Parley.Lexicons;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Places;

/// <summary>Finds areas that words lay off from towns: "20 km north of Homs", "between Raqqa and Hasaka".</summary>
/// <remarks>Units are in <c>lexicons/distance-units.tsv</c>, bearings in <c>lexicons/directions.tsv</c>.</remarks>
internal sealed class DescribedAreas(ParsedText parsed)
{
    /// <summary>Farther off, words give no area that a map could show.</summary>
    private const double MostKilometres = 300;

    /// <summary>A distance in words is right to about a quarter, and a direction to as much.</summary>
    private const double Looseness = 0.25;

    private static readonly Lexicon s_units = LexiconSet.Get("lexicons/distance-units");
    private static readonly Lexicon s_directions = LexiconSet.Get("lexicons/directions");
    private static readonly NumberReader s_numbers = new();

    /// <summary>The area that the words before a town lay off from it; null where they lay off none.</summary>
    /// <param name="name">First word of the town's name.</param>
    /// <param name="end">The word behind it.</param>
    /// <param name="town">The town.</param>
    public Area? From(int name, int end, GazetteerPlace town)
    {
        var at = name - 1;
        if (at < 2 || !town.IsTown || parsed.Tokens.Form(at) is not ("of" or "from"))
            return null;
        at--;
        double? bearing = null;
        if (s_directions.Find(parsed.Tokens.Form(at)) is >= 0 and var row && Bearing(s_directions.Cell(row, 1)) is { } degrees)
        {
            bearing = degrees;
            at--;
            while (at > 0 && parsed.Tokens.Form(at) is "the" or "to" or "due" or "(" or ")")
                at--;
        }
        else if (parsed.Tokens.Form(at) is "away")
            at--;
        if (bearing is null && parsed.Tokens.Form(name - 1) is "of")
            return null;
        if (Distance(at) is not var (start, kilometres) || kilometres is <= 0 or > MostKilometres)
            return null;
        var point = bearing is { } way ? town.Away(kilometres, way) : (town.Lat, town.Lon);
        return new Area(
            new WordRange(start, end),
            point.Lat,
            point.Lon,
            bearing is null ? kilometres : Math.Max(1, kilometres * Looseness)
        );
    }

    /// <summary>The area between two towns that stand behind "between"; null for others.</summary>
    public Area? Between(WordRange first, WordRange second, GazetteerPlace one, GazetteerPlace other)
    {
        if (
            first.Start == 0
            || !parsed[first.Start - 1].IsForm("between")
            || second.Start != first.End + 1
            || parsed.Tokens.Form(first.End) is not "and"
            || !one.IsTown
            || !other.IsTown
        )
            return null;
        var apart = one.DistanceTo(other);
        if (apart is <= 0 or > MostKilometres)
            return null;
        return new Area(new WordRange(first.Start - 1, second.End), (one.Lat + other.Lat) / 2, (one.Lon + other.Lon) / 2, apart / 2);
    }

    // "20 km", "about 12 miles": the number that ends just before the unit.
    private (int Start, double Kilometres)? Distance(int unit)
    {
        if (unit < 1 || s_units.Find(parsed.Tokens.Form(unit)) is not (>= 0 and var row))
            return null;
        if (parsed.Tokens.Form(unit - 1) is "-" && unit > 1)
            unit--;
        for (var start = Math.Max(0, unit - 4); start < unit; start++)
            if (s_numbers.Read(parsed.Tokens, start, unit) is { Exists: true, IsVague: false } number && number.Words.End == unit)
                return (
                    start,
                    (double)number.Value * double.Parse(s_units.Cell(row, 1), System.Globalization.CultureInfo.InvariantCulture)
                );
        return null;
    }

    private static double? Bearing(ReadOnlySpan<char> code) =>
        code switch
        {
            "N" => 0,
            "NE" => 45,
            "E" => 90,
            "SE" => 135,
            "S" => 180,
            "SW" => 225,
            "W" => 270,
            "NW" => 315,
            _ => null,
        };
}

/// <summary>An area that words lay off.</summary>
/// <param name="Words">The words.</param>
/// <param name="Lat">Its middle, degrees north.</param>
/// <param name="Lon">Its middle, degrees east.</param>
/// <param name="RadiusKm">Kilometres from the middle within which what is meant lies.</param>
internal readonly record struct Area(WordRange Words, double Lat, double Lon, double RadiusKm);
