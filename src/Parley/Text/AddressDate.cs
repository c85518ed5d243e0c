using System.Globalization;
using Parley.Lexicons;

namespace Parley.Text;

/// <summary>Reads the day that many outlets put in the address of a page: <c>/2022/03/29/</c>, <c>/2022/mar/29/</c>, <c>-2022-03-29</c>, <c>/20220329</c>.</summary>
internal static class AddressDate
{
    private const int FirstYear = 1990;
    private const int LastYear = 2099;
    private static readonly Lexicon s_months = LexiconSet.Get("lexicons/months");

    /// <summary>The day in ISO 8601; null where the address has none, or more than one.</summary>
    public static string? Of(string? address)
    {
        if (address is null)
            return null;
        var path = address.AsSpan();
        if (path.IndexOf("://") is >= 0 and var scheme)
            path = path[(scheme + 3)..];
        var end = path.IndexOfAny('?', '#');
        if (end >= 0)
            path = path[..end];
        string? found = null;
        for (var at = 1; at < path.Length; at++)
        {
            if (path[at - 1] is not ('/' or '-' or '_' or '.') || Day(path[at..]) is not { } day)
                continue;
            if (found is not null && found != day)
                return null;
            found = day;
        }
        return found;
    }

    // "2022/03/29", "2022-03-29", "2022/mar/29", "20220329", and no digit or letter behind.
    private static string? Day(ReadOnlySpan<char> text)
    {
        const int YearLength = 4;
        var year = Number(ref text, YearLength, YearLength);
        if (year is < FirstYear or > LastYear)
            return null;
        var mark = text.Length > 0 && text[0] is '/' or '-' or '_' ? text[0] : '\0';
        if (mark != 0)
            text = text[1..];
        var shortest = mark == 0 ? 2 : 1;
        var month = Number(ref text, shortest, 2);
        if (month < 0 && mark != 0)
            month = Name(ref text);
        if (mark != 0)
        {
            if (text.Length == 0 || text[0] != mark)
                return null;
            text = text[1..];
        }
        var day = Number(ref text, shortest, 2);
        if (text.Length > 0 && char.IsLetterOrDigit(text[0]))
            return null;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }

    private static int Number(ref ReadOnlySpan<char> text, int shortest, int longest)
    {
        var length = 0;
        while (length < Math.Min(longest, text.Length) && char.IsAsciiDigit(text[length]))
            length++;
        if (length < shortest)
            return -1;
        var number = int.Parse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture);
        text = text[length..];
        return number;
    }

    private static int Name(ref ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetter(text[length]))
            length++;
        if (length < 3 || s_months.Find(text[..length]) is not (>= 0 and var row))
            return -1;
        text = text[length..];
        return int.Parse(s_months.Cell(row, s_months.Column("number")), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
