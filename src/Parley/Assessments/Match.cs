namespace Parley.Assessments;

/// <summary>How far a piece of evidence speaks of the claim's own matter, area and time.</summary>
public enum Match
{
    /// <summary>Wholly.</summary>
    Full,

    /// <summary>In part, or the place is not told.</summary>
    Partial,

    /// <summary>Not at all.</summary>
    None,
}
