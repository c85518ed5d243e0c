using System.Collections.Immutable;
using Parley.Ledger;

namespace Parley.Claims;

/// <summary>A claim as screens and files show it: plain words, and where each is told.</summary>
public sealed record ClaimEntry
{
    /// <summary><c>c</c> and eight hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>What was done (<c>ASSAULT</c>), or what is counted (<c>killed</c>).</summary>
    public required string Deed { get; init; }

    /// <summary>The mode of the deed; null where it has none.</summary>
    public string? Mode { get; init; }

    /// <summary><c>done</c>, <c>not done</c> or <c>planned</c>.</summary>
    public required string Polarity { get; init; }

    /// <summary>Codes of the doers; empty when not told.</summary>
    public ImmutableArray<string> Doers { get; init; } = [];

    /// <summary>Names of the doers in the first telling; empty when not told.</summary>
    public ImmutableArray<string> DoerNames { get; init; } = [];

    /// <summary>Codes of those it was done to; empty when not told.</summary>
    public ImmutableArray<string> Objects { get; init; } = [];

    /// <summary>Names of the places; empty when not told.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>First day of its time as an ISO date; null when not told.</summary>
    public string? Day { get; init; }

    /// <summary>How many, in the words of the first telling's numbers; empty when not told.</summary>
    public ImmutableArray<string> Numbers { get; init; } = [];

    /// <summary>The clause of the first telling.</summary>
    public required string Words { get; init; }

    /// <summary>How it stands.</summary>
    public required string Status { get; init; }

    /// <summary>The rule that decided.</summary>
    public required int Rule { get; init; }

    /// <summary>Sum of the weights for it.</summary>
    public required double For { get; init; }

    /// <summary>Sum of the weights against it.</summary>
    public required double Against { get; init; }

    /// <summary>Articles.</summary>
    public required int Reports { get; init; }

    /// <summary>Who printed them.</summary>
    public required int Outlets { get; init; }

    /// <summary>Independent origins.</summary>
    public required int Origins { get; init; }

    /// <summary>Where it was first told.</summary>
    public required Citation First { get; init; }

    /// <summary>The origins that say so; the first is the claimant.</summary>
    public required ImmutableArray<ClaimOrigin> Supports { get; init; }

    /// <summary>The origins that say the contrary.</summary>
    public ImmutableArray<ClaimOrigin> Contradicts { get; init; } = [];

    /// <summary>Claims of the same deed near it that are not known to be the same, with what keeps them apart; filled for one claim alone.</summary>
    public ImmutableArray<RelatedClaim> Unclear { get; init; } = [];

    /// <summary>What would change how it stands, in a sentence.</summary>
    public required string WouldChange { get; init; }
}

/// <summary>One origin of a claim, however many outlets carry it.</summary>
/// <param name="Origin">A side, a speaker, or an outlet.</param>
/// <param name="Side">Its side; null where none is known.</param>
/// <param name="Teller">The speaker's name; null where the article itself tells it.</param>
/// <param name="Basis">What its word rests on: <c>witnessed</c>, <c>told</c>, <c>told unnamed</c>.</param>
/// <param name="Interest">How it lies to its interest: <c>against</c>, <c>neutral</c>, <c>unknown</c>, <c>mixed</c>, <c>aligned</c>.</param>
/// <param name="Weight">What it weighs, 0 to 1.5.</param>
/// <param name="Quote">Its weightiest sentence.</param>
/// <param name="CarriedBy">All other places where it is told.</param>
public sealed record ClaimOrigin(
    string Origin,
    string? Side,
    string? Teller,
    string Basis,
    string Interest,
    double Weight,
    Citation Quote,
    ImmutableArray<Citation> CarriedBy
);

/// <summary>A claim that is not known to be the same.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Differs">Slots in which the two differ; empty where none does.</param>
/// <param name="Missing">Slots that one of them does not tell, which neither agree nor differ.</param>
/// <param name="Quote">Where it was first told.</param>
public sealed record RelatedClaim(string Id, ImmutableArray<string> Differs, ImmutableArray<string> Missing, Citation Quote);
