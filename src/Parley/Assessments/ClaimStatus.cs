namespace Parley.Assessments;

/// <summary>How a claim stands over all evidence, by the rules of <see cref="ClaimJudge"/>; the number of each is that of its rule.</summary>
public enum ClaimStatus
{
    /// <summary>Its origin withdrew it.</summary>
    Retracted = 1,

    /// <summary>An adverse party says so too, one side speaks against its interest, nothing contradicts.</summary>
    Agreed = 2,

    /// <summary>Enough weight of at least two independent groups, one of them without a stake, and hardly anything against it.</summary>
    Corroborated = 3,

    /// <summary>Enough weight against it of at least two independent groups, one of them without a stake, and nobody outside for it.</summary>
    Contradicted = 4,

    /// <summary>Some outside the claimant say so, others the contrary.</summary>
    Contested = 5,

    /// <summary>Only the parties speak, against each other.</summary>
    Disputed = 6,

    /// <summary>Others doubt or deny it, nobody outside supports it.</summary>
    Doubted = 7,

    /// <summary>Others support it, not enough to corroborate it.</summary>
    Supported = 8,

    /// <summary>One origin alone says so, however many outlets carry it.</summary>
    Claimed = 9,

    /// <summary>A later figure of the same counter took its place.</summary>
    Superseded = 10,
}
