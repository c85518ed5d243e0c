using System.Globalization;

namespace Parley.Intake;

/// <summary>Dates of publication: <c>2022-03-30</c>, or an instant <c>2022-03-30T10:15:00+03:00</c>.</summary>
public static class IsoDate
{
    private static readonly string[] s_instants =
    [
        "yyyy-MM-ddTHH:mm:ssK",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
        "yyyy-MM-ddTHH:mmK",
        "yyyy-MM-dd HH:mm:ssK",
        "yyyy-MM-dd HH:mm:ss",
    ];

    /// <summary>True for a day or instant of the calendar in ISO 8601, in a year in which news may have been published.</summary>
    public static bool IsValid(string text) =>
        (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && IsLikely(day.Year))
        || (
            DateTimeOffset.TryParseExact(text, s_instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            && IsLikely(instant.Year)
        );

    /// <summary>True from 1700 to 2199: other years stand for "unknown", as 0001 does.</summary>
    internal static bool IsLikely(int year) => year is >= 1700 and < 2200;
}
