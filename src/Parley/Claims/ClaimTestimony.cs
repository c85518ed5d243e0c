using Parley.Records;

namespace Parley.Claims;

/// <summary>One telling that bears on a claim.</summary>
public sealed record ClaimTestimony
{
    /// <summary>The telling.</summary>
    public required Claim Claim { get; init; }

    /// <summary>True where it says the contrary.</summary>
    public bool IsContrary { get; init; }

    /// <summary>The statement by which it is said; null where the article says it itself.</summary>
    public Statement? Statement { get; init; }

    /// <summary>The name of who says it; null where the article says it itself or the speaker is hidden.</summary>
    public string? Teller { get; init; }

    /// <summary>The side of who says it (<c>UKR</c>); null where none is known.</summary>
    public string? Side { get; init; }

    /// <summary>What tells independent origins apart: the side (one command is one origin), else the speaker, else the origin of the article's own words.</summary>
    public required string Origin { get; init; }

    /// <summary>What its word rests on.</summary>
    public ClaimBasis Basis { get; init; }

    /// <summary>How it lies to its interest.</summary>
    public ClaimInterest Interest { get; init; }

    /// <summary>What it weighs, 0 to 1.5.</summary>
    public double Weight { get; init; }

    /// <summary>The sentence that proves it.</summary>
    public Span Sentence { get; init; }
}
