using System.Collections.Immutable;
using System.Globalization;
using Parley.Chronicle;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Answers;

/// <summary>What changed since a day, the most important first.</summary>
public sealed record BriefAnswer
{
    /// <summary>The kinds of changes in the order of their sections.</summary>
    public static ImmutableArray<(string Kind, string Heading)> Sections { get; } =
    [("undertaking", "Undertakings"), ("proposal", "Proposals"), ("position", "Positions"), ("claim", "Claims"), ("figure", "Figures")];

    /// <summary>The first day whose reports are new, as an ISO date.</summary>
    public required string Since { get; init; }

    /// <summary>The last day that counts.</summary>
    public required string Until { get; init; }

    /// <summary>The changes.</summary>
    public required ImmutableArray<LedgerChange> Changes { get; init; }

    /// <summary>Number of articles that count.</summary>
    public required int Articles { get; init; }

    /// <summary>The brief of readings.</summary>
    /// <param name="readings">The readings that count, in the order of the ledger.</param>
    /// <param name="since">The first day whose reports are new.</param>
    /// <param name="question">What is asked.</param>
    public static BriefAnswer Of(ImmutableArray<Reading> readings, string since, Question question)
    {
        var last = question.AsOf ?? readings.Select(ReadingOrder.Day).OfType<string>().Max(StringComparer.Ordinal) ?? since;
        last = string.CompareOrdinal(last, since) < 0 ? since : last;
        return new BriefAnswer
        {
            Since = since,
            Until = last,
            Changes = Between(readings, DayBefore(since), last, question),
            Articles = readings.Length,
        };
    }

    /// <summary>What stands otherwise on the second day than on the first, of the party and topic that are asked for.</summary>
    public static ImmutableArray<LedgerChange> Between(ImmutableArray<Reading> readings, string from, string to, Question question) =>
        [
            .. LedgerChanges
                .Between(readings, from, to, LedgerFunctions.Weigher)
                .Where(change => question.IsParty(change.Side, change.Party) && question.IsTopic(change.Topic, change.Subject)),
        ];

    /// <summary>The day before a day; the first day of the calendar has none.</summary>
    public static string DayBefore(string day) => Earlier(day, 1);

    /// <summary>The day so many days before a day.</summary>
    public static string Earlier(string day, int days) =>
        DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) is var date && date.DayNumber >= days
            ? date.AddDays(-days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : day;
}
