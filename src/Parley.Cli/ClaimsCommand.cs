using System.Collections.Immutable;
using System.CommandLine;
using Parley.Claims;
using Parley.Records;

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
            ImmutableArray<ClaimEntry> claims =
            [
                .. Choose(ClaimAssessor.Assess(readings), readings, question).Select(claim => ClaimEntries.Of(claim)),
            ];
            if (question.Json)
                LedgerJson.Write(session, claims);
            else
                new ClaimScreen(session).Write(claims, EmptyLedger.Why(readings, question, "claim"));
            return ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<ClaimAssessment> Choose(
        ImmutableArray<ClaimAssessment> all,
        ImmutableArray<Reading> readings,
        LedgerQuestion question
    )
    {
        question.CheckParty(readings, all.SelectMany(Parties).Select(code => ((string?)code, (string?)null)));
        return all.Where(claim =>
            (question.Party is null || Parties(claim).Any(code => question.IsParty(code)) || IsNamed(claim, question))
            && question.IsTopic(claim.Claim.First.Deed, claim.Claim.First.Mode)
        );
    }

    private static IEnumerable<string> Parties(ClaimAssessment claim) => claim.Claim.First.Doers.Concat(claim.Claim.First.Objects);

    /// <summary>True where the party that is asked for by name is a doer or an object.</summary>
    private static bool IsNamed(ClaimAssessment claim, LedgerQuestion question) =>
        claim.Claim.First.Reading.Actors.Any(actor =>
            string.Equals(actor.Name, question.Party, StringComparison.OrdinalIgnoreCase) && Parties(claim).Contains(actor.Code)
        );
}
