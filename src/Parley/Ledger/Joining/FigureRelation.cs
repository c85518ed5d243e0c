namespace Parley.Ledger.Joining;

/// <summary>How a figure of one article stands to one of another.</summary>
public enum FigureRelation
{
    /// <summary>They count different things, or it cannot be told that they count the same.</summary>
    Unrelated,

    /// <summary>The same number of the same things.</summary>
    Same,

    /// <summary>The later one takes the place of the earlier: the same counter counts on, or the later names the earlier as what was before.</summary>
    Supersedes,

    /// <summary>The later one takes the place of the earlier, which it says was wrong.</summary>
    Corrects,

    /// <summary>Two counters count the same things and differ: both stand, and are never averaged or added.</summary>
    StandsBeside,
}
