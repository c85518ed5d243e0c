using System.Globalization;

namespace Parley.Times;

/// <summary>TimeML values of days, weeks, months and years, and the shifting of them.</summary>
internal static class Calendar
{
    /// <summary><c>2022-03-29</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary><c>2022-W13</c>, by ISO 8601.</summary>
    public static string Week(DateOnly day)
    {
        var noon = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(noon):0000}-W{ISOWeek.GetWeekOfYear(noon):00}");
    }

    /// <summary><c>2022-03</c>.</summary>
    public static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary><c>2022</c>.</summary>
    public static string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public static int Weekday(DateOnly day) => day.DayOfWeek is DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    /// <summary>The value at the grain of a unit (letters of TimeML; clock units give the day), so many units from a day; null beyond the calendar.</summary>
    public static string? Shifted(DateOnly from, string unit, bool clock, int count)
    {
        try
        {
            return (unit, clock) switch
            {
                ("H", true) or ("M", true) or ("S", true) => Day(from),
                ("D", _) => Day(from.AddDays(count)),
                ("W", _) => Week(from.AddDays(7 * count)),
                ("M", _) => Month(from.AddMonths(count)),
                ("Q", _) => Quarter(from.AddMonths(3 * count)),
                ("Y", _) => Year(from.AddYears(count).Year),
                ("DE", _) => Year(from.AddYears(10 * count).Year)[..3] + "X",
                ("CE", _) => Year(from.AddYears(100 * count).Year)[..2],
                _ => null,
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>The day of an ISO 8601 date or instant; null where it is none or incomplete.</summary>
    public static DateOnly? Parse(string? iso) =>
        iso is { Length: >= 10 }
        && DateOnly.TryParseExact(iso[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static string Quarter(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-Q{(day.Month + 2) / 3}");
}
