using System.Globalization;

namespace Parley.Claims;

/// <summary>A stretch of time, half open, in the time of the place.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="To">The moment behind its last.</param>
public readonly record struct TimeRange(DateTime From, DateTime To)
{
    private const int DayLength = 10;

    /// <summary>Hours of the parts of a day; the night runs into the next morning.</summary>
    private static readonly Dictionary<string, (int From, int To)> s_parts = new(StringComparer.Ordinal)
    {
        ["MO"] = (4, 12),
        ["MI"] = (11, 14),
        ["AF"] = (12, 18),
        ["EV"] = (17, 24),
        ["NI"] = (18, 32),
        ["DT"] = (6, 20),
    };

    /// <summary>True where it tells the day, give or take a night.</summary>
    public bool IsDay => To - From <= TimeSpan.FromDays(2);

    /// <summary>True where the two have a moment in common.</summary>
    public bool Overlaps(TimeRange other) => From < other.To && other.From < To;

    /// <summary>The first day as an ISO date.</summary>
    public string Day => From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The stretch that a TimeML value stands for; null where it stands for none on the calendar.</summary>
    public static TimeRange? Of(string value)
    {
        var slash = value.IndexOf('/');
        if (
            slash >= DayLength
            && value.Length - slash > DayLength
            && Of(value[..slash]) is { } first
            && Of(value[(slash + 1)..]) is { } last
        )
            return last.To > first.From ? new TimeRange(first.From, last.To) : null;
        if (value.Length >= DayLength && Date(value[..DayLength]) is { } day)
            return OfDay(day, value[DayLength..]);
        if (
            value.Length < 4
            || !int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year < 1
        )
            return null;
        return value[4..] switch
        {
            "" => new TimeRange(new DateTime(year, 1, 1), new DateTime(year, 12, 31).AddDays(1)),
            ['-', 'W', .. var week] => OfWeek(year, week),
            ['-', .. var month]
                when int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 13 =>
                new TimeRange(new DateTime(year, number, 1), new DateTime(year, number, 1).AddMonths(1)),
            _ => null,
        };
    }

    private static TimeRange OfDay(DateTime day, string rest)
    {
        if (rest is not ['T', .. var part])
            return new TimeRange(day, day.AddDays(1));
        if (s_parts.TryGetValue(part, out var hours))
            return new TimeRange(day.AddHours(hours.From), day.AddHours(hours.To));
        var clock = part.Split('/')[0];
        return TimeSpan.TryParseExact(clock, @"hh\:mm", CultureInfo.InvariantCulture, out var time)
            ? new TimeRange(day + time, day + time + TimeSpan.FromHours(1))
            : new TimeRange(day, day.AddDays(1));
    }

    private static TimeRange? OfWeek(int year, string rest)
    {
        var isEnd = rest.EndsWith("-WE", StringComparison.Ordinal);
        if (!int.TryParse(isEnd ? rest[..^3] : rest, NumberStyles.None, CultureInfo.InvariantCulture, out var week) || week is < 1 or > 53)
            return null;
        var monday = ISOWeek.ToDateTime(year, week, DayOfWeek.Monday);
        return isEnd ? new TimeRange(monday.AddDays(5), monday.AddDays(7)) : new TimeRange(monday, monday.AddDays(7));
    }

    private static DateTime? Date(string iso) =>
        DateTime.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
