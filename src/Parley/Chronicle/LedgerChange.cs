using System.Collections.Immutable;
using Parley.Ledger;

namespace Parley.Chronicle;

/// <summary>What changed between two days.</summary>
public sealed record LedgerChange
{
    /// <summary><c>undertaking</c>, <c>proposal</c>, <c>position</c>, <c>claim</c> or <c>figure</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about: "Russia · reduction-of-operations".</summary>
    public required string Subject { get; init; }

    /// <summary>The side; null where none is told.</summary>
    public string? Side { get; init; }

    /// <summary>Its name; null where none is told.</summary>
    public string? Party { get; init; }

    /// <summary>Topic, kind or deed.</summary>
    public required string Topic { get; init; }

    /// <summary>How it stood on the first day; null where it was not there.</summary>
    public string? From { get; init; }

    /// <summary>How it stands on the second.</summary>
    public required string To { get; init; }

    /// <summary>How much it matters, the most first: 1 to 5.</summary>
    public required int Importance { get; init; }

    /// <summary>The sentences that brought it, newest first; at least one.</summary>
    public required ImmutableArray<Citation> Because { get; init; }
}
