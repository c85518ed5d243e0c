using System.Collections.Immutable;

namespace Parley.Ledger;

/// <summary>What the words of an undertaking bind to, in all its renderings.</summary>
public sealed record Terms
{
    /// <summary>Each wording once, in the order of the ledger: "scale back", "cut back" and "reduce" are renderings of one promise.</summary>
    public ImmutableArray<string> Renderings { get; init; } = [];

    /// <summary>What sort of conduct.</summary>
    public required PledgedAct Act { get; init; }

    /// <summary>What it is about, without degree and area: "military operations". Empty where the words name nothing.</summary>
    public string Matter { get; init; } = "";

    /// <summary>The strongest word of degree; null where there is none.</summary>
    public string? Degree { get; init; }

    /// <summary>The share of what was before that may remain by the words, 0 to 1; null where they promise no less of anything.</summary>
    public double? Residual { get; init; }

    /// <summary>How firmly it binds, 4 decided or signed to 0 considered; below 2 it is an intention, tracked but never broken.</summary>
    public int Strength { get; init; }

    /// <summary>True where it names an outcome that no one side can bring about, not an act of its own.</summary>
    public bool IsOutcome { get; init; }

    /// <summary>True where a document or decree holds it.</summary>
    public bool IsWritten { get; init; }

    /// <summary>Number of sides that are bound together: 1 is unilateral.</summary>
    public int Sides { get; init; } = 1;

    /// <summary>True where somebody could see whether it is kept.</summary>
    public bool IsTestable => NotTestable is null;

    /// <summary>Why nobody could see it; null where one could.</summary>
    public string? NotTestable { get; init; }
}

/// <summary>What sort of conduct a party binds itself to.</summary>
public enum PledgedAct
{
    /// <summary>To do a thing.</summary>
    Do,

    /// <summary>Not to do it.</summary>
    Refrain,

    /// <summary>To do less of it.</summary>
    Reduce,

    /// <summary>To go on with it.</summary>
    Maintain,

    /// <summary>To let others do it.</summary>
    Allow,
}
