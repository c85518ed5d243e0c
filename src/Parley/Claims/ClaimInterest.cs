namespace Parley.Claims;

/// <summary>How what an origin says lies to its own interest.</summary>
public enum ClaimInterest
{
    /// <summary>It says what harms it, or grants its adversary something.</summary>
    Against,

    /// <summary>It has no stake.</summary>
    Neutral,

    /// <summary>Its stake is not known.</summary>
    Unknown,

    /// <summary>It harms and serves it at once.</summary>
    Mixed,

    /// <summary>It serves it.</summary>
    Aligned,
}
