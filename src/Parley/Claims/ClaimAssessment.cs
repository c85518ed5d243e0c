using System.Collections.Immutable;
using Parley.Assessments;

namespace Parley.Claims;

/// <summary>A claim with all that a ledger holds for and against it.</summary>
public sealed record ClaimAssessment
{
    /// <summary>The claim.</summary>
    public required JoinedClaim Claim { get; init; }

    /// <summary>How it stands, with its rule and sums.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Who says so; the first is the claimant.</summary>
    public required ImmutableArray<ClaimTestimony> Supports { get; init; }

    /// <summary>Who says the contrary.</summary>
    public ImmutableArray<ClaimTestimony> Contradicts { get; init; } = [];

    /// <summary>Number of articles that tell it or the contrary.</summary>
    public required int Reports { get; init; }

    /// <summary>Number of outlets of those articles.</summary>
    public required int Outlets { get; init; }

    /// <summary>Number of independent origins, for and against.</summary>
    public required int Origins { get; init; }
}
