using System.Collections.Immutable;

namespace Parley.Claims;

/// <summary>How two claims stand to each other, slot by slot.</summary>
/// <param name="Outcome">What follows from the slots.</param>
/// <param name="Slots">All seven slots, in their order.</param>
public sealed record Comparison(ComparisonOutcome Outcome, ImmutableArray<SlotComparison> Slots)
{
    /// <summary>How the two stand in a slot.</summary>
    public SlotMatch this[Slot slot] => Slots[(int)slot].Match;
}

/// <summary>What follows from comparing two claims.</summary>
public enum ComparisonOutcome
{
    /// <summary>They are one claim: nothing differs, and enough is the same.</summary>
    Same,

    /// <summary>They cannot both be so: one happening, told as done and as not done, or with numbers that exclude each other.</summary>
    Contradicts,

    /// <summary>They are about different things.</summary>
    Another,

    /// <summary>Nothing differs, and too little is the same to say.</summary>
    Unclear,
}
