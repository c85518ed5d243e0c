using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>The order in which ledgers give readings: by publication, unknown ones last, then by article id.</summary>
public static class ReadingOrder
{
    /// <summary>Sorts readings into that order.</summary>
    public static ImmutableArray<Reading> Sort(IEnumerable<Reading> readings) =>
        [
            .. readings
                .OrderBy(reading => Day(reading) ?? "9999", StringComparer.Ordinal)
                .ThenBy(reading => reading.Article.Published, StringComparer.Ordinal)
                .ThenBy(reading => reading.Article.Id, StringComparer.Ordinal),
        ];

    /// <summary>The day of publication as an ISO date; null when unknown.</summary>
    public static string? Day(Reading reading) => reading.Article.Published is { Length: >= 10 } published ? published[..10] : null;
}
