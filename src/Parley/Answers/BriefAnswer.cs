using System.Collections.Immutable;
using System.Globalization;
using Parley.Assessments;
using Parley.Chronicle;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Answers;

/// <summary>What changed since a day, the most important first.</summary>
public sealed record BriefAnswer
{
    /// <summary>The most sentences that are shown of what brought a change.</summary>
    private const int MostSentences = 3;

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

    /// <summary>The brief of all parties and topics, with the undertakings as the board has them.</summary>
    /// <param name="readings">The readings that the rest is made of, in the order of the ledger.</param>
    /// <param name="board">The entries of the board as it is kept, with their whole history.</param>
    /// <param name="since">The first day whose reports are new.</param>
    /// <param name="last">The last day that counts.</param>
    public static BriefAnswer Of(ImmutableArray<Reading> readings, IEnumerable<BoardEntry> board, string since, string last)
    {
        last = string.CompareOrdinal(last, since) < 0 ? since : last;
        return new BriefAnswer
        {
            Since = since,
            Until = last,
            Changes =
            [
                .. BriefUndertakings
                    .Of(board, since, last, new Question())
                    .Select(turned => turned.Change with { Because = [.. turned.Change.Because.Take(MostSentences)] })
                    .Concat(LedgerChanges.Between(readings, DayBefore(since), last, undertakings: false))
                    .OrderByDescending(change => change.Importance)
                    .ThenBy(change => change.Subject, StringComparer.Ordinal)
                    .ThenBy(change => change.Because[0].Id, StringComparer.Ordinal),
            ],
            Articles = readings.Length,
        };
    }

    /// <summary>The changes of another party and topic.</summary>
    public BriefAnswer Chosen(Question question) => this with { Changes = [.. Changes.Where(change => IsAsked(change, question))] };

    private static bool IsAsked(LedgerChange change, Question question) =>
        question.IsParty(change.Side, change.Party) && question.IsTopic(change.Topic, change.Subject);

    /// <summary>What stands otherwise on the second day than on the first, of the party and topic that are asked for.</summary>
    public static ImmutableArray<LedgerChange> Between(ImmutableArray<Reading> readings, string from, string to, Question question) =>
        [.. LedgerChanges.Between(readings, from, to, LedgerFunctions.Weigher).Where(change => IsAsked(change, question))];

    /// <summary>The day before a day; the first day of the calendar has none.</summary>
    public static string DayBefore(string day) => Earlier(day, 1);

    /// <summary>The day so many days before a day.</summary>
    public static string Earlier(string day, int days) =>
        DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) is var date && date.DayNumber >= days
            ? date.AddDays(-days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : day;
}
