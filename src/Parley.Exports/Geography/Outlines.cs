using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Reflection;

namespace Parley.Exports.Geography;

/// <summary>The outlines of countries and first-level divisions (Natural Earth, public domain), as <c>tools/outlines/pack.py</c> packs them.</summary>
public static class Outlines
{
    private const string FileName = "outlines.tsv.gz";
    private const double Scale = 100;

    private static readonly Lazy<(ImmutableArray<Outline> Countries, ImmutableArray<Outline> Divisions)> s_all = new(Load);

    /// <summary>The countries.</summary>
    public static ImmutableArray<Outline> Countries => s_all.Value.Countries;

    /// <summary>First-level divisions of the countries in or near conflicts.</summary>
    public static ImmutableArray<Outline> Divisions => s_all.Value.Divisions;

    /// <summary>The division that a point lies in; null where none is known.</summary>
    public static Outline? DivisionAt(double lat, double lon) => Divisions.FirstOrDefault(outline => outline.Contains(lat, lon));

    /// <summary>The country that a point lies in; null at sea.</summary>
    public static Outline? CountryAt(double lat, double lon) => Countries.FirstOrDefault(outline => outline.Contains(lat, lon));

    private static (ImmutableArray<Outline>, ImmutableArray<Outline>) Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var name = assembly.GetManifestResourceNames().Single(one => one == FileName);
        using var reader = new StreamReader(new GZipStream(assembly.GetManifestResourceStream(name)!, CompressionMode.Decompress));
        var outlines = new List<(bool IsCountry, Outline Outline)>();
        while (reader.ReadLine() is { } line)
            if (line.Split('\t') is [var kind, var title, var rings])
                outlines.Add((kind == "C", new Outline(title, [.. rings.Split(';').Select(Ring)])));
        return (
            [.. outlines.Where(pair => pair.IsCountry).Select(pair => pair.Outline)],
            [.. outlines.Where(pair => !pair.IsCountry).Select(pair => pair.Outline)]
        );
    }

    private static OutlineRing Ring(string text)
    {
        var points = new List<(double Lon, double Lat)>();
        var (x, y, isX) = (0, 0, true);
        foreach (var range in text.AsSpan().Split(' '))
        {
            var number = int.Parse(text.AsSpan(range), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            if (isX)
                x += number;
            else
            {
                y += number;
                points.Add((x / Scale, y / Scale));
            }
            isX = !isX;
        }
        return new OutlineRing([.. points]);
    }
}
