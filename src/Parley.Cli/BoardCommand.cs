using System.CommandLine;
using Parley.Answers;
using Parley.Assessments;
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
            if (question is { Json: true, AsOf: null, Party: null, Topic: null } && minConfidence is null)
            {
                var rows = ledger.Derived(LedgerFunctions.Board, new DerivedQuery("board"));
                session.Output.WriteLine(BoardLines.Write(rows.Select(row => row.Body), Judgement.Day(ledger, null, session.Now())));
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
}
