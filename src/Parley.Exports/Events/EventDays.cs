using System.Globalization;
using Parley.Claims;
using Parley.Ledger;

namespace Parley.Exports.Events;

/// <summary>The days of an event.</summary>
/// <param name="From">The first, as an ISO date.</param>
/// <param name="To">The last, where it is told to last longer than a day; else null.</param>
/// <param name="Precision">How exactly it is told.</param>
internal sealed record EventDays(string From, string? To, DatePrecision Precision)
{
    private const int WeekDays = 8;
    private const int MonthDays = 31;

    /// <summary>The days of a telling: of words, when they were said; where nobody tells it, the day of the report; null where that is not known either.</summary>
    public static EventDays? Of(EventTelling told, bool isWord)
    {
        var reported = ReadingOrder.Day(told.Reading);
        var id = isWord ? told.Statement?.Time : told.Event.Time;
        if (
            told.Reading.Times.FirstOrDefault(time => time.Id == id) is { Resolved: true } time
            && TimeRange.Of(time.Value) is { } range
            // What is told as done cannot lie behind its report: such a time is of something else.
            && (reported is null || string.CompareOrdinal(range.Day, reported) <= 0)
        )
            return Of(range);
        return reported is null ? null : new EventDays(reported, null, DatePrecision.Reported);
    }

    private static EventDays Of(TimeRange range)
    {
        if (range.IsDay)
            return new EventDays(range.Day, null, DatePrecision.Day);
        var days = (range.To - range.From).TotalDays;
        return new EventDays(
            range.Day,
            range.To.AddTicks(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            days <= WeekDays ? DatePrecision.Week
                : days <= MonthDays ? DatePrecision.Month
                : DatePrecision.Longer
        );
    }
}
