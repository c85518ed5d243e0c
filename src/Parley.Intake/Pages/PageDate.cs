using System.Globalization;
using System.Text.RegularExpressions;

namespace Parley.Intake.Pages;

/// <summary>Dates as pages write them, as ISO 8601.</summary>
internal static partial class PageDate
{
    /// <summary>No more of a line is looked at.</summary>
    private const int LongestLine = 300;

    private static readonly string[] s_zoned =
    [
        "yyyy-MM-ddTHH:mm:sszzz",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-ddTHH:mmzzz",
        "yyyy-MM-dd HH:mm:sszzz",
        "yyyy-MM-dd HH:mm:ss zzz",
        "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
        "ddd, d MMM yyyy HH:mm:ss zzz",
    ];

    private static readonly string[] s_days =
    [
        "yyyy-MM-dd",
        "yyyy/MM/dd",
        "yyyy.MM.dd",
        "yyyyMMdd",
        "MMMM d, yyyy",
        "MMM d, yyyy",
        "MMM. d, yyyy",
        "d MMMM yyyy",
        "d MMM yyyy",
        "dddd, MMMM d, yyyy",
        "dddd, d MMMM yyyy",
        "dddd d MMMM yyyy",
        "dd.MM.yyyy",
        "d.M.yyyy",
    ];

    /// <summary>An instant when hour and zone are given, the day when only that is sure; null when the text is no date.</summary>
    public static string? ToIso(string? text)
    {
        text = text?.Trim() ?? "";
        if (text.Length < 8)
            return null;
        var spelt = text.EndsWith('Z') ? text[..^1] + "+00:00" : Colon(text);
        if (
            DateTimeOffset.TryParseExact(spelt, s_zoned, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            && IsoDate.IsLikely(instant.Year)
        )
            return instant.ToString(
                instant.Offset == TimeSpan.Zero ? "yyyy-MM-ddTHH:mm:ss'Z'" : "yyyy-MM-ddTHH:mm:sszzz",
                CultureInfo.InvariantCulture
            );
        // An hour without a zone says the day only.
        foreach (var day in (ReadOnlySpan<string>)[text, text.Length > 10 && text[10] is 'T' or ' ' ? text[..10] : ""])
            if (
                DateOnly.TryParseExact(day, s_days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                && IsoDate.IsLikely(date.Year)
            )
                return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return null;
    }

    /// <summary><c>+0300</c> as <c>+03:00</c>.</summary>
    private static string Colon(string text) =>
        text.Length > 5 && text[^5] is '+' or '-' && text.AsSpan(text.Length - 4).IndexOfAnyExceptInRange('0', '9') < 0
            ? $"{text[..^2]}:{text[^2..]}"
            : text;

    /// <summary>The first day written in a line, "Written: 2023-11-07 15:03" or "Published on May 10, 2022"; null when there is none. Days and months in figures are read only where their order is sure.</summary>
    public static string? In(string line)
    {
        var match = Day().Match(line.Length > LongestLine ? line[..LongestLine] : line);
        if (!match.Success)
            return null;
        var (year, month, day) = (match.Groups["year"].Value, match.Groups["month"].Value, match.Groups["day"].Value);
        if (!char.IsAsciiDigit(month[0]))
            month = month[..3];
        return
            DateOnly.TryParseExact(
                $"{day} {month} {year}",
                ["d MMM yyyy", "d M yyyy"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            ) && IsoDate.IsLikely(date.Year)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }

    [GeneratedRegex(
        """
            (?<![[0-9]/.-])(?:
              (?<year>[0-9]{4})[-./](?<month>[0-9]{1,2})[-./](?<day>[0-9]{1,2})
            | (?<day>[0-9]{1,2})\.(?<month>[0-9]{1,2})\.(?<year>[0-9]{4})
            | (?<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:\ of)?[\ -](?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,?[\ -](?<year>[0-9]{4})
            | (?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\ (?<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\ (?<year>[0-9]{4})
            )(?![0-9])
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant
    )]
    private static partial Regex Day();
}
