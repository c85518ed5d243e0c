using System.Collections.Immutable;
using System.CommandLine;
using Parley.Answers;
using Parley.Assessments;
using Parley.Corrections;
using Parley.Ledger;

namespace Parley.Cli;

/// <summary><c>parley board</c>: the undertakings of a ledger, word against deed.</summary>
internal static class BoardCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var query = new LedgerQuery();
        var least = MinConfidence.Option(
            "Use records of this confidence or more, 0 to 1, and leave the others out; without it, each kind has its own threshold."
        );
        var command = new Command(
            "board",
            "Shows each undertaking of a ledger once: its words, area and limits, who supports, doubts or contradicts it, and how it stood day by day."
        )
        {
            least,
        };
        query.AddTo(command);
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            var question = query.Of(call);
            var minConfidence = MinConfidence.Of(call.GetValue(least));
            session.LedgerName = question.File;
            using var ledger = question.Open();
            if (question is { AsOf: null, Party: null, Topic: null } && minConfidence is null)
            {
                WriteAll(session, ledger, question.Json);
                return ExitCode.Done;
            }
            var board = BoardAnswer.Of(ledger, question, session.Now(), minConfidence);
            question.CheckParty(board.All.SelectMany(entry => new (string?, string?)[] { (entry.Side, entry.Party), (entry.By, null) }));
            if (question.Json)
                session.Output.WriteLine(BoardJson.Write(board.Entries));
            else
                new BoardScreen(session).Write(board.Entries, board.LeftOut);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The whole board as it is kept; of what nobody reads no entry is made.</summary>
    private static void WriteAll(Session session, ILedger ledger, bool asJson)
    {
        var day = Judgement.Day(ledger, null, session.Now());
        var query = new DerivedQuery("board");
        if (asJson)
        {
            session.Output.WriteLine(BoardLines.Write(ledger.Derived(LedgerFunctions.Board, query).Select(row => row.Body), day));
            return;
        }
        var rows = ledger.Derived(LedgerFunctions.Board, query with { Limit = BoardScreen.Most });
        var (entries, read) = First(rows, day);
        var all = rows.Length;
        if (all == BoardScreen.Most && entries.Length == BoardScreen.Most)
            all = Math.Max(all, ledger.Derived(LedgerFunctions.Board, query with { Bodiless = true }).Length);
        else if (all == BoardScreen.Most)
        {
            // Some of the first were not yet given on the day: others take their places.
            rows = ledger.Derived(LedgerFunctions.Board, query);
            (all, (entries, read)) = (rows.Length, First(rows, day));
        }
        var leftOut = ledger.CountUncertain(RecordKind.Undertaking, null, null);
        new BoardScreen(session).Write(entries, leftOut, all - read);
    }

    /// <summary>The first entries that are printed, and how many rows were looked at for them.</summary>
    private static (ImmutableArray<BoardEntry> Entries, int Read) First(ImmutableArray<DerivedRow> rows, string day)
    {
        var (entries, read) = (ImmutableArray.CreateBuilder<BoardEntry>(), 0);
        for (; read < rows.Length && entries.Count < BoardScreen.Most; read++)
            if (BoardCut.At(BoardJson.ReadEntry(rows[read].Body), day) is { } entry)
                entries.Add(entry);
        return (entries.ToImmutable(), read);
    }
}
