namespace Parley.Assessments;

/// <summary>What the one who tells a thing has to gain by it.</summary>
public enum Interest
{
    /// <summary>He speaks against himself: his own breach or loss, or the adversary's compliance without credit to himself.</summary>
    Against,

    /// <summary>No stake is found.</summary>
    Neutral,

    /// <summary>Whether there is a stake is not known.</summary>
    Unknown,

    /// <summary>The adversary's compliance told as a success of one's own.</summary>
    Mixed,

    /// <summary>His own success or compliance, or the adversary's breach.</summary>
    Aligned,
}
