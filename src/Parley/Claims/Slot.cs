namespace Parley.Claims;

/// <summary>What two claims are compared by, one after another.</summary>
public enum Slot
{
    /// <summary>Done, not done, to come.</summary>
    Polarity,

    /// <summary>What was done.</summary>
    Deed,

    /// <summary>Who did it.</summary>
    Doer,

    /// <summary>To whom or to what.</summary>
    Target,

    /// <summary>Where.</summary>
    Place,

    /// <summary>When.</summary>
    Time,

    /// <summary>How many.</summary>
    Number,
}

/// <summary>How two claims stand in one slot.</summary>
public enum SlotMatch
{
    /// <summary>Both tell the same, or one lies within the other.</summary>
    Same,

    /// <summary>One does not tell it, or the words leave it open: they neither agree nor differ.</summary>
    Missing,

    /// <summary>They tell different things.</summary>
    Differs,
}

/// <summary>One slot of a comparison.</summary>
/// <param name="Slot">Which.</param>
/// <param name="Match">How the two stand in it.</param>
public readonly record struct SlotComparison(Slot Slot, SlotMatch Match);
