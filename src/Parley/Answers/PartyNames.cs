using Parley.Lexicons;

namespace Parley.Answers;

/// <summary>Names of sides for headings.</summary>
public static class PartyNames
{
    private static readonly Lexicon s_countries = LexiconSet.Get("lexicons/countries");
    private static readonly int s_code = s_countries.Column("country");
    private static readonly Dictionary<string, string> s_names = Countries();

    /// <summary>The name of a side: that of the country or of the international body, else the name that it is called by most, else its code.</summary>
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

    /// <summary>International bodies: of those that share a code, the one that goes by most names.</summary>
    private static IEnumerable<(string Code, string Name)> Bodies()
    {
        var bodies = LexiconSet.Get("lexicons/bodies");
        var (code, body) = (bodies.Column("code"), bodies.Column("body"));
        return Enumerable
            .Range(0, bodies.Count)
            .Where(row => bodies.Text(row, code).StartsWith("IGO.", StringComparison.Ordinal) && !bodies.Cell(row, body).IsEmpty)
            .GroupBy(row => bodies.Text(row, code), StringComparer.Ordinal)
            .Select(group =>
                (group.Key, group.GroupBy(row => bodies.Text(row, body), StringComparer.Ordinal).MaxBy(names => names.Count())!.Key)
            );
    }

    private static Dictionary<string, string> Countries()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var row = 0; row < s_countries.Count; row++)
            names.TryAdd(s_countries.Text(row, s_code), s_countries.Text(row, 0));
        foreach (var (code, name) in Bodies())
            names.TryAdd(code, name);
        return names;
    }
}
