using Microsoft.AspNetCore.Http;

namespace Parley.Web.Brief;

/// <summary>The last day of reports that somebody saw, kept by his browser: as long as nothing newer came, the changes of the visit before stay.</summary>
internal static class LastVisit
{
    private const string Cookie = "parley-visit";
    private const int DayLength = 10;

    /// <summary>True where the browser was here before.</summary>
    public static bool IsKnown(HttpContext http) => Days(http).Seen is not null;

    /// <summary>The first day that is new to the browser; null on a first visit. Notes that it saw all until the last day.</summary>
    /// <param name="http">The request.</param>
    /// <param name="last">The last day of publication in the ledger.</param>
    public static string? Of(HttpContext http, string last)
    {
        var (seen, before) = Days(http);
        if (seen != last)
            (seen, before) = (last, seen);
        http.Response.Cookies.Append(
            Cookie,
            before is null ? seen : $"{seen}_{before}",
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                MaxAge = TimeSpan.FromDays(365),
            }
        );
        // What came on the very day of the last visit may have come after it.
        return before;
    }

    private static (string? Seen, string? Before) Days(HttpContext http) =>
        http.Request.Cookies[Cookie]?.Split('_') switch
        {
            [{ Length: DayLength } seen] => (Valid(seen), null),
            [{ Length: DayLength } seen, { Length: DayLength } before] => (Valid(seen), Valid(before)),
            _ => (null, null),
        };

    private static string? Valid(string day) =>
        DateOnly.TryParseExact(
            day,
            "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out _
        )
            ? day
            : null;
}
