using System.Globalization;
using Parley.Exports.Events;

namespace Parley.Exports.Gdelt;

/// <summary>Times as GDELT writes them.</summary>
internal static class GdeltTime
{
    /// <summary>When the article of a telling was published, as fourteen digits in UTC, midnight where only the day is known; empty where not even that is.</summary>
    public static string Of(EventTelling told) =>
        DateTimeOffset.TryParse(
            told.Reading.Article.Published,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time
        )
            ? time.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)
            : "";
}
