using System.Collections.Immutable;
using Parley.Claims;

namespace Parley.Answers;

/// <summary>Which claims are asked for.</summary>
public static class ClaimsAnswer
{
    /// <summary>An id is found by so many of its first letters.</summary>
    private const int LeastDigits = 3;

    /// <summary>The statuses in the order in which lists show them: what is in dispute first.</summary>
    public static ImmutableArray<string> Order { get; } =
    ["contradicted", "contested", "disputed (parties only)", "doubted", "agreed", "corroborated", "supported", "claimed"];

    /// <summary>Those of the party and topic that are asked for.</summary>
    public static IEnumerable<ClaimAssessment> Chosen(ImmutableArray<ClaimAssessment> all, Question question) =>
        all.Where(claim =>
            (question.Party is null || Parties(claim).Any(code => question.IsParty(code)) || IsNamed(claim, question))
            && question.IsTopic(claim.Claim.First.Deed, claim.Claim.First.Mode)
        );

    /// <summary>Codes of the doers and the objects of a claim.</summary>
    public static IEnumerable<string> Parties(ClaimAssessment claim) => claim.Claim.First.Doers.Concat(claim.Claim.First.Objects);

    /// <summary>The claims that an id can mean: a claim's, its beginning, or that of a record that tells it (<c>3fa9c1d2/e4</c>).</summary>
    public static ImmutableArray<ClaimAssessment> Find(ImmutableArray<ClaimAssessment> all, string id) =>
        [
            .. all.Where(claim =>
                claim.Claim.Id == id
                || (id.Length >= LeastDigits && claim.Claim.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase))
                || claim.Claim.Tellings.Any(told => told.Id == id || ClaimEntries.Cite(told).Id == id)
            ),
        ];

    /// <summary>True where the party that is asked for by name is a doer or an object.</summary>
    private static bool IsNamed(ClaimAssessment claim, Question question) =>
        claim.Claim.First.Reading.Actors.Any(actor =>
            string.Equals(actor.Name, question.Party, StringComparison.OrdinalIgnoreCase) && Parties(claim).Contains(actor.Code)
        );
}
