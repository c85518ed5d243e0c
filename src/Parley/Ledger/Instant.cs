using System.Globalization;

namespace Parley.Ledger;

/// <summary>Instants as ledgers write them: ISO 8601 in UTC with milliseconds, so that they sort as text.</summary>
public static class Instant
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>An instant as text.</summary>
    public static string Of(DateTimeOffset at) => at.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The instant of a text that <see cref="Of"/> or another program wrote; the first instant of 1970 where it is none.</summary>
    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : DateTimeOffset.UnixEpoch;
}
