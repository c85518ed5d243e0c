namespace Parley.Assessments;

/// <summary>What a piece of evidence does to a claim.</summary>
public enum Stance
{
    /// <summary>It says so too.</summary>
    Supports,

    /// <summary>It says the contrary.</summary>
    Contradicts,

    /// <summary>It does not believe it, or could not confirm it: never a contradiction.</summary>
    Doubts,
}
