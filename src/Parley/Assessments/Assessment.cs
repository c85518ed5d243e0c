using System.Collections.Immutable;
using Parley.Ledger;
using Parley.Ledger.Origins;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>An undertaking with all that a ledger holds for and against it, and how it stands.</summary>
public sealed record Assessment
{
    /// <summary>The undertaking.</summary>
    public required JoinedUndertaking Undertaking { get; init; }

    /// <summary>Its life by day, in order; the last step tells how it stands. Empty where it was not yet given on the day of the judgement.</summary>
    public required ImmutableArray<StateChange> History { get; init; }

    /// <summary>The claim that it is kept, over all evidence.</summary>
    public required Verdict Keeping { get; init; }

    /// <summary>The claim that it is broken, over all evidence that lays a breach to the party.</summary>
    public required Verdict Breach { get; init; }

    /// <summary>Who says that it is kept.</summary>
    public ImmutableArray<Testimony> Supports { get; init; } = [];

    /// <summary>Who doubts it.</summary>
    public ImmutableArray<Testimony> Doubts { get; init; } = [];

    /// <summary>Who says that it is not kept, or that it is taken back.</summary>
    public ImmutableArray<Testimony> Contradicts { get; init; } = [];

    /// <summary>The origins of the articles that tell it or speak to it, in the order of the ledger: which are copies of which.</summary>
    public ImmutableArray<ArticleOrigin> Articles { get; init; } = [];

    /// <summary>Number of articles that tell it or speak to it.</summary>
    public required int Reports { get; init; }

    /// <summary>Number of outlets of those articles.</summary>
    public required int Outlets { get; init; }

    /// <summary>Number of independent origins: the party itself, and each other that speaks to it, once.</summary>
    public required int Origins { get; init; }

    /// <summary>Weights of which a quarter more or less would change how it stands.</summary>
    public ImmutableArray<Sensitivity> Sensitivities { get; init; } = [];

    /// <summary>How it stands.</summary>
    public UndertakingStatus State => History.IsEmpty ? UndertakingStatus.Announced : History[^1].To;
}

/// <summary>A weight on which a standing hangs.</summary>
/// <param name="Weight">Its name in <c>rules/assessment</c>.</param>
/// <param name="Factor">What it is taken times: 0.75 or 1.25.</param>
/// <param name="State">How the undertaking would stand then.</param>
public sealed record Sensitivity(string Weight, double Factor, UndertakingStatus State);
