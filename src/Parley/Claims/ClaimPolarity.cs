namespace Parley.Claims;

/// <summary>Whether a claim tells a deed as done, as not done, or as to come.</summary>
public enum ClaimPolarity
{
    /// <summary>It was done, or goes on.</summary>
    Done,

    /// <summary>It was not done.</summary>
    NotDone,

    /// <summary>It is announced, promised or agreed.</summary>
    Planned,
}
