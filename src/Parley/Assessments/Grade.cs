namespace Parley.Assessments;

/// <summary>How reliable a source is, by the letters of the Admiralty scale. F is not the worst: it cannot be judged.</summary>
public enum Grade
{
    /// <summary>Completely reliable.</summary>
    A,

    /// <summary>Usually reliable.</summary>
    B,

    /// <summary>Fairly reliable.</summary>
    C,

    /// <summary>Not usually reliable.</summary>
    D,

    /// <summary>Unreliable.</summary>
    E,

    /// <summary>Cannot be judged.</summary>
    F,
}
