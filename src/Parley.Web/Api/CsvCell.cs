using System.Buffers;
using System.Globalization;
using Parley.Intake.Tables;

namespace Parley.Web.Api;

/// <summary>
/// Values as cells of CSV (RFC 4180). Text that a spreadsheet would take for a formula gets an apostrophe before it
/// (<see cref="FormulaGuard"/>); numbers stay numbers. Cells with a semicolon or tab are quoted as well: where a country's
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
        if (!IsNumber(text))
            text = FormulaGuard.Guarded(text);
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

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
