namespace Parley.Assessments;

/// <summary>A turn in the life of an undertaking that its own words bring about.</summary>
public enum Turn
{
    /// <summary>None: it is evidence of keeping, breach or doubt.</summary>
    None,

    /// <summary>The party takes it back.</summary>
    Revokes,

    /// <summary>The party, or both sides, tell that its condition failed.</summary>
    Voids,

    /// <summary>The party puts another undertaking in its place.</summary>
    Supersedes,
}
