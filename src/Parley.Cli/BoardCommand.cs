using System.CommandLine;
using Parley.Assessments;
using Parley.Ledger;

namespace Parley.Cli;

/// <summary><c>parley board</c>: the undertakings of a ledger, word against deed.</summary>
internal static class BoardCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var ledgerFile = LedgerFile.Option();
        var json = new Option<bool>("--json") { Description = "Print the board as JSON." };
        var least = MinConfidence.Option(
            "Use records of this confidence or more, 0 to 1, and leave the others out; without it, each kind has its own threshold."
        );
        var command = new Command(
            "board",
            "Shows each undertaking of a ledger once: its words, area and limits, and who supports, doubts or contradicts it."
        )
        {
            ledgerFile,
            least,
            json,
        };
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            var minConfidence = MinConfidence.Of(call.GetValue(least));
            using var ledger = LedgerFile.Open(call.GetRequiredValue(ledgerFile));
            var readings = ledger.Readings();
            if (minConfidence is { } confidence)
                readings = [.. readings.Select(reading => reading.WithMinConfidence(confidence))];
            var assessments = Assessor.Assess(readings);
            if (call.GetValue(json))
                session.Output.WriteLine(BoardJson.Write(assessments));
            else
                new BoardScreen(session).Write(
                    assessments,
                    readings.Sum(reading => reading.Undertakings.Count(undertaking => undertaking.Uncertain))
                );
            return ExitCode.Done;
        });
        return command;
    }
}
