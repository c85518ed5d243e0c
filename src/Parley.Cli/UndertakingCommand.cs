using System.CommandLine;
using Parley.Assessments;
using Parley.Intake;
using Parley.Ledger;

namespace Parley.Cli;

/// <summary><c>parley undertaking ID</c>: all that a ledger knows of one undertaking.</summary>
internal static class UndertakingCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var query = new LedgerQuery();
        var id = new Argument<string>("ID") { Description = "The id of the undertaking, as the board prints it." };
        var command = new Command(
            "undertaking",
            "Shows one undertaking: all its wordings and terms, each piece of evidence with its weight, the rules that judged it, and its history by day."
        )
        {
            id,
        };
        query.AddTo(command);
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            var question = query.Of(call);
            var wanted = call.GetRequiredValue(id);
            session.LedgerName = question.File;
            using var ledger = question.Open();
            var row = ledger
                .Derived(LedgerFunctions.Board, new DerivedQuery("account") { Id = wanted, AsOf = question.AsOf })
                .FirstOrDefault();
            var account = row is null ? null : BoardJson.ReadAccount(row.Body);
            if (account is null || BoardCut.At(account.Entry, Judgement.Day(session, ledger, question)) is not { } entry)
                throw new ProblemException(Problems.NotInLedger("undertaking", wanted, "see parley board"), ExitCode.Usage);
            account = account with { Entry = entry };
            if (question.Json)
                session.Output.WriteLine(BoardJson.Write(account));
            else
                new UndertakingScreen(session).Write(account);
            return ExitCode.Done;
        });
        return command;
    }
}
