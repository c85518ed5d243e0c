using Parley.Lexicons;

namespace Parley.Exports.Events;

/// <summary>Codes and names of countries, by ISO 3166 alpha-3.</summary>
internal static class CountryCodes
{
    private static readonly Lexicon s_codes = LexiconSet.Get("lexicons/country-codes");
    private static readonly Lexicon s_names = LexiconSet.Get("lexicons/countries");
    private static readonly Lazy<Dictionary<string, string>> s_byCode = new(Names);

    /// <summary>ISO 3166 alpha-2; empty when unknown.</summary>
    public static string Letters(string? country) => Of(country, "letters");

    /// <summary>ISO's three digits; empty when unknown.</summary>
    public static string Number(string? country) => Of(country, "number");

    /// <summary>FIPS 10-4; empty when unknown.</summary>
    public static string Fips(string? country) => Of(country, "fips");

    /// <summary>The number of the Correlates of War project; empty when unknown.</summary>
    public static string Cow(string? country) => Of(country, "cow");

    /// <summary>The English name; the code itself where none is known, empty for null.</summary>
    public static string Name(string? country) => country is null ? "" : s_byCode.Value.GetValueOrDefault(country, country);

    private static string Of(string? country, string column) =>
        country is not null && s_codes.Find(country) is >= 0 and var row ? s_codes.Text(row, s_codes.Column(column)) : "";

    private static Dictionary<string, string> Names()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var (country, sort) = (s_names.Column("country"), s_names.Column("sort"));
        for (var row = 0; row < s_names.Count; row++)
            if (s_names.Cell(row, sort) is "name")
                names.TryAdd(s_names.Text(row, country), s_names.Text(row, 0));
        return names;
    }
}
