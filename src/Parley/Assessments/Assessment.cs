using System.Collections.Immutable;
using Parley.Ledger;
using Parley.Ledger.Origins;

namespace Parley.Assessments;

/// <summary>An undertaking with all that a ledger holds for and against it.</summary>
public sealed record Assessment
{
    /// <summary>The undertaking.</summary>
    public required JoinedUndertaking Undertaking { get; init; }

    /// <summary>How it stands.</summary>
    public required AssessmentStatus Status { get; init; }

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
}
