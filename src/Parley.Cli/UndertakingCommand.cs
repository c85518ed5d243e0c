using System.CommandLine;
using Parley.Answers;
using Parley.Assessments;
using Parley.Intake;

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
            var account =
                BoardAnswer.Account(ledger, wanted, question, session.Now())
                ?? throw new ProblemException(Problems.NotInLedger("undertaking", wanted, "see parley board"), ExitCode.Usage);
            if (question.Json)
                session.Output.WriteLine(BoardJson.Write(account));
            else
                new UndertakingScreen(session).Write(account);
            return ExitCode.Done;
        });
        return command;
    }
}
