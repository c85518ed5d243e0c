using System.Globalization;
using Parley.Records;

namespace Parley.Ledger.Joining;

/// <summary>Days as numbers, so that they can be counted.</summary>
internal static class Days
{
    /// <summary>Number of the day of a time; null where none is told or it is no day of the calendar.</summary>
    public static int? Of(Time? time) => time is { Resolved: true } ? Of(time.Value) : null;

    /// <summary>Number of the day of an ISO date or instant; null where it is none.</summary>
    public static int? Of(string? value) =>
        value is { Length: >= 10 }
        && DateOnly.TryParseExact(value[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.DayNumber
            : null;
}
