using Parley.Lexicons;

namespace Parley.Answers;

/// <summary>Names of sides for headings.</summary>
public static class PartyNames
{
    private static readonly Lexicon s_countries = LexiconSet.Get("lexicons/countries");
    private static readonly int s_code = s_countries.Column("country");
    private static readonly Dictionary<string, string> s_names = Countries();

    /// <summary>The name of a side: the country's own, else the name that it is called by most, else its code.</summary>
    /// <param name="side">Its code (<c>RUS</c>).</param>
    /// <param name="names">What it is called; null values are passed over.</param>
    public static string Of(string side, IEnumerable<string?> names) =>
        s_names.GetValueOrDefault(side)
        ?? names
            .OfType<string>()
            .GroupBy(name => name, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Key
        ?? side;

    /// <summary>The name of a country; its code where it is none.</summary>
    /// <param name="code">ISO 3166 alpha-3.</param>
    public static string OfCountry(string code) => s_names.GetValueOrDefault(code, code);

    private static Dictionary<string, string> Countries()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var row = 0; row < s_countries.Count; row++)
            names.TryAdd(s_countries.Text(row, s_code), s_countries.Text(row, 0));
        return names;
    }
}
