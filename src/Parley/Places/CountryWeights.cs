using Parley.Lexicons;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Places;

/// <summary>How much an article speaks of each country, from names and adjectives of countries (<c>lexicons/countries.tsv</c>).</summary>
internal sealed class CountryWeights
{
    private const double CapitalWeight = 0.5;
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private double _largest = 1;

    /// <summary>Counts the words of a text.</summary>
    public CountryWeights(ParsedText parsed)
    {
        var countries = LexiconSet.Get("lexicons/countries");
        var (country, sort) = (countries.Column("country"), countries.Column("sort"));
        foreach (var sentence in parsed.Sentences)
            for (var word = sentence.Start; word < sentence.End; word++)
            {
                if (
                    !char.IsUpper(parsed[word].Form[0])
                    || PhraseMatch.Longest(countries, parsed.Tokens, word, sentence.End) is not (var range, >= 0 and var row)
                )
                    continue;
                Add(countries.Text(row, country), countries.Cell(row, sort) is "capital" ? CapitalWeight : 1);
                word = range.End - 1;
            }
    }

    /// <summary>From 0, never spoken of, to 1, spoken of most.</summary>
    public double Of(string country) => _weights.GetValueOrDefault(country) / _largest;

    private void Add(string country, double weight)
    {
        var now = _weights.GetValueOrDefault(country) + weight;
        _weights[country] = now;
        _largest = Math.Max(_largest, now);
    }
}
