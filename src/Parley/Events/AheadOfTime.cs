using System.Globalization;
using Parley.Records;

namespace Parley.Events;

/// <summary>Tells whether a time lies after the day of publication: what happens then is planned, whatever its tense ("meets on Friday").</summary>
internal static class AheadOfTime
{
    /// <summary>True for a resolved date, week or month after the given day; false where either is unknown or vague.</summary>
    public static bool IsAfter(Time? time, string? published)
    {
        if (
            time is not { Resolved: true, Value: { Length: >= 7 } value }
            || published is not { Length: >= 10 }
            || !DateOnly.TryParseExact(published[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        )
            return false;
        if (value.Length >= 8 && value[4] == '-' && value[5] == 'W' && int.TryParse(value.AsSpan(6, 2), out var week))
            return int.TryParse(value.AsSpan(0, 4), out var year)
                && (year, week).CompareTo((ISOWeek.GetYear(day.ToDateTime(default)), ISOWeek.GetWeekOfYear(day.ToDateTime(default)))) > 0;
        if (!char.IsAsciiDigit(value[0]) || !char.IsAsciiDigit(value[5]))
            return false;
        var length = Math.Min(value.Length, 10);
        return string.CompareOrdinal(value, 0, published, 0, length) > 0;
    }
}
