using System.Globalization;
using Parley.Assessments;

namespace Parley.Answers;

/// <summary>Where an undertaking stands in time, in words: "day 3, open-ended", "begins in 2 days", "ended 4 days ago".</summary>
public static class BoardClock
{
    /// <summary>The clock of an undertaking on a day.</summary>
    /// <param name="entry">The undertaking.</param>
    /// <param name="day">ISO day.</param>
    public static string Of(BoardEntry entry, string day)
    {
        if (Number(day) is not { } now || Number(entry.Since) is not { } start)
            return Number(entry.Until) is { } due && Number(day) is { } today ? Due(due - today) : "start not told";
        if (now < start)
            return $"begins in {Days(start - now)}";
        var age = now - start + 1;
        if (Number(entry.Until) is not { } end)
            return string.Create(CultureInfo.InvariantCulture, $"day {age}, open-ended");
        return now > end
            ? $"ended {Days(now - end)} ago"
            : string.Create(CultureInfo.InvariantCulture, $"day {age} of {end - start + 1}, {Due(end - now)}");
    }

    private static string Due(int days) =>
        days switch
        {
            0 => "due today",
            > 0 => $"due in {Days(days)}",
            _ => $"ended {Days(-days)} ago",
        };

    private static string Days(int days) => days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days} days");

    private static int? Number(string? day) =>
        day is { Length: >= 10 }
        && DateOnly.TryParseExact(day[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.DayNumber
            : null;
}
