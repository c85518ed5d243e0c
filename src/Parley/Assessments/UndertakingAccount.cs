using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>All that a ledger knows of one undertaking: its entry on the board, its terms, the sums behind its standing and what the standing hangs on.</summary>
public sealed record UndertakingAccount
{
    /// <summary>Its entry on the board.</summary>
    public required BoardEntry Entry { get; init; }

    /// <summary>Every wording of the promise, each once.</summary>
    public ImmutableArray<string> Renderings { get; init; } = [];

    /// <summary><c>do</c>, <c>refrain</c>, <c>reduce</c>, <c>maintain</c> or <c>allow</c>.</summary>
    public required string Act { get; init; }

    /// <summary>What it is about, its object; empty where the words name nothing.</summary>
    public required string Matter { get; init; }

    /// <summary>The strongest word of degree; null for none.</summary>
    public string? Degree { get; init; }

    /// <summary>The share of what was before that may remain by that word, 0 to 1; null for none.</summary>
    public double? Residual { get; init; }

    /// <summary>How firmly it binds, 4 decided or signed to 0 considered.</summary>
    public int Strength { get; init; }

    /// <summary><c>written</c> or <c>spoken</c>.</summary>
    public required string Form { get; init; }

    /// <summary><c>unilateral</c>, <c>bilateral</c> or <c>multilateral</c>.</summary>
    public required string Sidedness { get; init; }

    /// <summary>Sides it was given to, or that are bound with it.</summary>
    public ImmutableArray<string> Addressees { get; init; } = [];

    /// <summary><c>act</c> or <c>outcome</c>.</summary>
    public required string Pledge { get; init; }

    /// <summary>Why nobody could see whether it is kept; null where one could.</summary>
    public string? NotTestable { get; init; }

    /// <summary>Id of the undertaking whose place it takes; null for none.</summary>
    public string? Supersedes { get; init; }

    /// <summary>The claim that it is kept.</summary>
    public required AccountOfClaim Kept { get; init; }

    /// <summary>The claim that it is broken.</summary>
    public required AccountOfClaim Broken { get; init; }

    /// <summary>What each piece of evidence weighs, and why.</summary>
    public ImmutableArray<WeighedRecord> Weighed { get; init; } = [];

    /// <summary>Weights of which a quarter more or less would change how it stands.</summary>
    public ImmutableArray<AccountOfWeight> Sensitivity { get; init; } = [];

    /// <summary>Hash of the weights and of all that was weighed: the same on every replay.</summary>
    public required string Run { get; init; }
}

/// <summary>A claim with its sums.</summary>
/// <param name="Status">"corroborated".</param>
/// <param name="Rule">Number of the rule that fitted first.</param>
/// <param name="For">P, the sum for it.</param>
/// <param name="Against">N, the sum against it.</param>
/// <param name="Groups">Number of independent groups for it.</param>
/// <param name="High">The sum from which it would be corroborated.</param>
/// <param name="Low">The sum from which what is said against it counts.</param>
public sealed record AccountOfClaim(string Status, int Rule, double For, double Against, int Groups, double High, double Low);

/// <summary>What a piece of evidence weighs.</summary>
/// <param name="Record">Its id.</param>
/// <param name="Stance">"supports", "contradicts" or "doubts".</param>
/// <param name="Origin">Whose information it is.</param>
/// <param name="Basis">How he knows.</param>
/// <param name="Grade">How reliable he is, A to F.</param>
/// <param name="Interest">What he has to gain.</param>
/// <param name="Match">How far it is about the same.</param>
/// <param name="Weight">The product, capped.</param>
/// <param name="Because">What made it evidence.</param>
public sealed record WeighedRecord(
    string Record,
    string Stance,
    string Origin,
    string Basis,
    string Grade,
    string Interest,
    string Match,
    double Weight,
    string Because
);

/// <summary>A weight on which the standing hangs.</summary>
/// <param name="Weight">Its name.</param>
/// <param name="Factor">0.75 or 1.25.</param>
/// <param name="State">How the undertaking would stand then.</param>
public sealed record AccountOfWeight(string Weight, double Factor, string State);
