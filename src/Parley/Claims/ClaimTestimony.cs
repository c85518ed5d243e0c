using Parley.Assessments;
using Parley.Records;

namespace Parley.Claims;

/// <summary>One telling that bears on a claim.</summary>
public sealed record ClaimTestimony
{
    /// <summary>The telling.</summary>
    public required Claim Claim { get; init; }

    /// <summary>As the rules see it: origin, basis, interest, and whether it says so or the contrary.</summary>
    public required EvidenceItem Item { get; init; }

    /// <summary>The statement by which it is said; null where the article says it itself.</summary>
    public Statement? Statement { get; init; }

    /// <summary>The name of who says it; null where the article says it itself or the speaker is hidden.</summary>
    public string? Teller { get; init; }

    /// <summary>The side of who says it (<c>UKR</c>); null where none is known.</summary>
    public string? Side { get; init; }

    /// <summary>The sentence that proves it.</summary>
    public Span Sentence { get; init; }

    /// <summary>True where it says the contrary.</summary>
    public bool IsContrary => Item.Stance == Stance.Contradicts;
}
