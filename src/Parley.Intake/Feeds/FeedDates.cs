using System.Globalization;
using System.Text.RegularExpressions;
using Parley.Intake.Pages;

namespace Parley.Intake.Feeds;

/// <summary>Dates as feeds write them: RFC 822 with its zones, ISO 8601, and what else is met. A date that cannot be one of publication is none.</summary>
internal static partial class FeedDates
{
    /// <summary>No feed is older; a date before is a default of a program.</summary>
    private const int OldestYear = 1990;

    private static readonly Dictionary<string, string> s_zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = "+00:00",
        ["UT"] = "+00:00",
        ["UTC"] = "+00:00",
        ["GMT"] = "+00:00",
        ["WET"] = "+00:00",
        ["BST"] = "+01:00",
        ["CET"] = "+01:00",
        ["WAT"] = "+01:00",
        ["CEST"] = "+02:00",
        ["EET"] = "+02:00",
        ["CAT"] = "+02:00",
        ["SAST"] = "+02:00",
        ["EEST"] = "+03:00",
        ["MSK"] = "+03:00",
        ["EAT"] = "+03:00",
        ["GST"] = "+04:00",
        ["PKT"] = "+05:00",
        ["SGT"] = "+08:00",
        ["HKT"] = "+08:00",
        ["JST"] = "+09:00",
        ["KST"] = "+09:00",
        ["AEST"] = "+10:00",
        ["AEDT"] = "+11:00",
        ["EST"] = "-05:00",
        ["EDT"] = "-04:00",
        ["CST"] = "-06:00",
        ["CDT"] = "-05:00",
        ["MST"] = "-07:00",
        ["MDT"] = "-06:00",
        ["PST"] = "-08:00",
        ["PDT"] = "-07:00",
    };

    /// <summary>An instant where hour and zone are sure, a day where only that is; null where the text is no date, or one that lies in the future or before feeds.</summary>
    /// <param name="text">The date.</param>
    /// <param name="now">The time at which the feed was read.</param>
    public static string? Read(string? text, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 100)
            return null;
        text = text.Trim();
        var date = Instant(text) ?? PageDate.ToIso(text) ?? PageDate.In(text) ?? InFigures(text);
        return date is not null && IsLikely(date, now) ? date : null;
    }

    /// <summary>RFC 822: "Wed, 30 Mar 2022 10:15:00 EST"; the weekday is not looked at, and an hour whose zone is not known gives the day.</summary>
    private static string? Instant(string text)
    {
        if (Rfc822().Match(text) is not { Success: true } match)
            return null;
        var year = match.Groups["year"].Value;
        if (year.Length == 2)
            year = (string.CompareOrdinal(year, "69") > 0 ? "19" : "20") + year;
        var month = match.Groups["month"].Value[..3];
        var day = $"{match.Groups["day"].Value} {month} {year}";
        if (!DateOnly.TryParseExact(day, "d MMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return null;
        var plain = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var zone = match.Groups["zone"].Value;
        var offset =
            zone.Length == 0 ? null
            : zone[0] is '+' or '-' ? $"{zone[..3]}:{zone[^2..]}"
            : s_zones.GetValueOrDefault(zone);
        if (offset is null || !match.Groups["time"].Success)
            return plain;
        var time = match.Groups["time"].Value;
        time = time.IndexOf(':', StringComparison.Ordinal) == 1 ? "0" + time : time;
        return PageDate.ToIso($"{plain}T{(time.Length == 5 ? time + ":00" : time)}{offset}") ?? plain;
    }

    /// <summary>"30/03/2022", where only one order of day and month is possible.</summary>
    private static string? InFigures(string text)
    {
        if (Figures().Match(text) is not { Success: true } match)
            return null;
        var (first, second) = (Number(match.Groups[1]), Number(match.Groups[2]));
        var (day, month) =
            first > 12 ? (first, second)
            : second > 12 || first == second ? (second, first)
            : (0, 0);
        var year = Number(match.Groups[3]);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    private static bool IsLikely(string date, DateTimeOffset now) =>
        DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
        && instant.Year >= OldestYear
        // A day ahead may only be another zone.
        && instant <= now.AddDays(1);

    [GeneratedRegex(
        @"^(?:\p{L}{2,10}\.?,?\s+)?(?<day>\d{1,2})[\s-](?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,?[\s-](?<year>\d{4}|\d{2})(?:,?\s+(?<time>\d{1,2}:\d\d(?::\d\d)?)(?:\.\d+)?\s*(?<zone>[+-]\d\d:?\d\d|[A-Z]{1,5})?)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Rfc822();

    [GeneratedRegex(@"^(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();
}
