using System.CommandLine;
using Parley.Answers;
using Parley.Ledger;
using Parley.Negotiations;

namespace Parley.Cli;

/// <summary><c>parley matrix</c>: topics by parties, who wants what at the table and how it moves.</summary>
internal static class MatrixCommand
{
    private const string SinceName = "--since";

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var since = new Option<string?>(SinceName) { Description = "Tell how positions have moved since that day.", HelpName = "DAY" };
        var query = new LedgerQuery();
        var command = new Command(
            "matrix",
            "Shows topics by parties: who demands, offers, accepts or rejects what, in which words, and how it moves."
        )
        {
            since,
        };
        query.AddTo(command);
        command.SetAction(call =>
        {
            var question = query.Of(call);
            var day = LedgerQuery.Day(SinceName, call.GetValue(since));
            using var ledger = question.Open();
            var all = PositionCourses.Of(PositionRows.Read(ledger, question.AsOf), day);
            var articles = new ReadingQuery { AsOf = question.AsOf };
            question.CheckParty(() => ledger.Readings(articles), all.Select(course => ((string?)course.Side, (string?)course.Party)));
            var answer = MatrixAnswer.Of(all, ledger.LastDay("9999-12-31"), question);
            if (question.Json)
                LedgerJson.Write(Session.Of(call), answer);
            else
                new MatrixScreen(Session.Of(call)).Write(
                    answer,
                    day,
                    answer.Positions.IsEmpty ? EmptyLedger.Why(ledger.Count(articles), question, "position") : ""
                );
            return ExitCode.Done;
        });
        return command;
    }
}
