using System.Globalization;

namespace Parley.Wording;

/// <summary>Days for people: "30 Mar 2022".</summary>
public static class PlainDay
{
    /// <summary>An ISO day, or the day of an ISO instant, in short; the text as it is where it is neither, "undated" for null.</summary>
    public static string Of(string? iso) =>
        iso is null ? "undated"
        : iso.Length >= 10
        && DateOnly.TryParseExact(iso[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("d MMM yyyy", CultureInfo.InvariantCulture)
        : iso;
}
