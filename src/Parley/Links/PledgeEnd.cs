using System.Globalization;
using Parley.Lexicons;
using Parley.Records;

namespace Parley.Links;

/// <summary>Works out the last day of an undertaking from the time that tells its end: the last day of a month or week, or so long after its beginning.</summary>
public static class PledgeEnd
{
    private const int DayLength = 10;
    private const int MonthLength = 7;
    private const int MiddleOfMonth = 15;
    private const int HoursOfDay = 24;
    private const int DaysOfWeek = 7;
    private const int LongestYears = 100;
    private static readonly Lexicon s_moved = LexiconSet.Get("lexicons/extension-words");

    /// <summary>ISO day; null where no end is told, it is not resolved, or it is a length and <paramref name="begins"/> is not known.</summary>
    /// <param name="id">The time that tells the end.</param>
    /// <param name="reading">The reading it is of.</param>
    /// <param name="begins">ISO day from which a length counts.</param>
    public static string? Of(string? id, Reading reading, string? begins) =>
        Find(id, reading) is not { } time ? null
        : time.Type == "DURATION" ? After(begins, time.Value)
        : !time.Resolved ? null
        : Last(time);

    /// <summary>True where the end is told as a length, so that it is only as sure as the beginning.</summary>
    public static bool IsLength(string? id, Reading reading) => Find(id, reading)?.Type == "DURATION";

    /// <summary>True where the sentence that tells the end says that it was moved: "extended until Sunday".</summary>
    public static bool IsMoved(string? id, Reading reading) =>
        Find(id, reading) is { } time
        && reading.Article.Sentences.FirstOrDefault(sentence => sentence.Contains(time.Span)) is { End: > 0 } sentence
        && sentence
            .Of(reading.Article.Text)
            .ToString()
            .Split([' ', ',', '.', ';', ':', '\n', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries)
            .Any(word => s_moved.Contains(word));

    private static Time? Find(string? id, Reading reading) => id is null ? null : reading.Times.FirstOrDefault(time => time.Id == id);

    /// <summary>The day itself, or the last one of a week, month or year; a month told with "mid" ends in its middle.</summary>
    private static string? Last(Time time)
    {
        var value = time.Value;
        if (value.Length >= DayLength && Parse(value) is { } day)
            return Write(time.Text.Equals("overnight", StringComparison.OrdinalIgnoreCase) ? day.AddDays(1) : day);
        if (value.Length == MonthLength && Parse(value + "-01") is { } month)
            return Write(
                time.Text.StartsWith("mid", StringComparison.OrdinalIgnoreCase) ? month.AddDays(MiddleOfMonth - 1)
                : IsStart(time) ? month
                : month.AddMonths(1).AddDays(-1)
            );
        if (
            value is [_, _, _, _, '-', 'W', _, _]
            && int.TryParse(value[..4], out var year)
            && int.TryParse(value[6..], out var week)
            && week is > 0 and < 54
        )
            return Write(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, IsStart(time) ? DayOfWeek.Monday : DayOfWeek.Sunday)));
        return value.Length == 4 && int.TryParse(value, out var whole) && whole is > 0 and < 9999
            ? Write(IsStart(time) ? new DateOnly(whole, 1, 1) : new DateOnly(whole, 12, 31))
            : null;
    }

    private static bool IsStart(Time time) =>
        time.Text.Contains("start of", StringComparison.OrdinalIgnoreCase)
        || time.Text.Contains("beginning of", StringComparison.OrdinalIgnoreCase);

    /// <summary>The day so long after another; hours that do not fill a day end on the day they begin.</summary>
    private static string? After(string? begins, string length)
    {
        if (begins is null || Parse(begins) is not { } from || length is not ['P', .., var unit])
            return null;
        var isClock = length[1] == 'T';
        if (
            !decimal.TryParse(length[(isClock ? 2 : 1)..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
            || count <= 0
        )
            return null;
        if (isClock)
            return unit == 'H' && count < LongestYears * 366 * HoursOfDay
                    ? Write(from.AddDays(count < HoursOfDay ? 0 : (int)Math.Ceiling(count / HoursOfDay)))
                : unit is 'M' or 'S' ? Write(from)
                : null;
        if (count > LongestYears * 366)
            return null;
        var whole = (int)Math.Ceiling(count);
        return unit switch
        {
            'D' => Write(from.AddDays(whole)),
            'W' => Write(from.AddDays((int)Math.Ceiling(count * DaysOfWeek))),
            'M' when whole <= LongestYears * 12 => Write(from.AddMonths(whole)),
            'Y' when whole <= LongestYears => Write(from.AddYears(whole)),
            _ => null,
        };
    }

    private static DateOnly? Parse(string day) =>
        DateOnly.TryParseExact(
            day[..Math.Min(DayLength, day.Length)],
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
        && date.Year < 9999 - LongestYears
            ? date
            : null;

    private static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
