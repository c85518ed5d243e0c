using System.Collections.Immutable;
using System.CommandLine;
using Parley.Answers;
using Parley.Claims;
using Parley.Intake;

namespace Parley.Cli;

/// <summary><c>parley claim ID</c>: who says so, who says the contrary, what is unclear, what would change it.</summary>
internal static class ClaimCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var id = new Argument<string>("ID")
        {
            Description =
                "Id of a claim (c4f2a1b0) as parley claims prints it, or its beginning; or of a record that tells it (3fa9c1d2/e4).",
        };
        var query = new LedgerQuery();
        var command = new Command(
            "claim",
            "Shows one claim: its origins for and against, one sentence each, what is unclear, and what would change how it stands."
        )
        {
            id,
        };
        query.AddTo(command);
        command.SetAction(call =>
        {
            var (session, question) = (Session.Of(call), query.Of(call));
            var wanted = call.GetRequiredValue(id);
            var all = ClaimAssessor.Assess(question.Readings());
            var found = ClaimsAnswer.Find(all, wanted);
            if (found.Length != 1)
                throw new ProblemException(Missing(wanted, found, all), ExitCode.Usage);
            var entry = ClaimEntries.Of(found[0], all);
            if (question.Json)
                LedgerJson.Write(session, entry);
            else
                new ClaimScreen(session).Write(entry);
            return ExitCode.Done;
        });
        return command;
    }

    private static Problem Missing(string wanted, ImmutableArray<ClaimAssessment> found, IEnumerable<ClaimAssessment> all)
    {
        var near = (found.Length > 0 ? found.Select(claim => claim.Claim.Id) : NearWords.Of(wanted, all.Select(claim => claim.Claim.Id)))
            .Take(3)
            .ToList();
        return Problems.NotInLedger(
            "claim",
            wanted,
            near.Count > 0 ? $"did you mean {string.Join(" or ", near)}?" : "see the ids with: parley claims"
        );
    }
}
