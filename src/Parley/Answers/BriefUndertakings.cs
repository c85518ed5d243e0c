using System.Collections.Immutable;
using Parley.Assessments;
using Parley.Chronicle;
using Parley.Ledger;

namespace Parley.Answers;

/// <summary>An undertaking that stands otherwise than before.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Words">Its words.</param>
/// <param name="Rule">The rule of the last step.</param>
/// <param name="Change">The change, with the sentences that brought it.</param>
public sealed record TurnedUndertaking(string Id, string Words, string Rule, LedgerChange Change);

/// <summary>The undertakings that stand otherwise since a day, from what a ledger keeps ready: every day is judged on what was published up to it, so a history can be cut anywhere.</summary>
public static class BriefUndertakings
{
    private const int Importance = 5;

    /// <summary>The changes, newest first.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="since">The first day whose reports are new, as an ISO date.</param>
    /// <param name="until">The last day that counts.</param>
    /// <param name="question">Which party and topic.</param>
    public static ImmutableArray<TurnedUndertaking> Of(ILedger ledger, string since, string until, Question question) =>
        Of(
            ledger
                .Derived(LedgerFunctions.Board, new DerivedQuery("board"))
                .AsParallel()
                .AsOrdered()
                .Where(row => BoardLines.HasStep(row.Body, BriefAnswer.DayBefore(since), until))
                .Select(row => BoardJson.ReadEntry(row.Body)),
            since,
            until,
            question
        );

    /// <summary>The changes of entries with their whole history, newest first.</summary>
    /// <param name="entries">The entries of the board as it is kept.</param>
    /// <param name="since">The first day whose reports are new, as an ISO date.</param>
    /// <param name="until">The last day that counts.</param>
    /// <param name="question">Which party and topic.</param>
    public static ImmutableArray<TurnedUndertaking> Of(IEnumerable<BoardEntry> entries, string since, string until, Question question) =>
        [
            .. entries
                .Select(entry => BoardCut.At(entry, until))
                .OfType<BoardEntry>()
                .Where(entry =>
                    (question.IsParty(entry.Side, entry.Party) || question.IsParty(entry.By)) && question.IsTopic(entry.Kind, entry.Words)
                )
                .Select(entry => Of(entry, since, until))
                .OfType<TurnedUndertaking>()
                .OrderByDescending(change => change.Change.Because[0].Published, StringComparer.Ordinal)
                .ThenBy(change => change.Id, StringComparer.Ordinal),
        ];

    private static TurnedUndertaking? Of(BoardEntry entry, string since, string until)
    {
        var was = entry.History.LastOrDefault(step => string.CompareOrdinal(step.At, since) < 0);
        if (entry.History is not [.., var last] || was?.To == last.To)
            return null;
        var because = entry
            .History.Where(step => string.CompareOrdinal(step.At, since) >= 0)
            .SelectMany(step => step.Because)
            .ToHashSet(StringComparer.Ordinal);
        var citations = entry
            .Contradicts.Concat(entry.Supports)
            .Concat(entry.Doubts)
            .Where(witness => because.Contains(witness.Record))
            .Select(Cite)
            .Where(citation => citation.Published is { } day && string.CompareOrdinal(day, until) <= 0)
            .DistinctBy(citation => (citation.Article, citation.Start))
            .OrderByDescending(citation => citation.Published, StringComparer.Ordinal)
            .Concat(entry.ToldBy.Take(1).Select(telling => Cite(telling, entry.Words)));
        return new TurnedUndertaking(
            entry.Id,
            entry.Words,
            last.Rule,
            new LedgerChange
            {
                Kind = "undertaking",
                Subject = $"{entry.Party} · {entry.Kind}",
                Side = entry.Side,
                Party = entry.Party,
                Topic = entry.Kind,
                From = was?.To,
                To = last.To,
                Importance = Importance,
                Because = [.. citations],
            }
        );
    }

    private static Citation Cite(BoardWitness witness) =>
        new(
            witness.Article,
            witness.Source,
            witness.Outlet,
            Day(witness.Published),
            witness.Record.Split('/')[^1],
            witness.Sentence,
            witness.Start,
            witness.End
        );

    private static Citation Cite(BoardTelling telling, string words) =>
        new(telling.Article, telling.Source, telling.Outlet, Day(telling.Published), "", words, telling.Start, telling.End);

    private static string? Day(string? published) => published is { Length: >= 10 } ? published[..10] : null;
}
