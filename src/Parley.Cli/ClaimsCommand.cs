using System.Collections.Immutable;
using System.CommandLine;
using Parley.Answers;
using Parley.Claims;

namespace Parley.Cli;

/// <summary><c>parley claims</c>: what is claimed to have been done, and how each claim stands.</summary>
internal static class ClaimsCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var query = new LedgerQuery();
        var command = new Command(
            "claims",
            "Shows what is said to have been done, each claim once, with how many independent origins stand for it and against it."
        );
        query.AddTo(command);
        command.SetAction(call =>
        {
            var (session, question) = (Session.Of(call), query.Of(call));
            var readings = question.Readings();
            var all = ClaimAssessor.Assess(readings);
            question.CheckParty(readings, all.SelectMany(ClaimsAnswer.Parties).Select(code => ((string?)code, (string?)null)));
            ImmutableArray<ClaimEntry> claims = [.. ClaimsAnswer.Chosen(all, question).Select(claim => ClaimEntries.Of(claim))];
            if (question.Json)
                LedgerJson.Write(session, claims);
            else
                new ClaimScreen(session).Write(claims, EmptyLedger.Why(readings.Length, question, "claim"));
            return ExitCode.Done;
        });
        return command;
    }
}
