using System.CommandLine;
using Parley.Assessments;

namespace Parley.Cli;

/// <summary><c>parley board</c>: the undertakings of a ledger, word against deed.</summary>
internal static class BoardCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var ledgerFile = LedgerFile.Option();
        var json = new Option<bool>("--json") { Description = "Print the board as JSON." };
        var command = new Command(
            "board",
            "Shows each undertaking of a ledger once: its words, area and limits, and who supports, doubts or contradicts it."
        )
        {
            ledgerFile,
            json,
        };
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            using var ledger = LedgerFile.Open(call.GetRequiredValue(ledgerFile));
            var assessments = Assessor.Assess(ledger);
            if (call.GetValue(json))
                session.Output.WriteLine(BoardJson.Write(assessments));
            else
                new BoardScreen(session).Write(assessments);
            return ExitCode.Done;
        });
        return command;
    }
}
