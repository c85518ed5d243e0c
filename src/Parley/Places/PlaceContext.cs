using Parley.Lexicons;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Places;

/// <summary>What an article says of where it plays: countries by names and adjectives (<c>lexicons/countries.tsv</c>), divisions, the dateline, the outlet.</summary>
internal sealed class PlaceContext
{
    private const double CapitalWeight = 0.5;
    private static readonly Lexicon s_countries = LexiconSet.Get("lexicons/countries");
    private static readonly Lexicon s_media = LexiconSet.Get("lexicons/media");
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private double _largest;

    private readonly List<PlaceCase> _cases;
    private readonly PlaceCase? _dateline;

    /// <summary>Counts the words of a text.</summary>
    /// <param name="parsed">The text.</param>
    /// <param name="names">Its names, that of the dateline among them.</param>
    /// <param name="cases">Their cases.</param>
    public PlaceContext(ParsedText parsed, List<NamedPlace> names, List<PlaceCase> cases)
    {
        _cases = cases;
        var dateline = names.FindIndex(name => parsed.Tokens.Dateline.Contains(name.Name.Start));
        _dateline = dateline < 0 ? null : cases.Find(one => one.Names.Contains(dateline));
        foreach (var sentence in parsed.Sentences)
            for (var word = sentence.Start; word < sentence.End; word++)
            {
                if (
                    !char.IsUpper(parsed.Tokens.Form(word)[0])
                    || PhraseMatch.Longest(s_countries, parsed.Tokens, word, sentence.End) is not (var range, >= 0 and var row)
                )
                    continue;
                Add(s_countries.Text(row, 1), s_countries.Cell(row, 2) is "capital" ? CapitalWeight : 1);
                word = range.End - 1;
            }
        if (parsed.Tokens.Article.Publisher is { } publisher && s_media.Find(publisher) is >= 0 and var outlet)
            OutletCountry = s_media.Text(outlet, 1);
    }

    /// <summary>Country of the outlet (ISO 3166 alpha-3); null where it is not known.</summary>
    public string? OutletCountry { get; }

    /// <summary>True where the article speaks of some country.</summary>
    public bool NamesCountries => _largest > 0;

    /// <summary>Numbers of the divisions that the article names.</summary>
    public HashSet<int> Divisions { get; } = [];

    /// <summary>The place that the report is from; null where it is not told or not known.</summary>
    public GazetteerPlace? Dateline { get; private set; }

    /// <summary>From 0, never spoken of, to 1, spoken of most.</summary>
    public double Of(string country) => _largest > 0 ? _weights.GetValueOrDefault(country) / _largest : 0;

    /// <summary>Takes what the names seem to mean now.</summary>
    public void Refresh()
    {
        Dateline = _dateline?.Likeliest;
        Divisions.Clear();
        foreach (var one in _cases)
            if (one.Likeliest is { IsDivision: true } division)
                Divisions.Add(division.Number);
    }

    /// <summary>True for the name of the dateline itself.</summary>
    public bool IsDateline(PlaceCase one) => one == _dateline;

    private void Add(string country, double weight)
    {
        var now = _weights.GetValueOrDefault(country) + weight;
        _weights[country] = now;
        _largest = Math.Max(_largest, now);
    }
}
