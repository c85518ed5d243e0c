using System.Collections.Immutable;
using Parley.Assessments;
using Parley.Corrections;
using Parley.Ledger;

namespace Parley.Answers;

/// <summary>The board as of a day: the undertakings of a ledger, word against deed.</summary>
public sealed record BoardAnswer
{
    /// <summary>The ISO day on which they are judged.</summary>
    public required string Day { get; init; }

    /// <summary>All undertakings of the sides that are asked for, whatever topic, in the order of the ledger.</summary>
    public required ImmutableArray<BoardEntry> All { get; init; }

    /// <summary>Those of the party and topic that are asked for.</summary>
    public required ImmutableArray<BoardEntry> Entries { get; init; }

    /// <summary>Number of undertakings that are left out as uncertain.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Asks a ledger for the board.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="now">What time it is: no day that is still to come is judged.</param>
    /// <param name="minConfidence">Use records of this confidence or more; null for each kind's own threshold.</param>
    public static BoardAnswer Of(ILedger ledger, Question question, DateTimeOffset now, double? minConfidence = null)
    {
        var day = Judgement.Day(ledger, question.AsOf, now);
        var query = new DerivedQuery("board") { AsOf = question.AsOf, MinConfidence = minConfidence };
        ImmutableArray<BoardEntry> all =
        [
            .. Rows(ledger, query, question)
                .AsParallel()
                .AsOrdered()
                .Select(row => BoardCut.At(BoardJson.ReadEntry(row.Body), day))
                .OfType<BoardEntry>(),
        ];
        return new BoardAnswer
        {
            Day = day,
            All = all,
            Entries = [.. all.Where(entry => IsAsked(entry, question))],
            LeftOut = ledger.CountUncertain(RecordKind.Undertaking, question.AsOf, minConfidence),
        };
    }

    /// <summary>The rows of the one side whose code is asked for, or a code within it; else all, since a name may be that of any.</summary>
    private static ImmutableArray<DerivedRow> Rows(ILedger ledger, DerivedQuery query, Question question)
    {
        if (question.Party is not { } party || query is not { AsOf: null, MinConfidence: null })
            return ledger.Derived(LedgerFunctions.Board, query);
        var sides = ledger
            .Derived(LedgerFunctions.Board, query with { OneOfParty = true, Bodiless = true })
            .Select(row => row.Party)
            .OfType<string>()
            .Where(side => question.IsParty(side) || new Question { Party = side }.IsParty(party))
            .ToList();
        return sides is [var one]
            ? ledger.Derived(LedgerFunctions.Board, query with { Party = one })
            : ledger.Derived(LedgerFunctions.Board, query);
    }

    /// <summary>The same board with the entries of another party and topic.</summary>
    public BoardAnswer Chosen(Question question) => this with { Entries = [.. All.Where(entry => IsAsked(entry, question))] };

    /// <summary>All that a ledger knows of one undertaking; null where it has none of that id, or not yet on that day.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="id">The undertaking's id.</param>
    /// <param name="question">As of which day.</param>
    /// <param name="now">What time it is.</param>
    public static UndertakingAccount? Account(ILedger ledger, string id, Question question, DateTimeOffset now)
    {
        var row = ledger.Derived(LedgerFunctions.Board, new DerivedQuery("account") { Id = id, AsOf = question.AsOf }).FirstOrDefault();
        if (row is null)
            return null;
        var account = BoardJson.ReadAccount(row.Body);
        return BoardCut.At(account.Entry, Judgement.Day(ledger, question.AsOf, now)) is { } entry ? account with { Entry = entry } : null;
    }

    private static bool IsAsked(BoardEntry entry, Question question) =>
        (question.IsParty(entry.Side, entry.Party) || question.IsParty(entry.By)) && question.IsTopic(entry.Kind, entry.Words);
}
