using System.Globalization;
using Parley.Lexicons;

namespace Parley.Places;

/// <summary>The places of the world by name. The data are in <c>lexicons/gazetteer/</c>, made by <c>tools/gazetteer</c>.</summary>
internal sealed class Gazetteer
{
    private readonly Lexicon _names = LexiconSet.Get("lexicons/gazetteer/names");
    private readonly Lexicon _places = LexiconSet.Get("lexicons/gazetteer/places");
    private readonly int[] _columns;
    private readonly Lazy<Dictionary<string, int>> _capitals;
    private readonly Lazy<Dictionary<string, int>> _countries;

    public Gazetteer()
    {
        _columns = [.. ((string[])["name", "lat", "lon", "country", "admin1", "feature", "population"]).Select(_places.Column)];
        _capitals = new(() => ByCountry("PPLC"));
        _countries = new(() => ByCountry("PCLI"));
    }

    /// <summary>All places of that name, larger kinds first; empty where there is none.</summary>
    public List<GazetteerPlace> Find(ReadOnlySpan<char> name)
    {
        var found = new List<GazetteerPlace>();
        var row = _names.Find(PlaceName.Fold(name));
        if (row < 0)
            return found;
        var ids = _names.Cell(row, _names.Column("places"));
        foreach (var part in ids.Split(' '))
        {
            var id = ids[part];
            found.Add(Read(_places.Find(id.TrimEnd('~')), !id.EndsWith("~")));
        }
        return found;
    }

    /// <summary>The capital of a country (ISO 3166 alpha-3); null where none is known.</summary>
    public GazetteerPlace? Capital(string country) => _capitals.Value.TryGetValue(country, out var row) ? Read(row, true) : null;

    /// <summary>A country by its code; null where it is none.</summary>
    public GazetteerPlace? Country(string country) => _countries.Value.TryGetValue(country, out var row) ? Read(row, true) : null;

    private Dictionary<string, int> ByCountry(string feature)
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < _places.Count; row++)
            if (_places.Cell(row, _columns[5]).SequenceEqual(feature))
                rows.TryAdd(_places.Text(row, _columns[3]), row);
        return rows;
    }

    private GazetteerPlace Read(int row, bool isMain) =>
        new(
            _places.Text(row, 0),
            _places.Text(row, _columns[0]),
            double.Parse(_places.Cell(row, _columns[1]), NumberStyles.Float, CultureInfo.InvariantCulture),
            double.Parse(_places.Cell(row, _columns[2]), NumberStyles.Float, CultureInfo.InvariantCulture),
            _places.Text(row, _columns[3]),
            _places.Text(row, _columns[4]),
            _places.Text(row, _columns[5]),
            long.Parse(_places.Cell(row, _columns[6]), NumberStyles.None, CultureInfo.InvariantCulture),
            isMain
        );
}
