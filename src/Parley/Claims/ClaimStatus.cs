namespace Parley.Claims;

/// <summary>How a claim stands over all articles of a ledger. Never whether it is so: only who stands behind it and who against.</summary>
public enum ClaimStatus
{
    /// <summary>The adverse side says the same, one side speaks against its own interest, and nothing contradicts.</summary>
    Agreed,

    /// <summary>Two independent origins or more, one of them with no stake in it, with enough weight, and next to nothing against.</summary>
    Corroborated,

    /// <summary>Two independent origins or more say the contrary with enough weight, and none outside the claimant's group says so too.</summary>
    Contradicted,

    /// <summary>Some outside the claimant's group say so, others the contrary.</summary>
    Contested,

    /// <summary>Only the parties speak, one against the other.</summary>
    Disputed,

    /// <summary>Some doubt or contradict it; none outside the claimant's group says so too.</summary>
    Doubted,

    /// <summary>Someone outside the claimant's group says so too, with less weight than corroboration needs.</summary>
    Supported,

    /// <summary>One origin alone, however many outlets carry it.</summary>
    Claimed,
}
