using System.Globalization;
using Microsoft.AspNetCore.Http;
using Parley.Intake;
using Parley.Web.Paging;
using Parley.Web.Server;

namespace Parley.Web.Timeline;

/// <summary>The days that the timeline shows, both ends included.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
public readonly record struct TimelineWindow(DateOnly From, DateOnly Until)
{
    /// <summary>Without a choice, so much of the entries at either end is left out: one stray date in an article would spread the rest over centuries.</summary>
    private const double Stray = 0.03;

    /// <summary>Number of days.</summary>
    public int Days => Until.DayNumber - From.DayNumber + 1;

    /// <summary>The window of an address; without one, the days of nearly all entries.</summary>
    /// <param name="query">The address.</param>
    /// <param name="days">ISO days of all entries.</param>
    public static TimelineWindow Of(IQueryCollection query, IReadOnlyCollection<string> days)
    {
        var (from, until) = (Read(query, "from"), Read(query, "until"));
        if (from > until)
            throw ProblemException.Field("until", Problems.NotOneOf("until", Iso(until.Value), $"a day from {Iso(from.Value)} on"));
        var all = days.Select(day => Parse(day)!.Value).Order().ToList();
        if (all.Count == 0)
            return new TimelineWindow(from ?? until ?? new DateOnly(2000, 1, 1), until ?? from ?? new DateOnly(2000, 1, 1));
        var stray = (int)(all.Count * Stray);
        var (first, last) = (all[stray], all[all.Count - 1 - stray]);
        var window = new TimelineWindow(from ?? (until < first ? until.Value : first), until ?? (from > last ? from.Value : last));
        return window;
    }

    /// <summary>The window of all days.</summary>
    public static TimelineWindow Whole(IEnumerable<DateOnly> days, TimelineWindow otherwise)
    {
        var all = days.ToList();
        return all.Count == 0 ? otherwise : new TimelineWindow(all.Min(), all.Max());
    }

    /// <summary>True for a day within.</summary>
    public bool Holds(DateOnly day) => From <= day && day <= Until;

    /// <summary>The window so many days later.</summary>
    public TimelineWindow Moved(int days) => new(Add(From, days), Add(Until, days));

    /// <summary>A window of so many days around the same middle.</summary>
    public TimelineWindow Around(int days)
    {
        var first = Add(From, (Days - days) / 2);
        return new TimelineWindow(first, Add(first, Math.Max(1, days) - 1));
    }

    /// <summary>Names and values for an address.</summary>
    public (string Name, string? Value)[] Values => [("from", Iso(From)), ("until", Iso(Until))];

    /// <summary>A day as an ISO date.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day of an ISO date; null where it is none.</summary>
    public static DateOnly? Parse(string? day) =>
        day is { Length: >= 10 }
        && DateOnly.TryParseExact(day[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    private static DateOnly? Read(IQueryCollection query, string name) =>
        Parse(PageState.Day(name, query[name].ToString() is { Length: > 0 } value ? value : null));

    private static DateOnly Add(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
