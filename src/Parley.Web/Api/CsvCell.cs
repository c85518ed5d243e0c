using System.Buffers;
using System.Globalization;

namespace Parley.Web.Api;

/// <summary>
/// Values as cells of CSV (RFC 4180). Text that a spreadsheet would take for a formula (it begins with <c>= + - @</c>, also in full width, or with a
/// tab or line end) gets an apostrophe before it; numbers stay numbers. Cells with a semicolon or tab are quoted as well: where a country's
/// spreadsheets part cells by those, what stands behind one would begin a cell.
/// </summary>
internal static class CsvCell
{
    private static readonly SearchValues<char> s_parting = SearchValues.Create(",;\t\"\r\n");

    /// <summary>A value as it is written between two commas: yes and no for flags, lists parted by <c>"; "</c>, nothing for null.</summary>
    public static string Of(object? value)
    {
        if (value is not (string or IEnumerable<string>))
            return Plain(value);
        var text = Plain(value);
        if (text.Length > 0 && IsOpener(text[0]) && !IsNumber(text))
            text = "'" + text;
        return text.AsSpan().ContainsAny(s_parting) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    /// <summary>A value in words.</summary>
    public static string Plain(object? value) =>
        value switch
        {
            bool flag => flag ? "yes" : "no",
            string text => text,
            IEnumerable<string> texts => string.Join("; ", texts),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    private static bool IsOpener(char first) => first is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r' or '\n';

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
