using System.Collections.Immutable;
using Parley.Links;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>One undertaking, however many articles tell it.</summary>
public sealed record JoinedUndertaking
{
    /// <summary>Who is bound to what, where, since when.</summary>
    public required Pledge Pledge { get; init; }

    /// <summary>The name of the party, the state's or body's own where an article names it.</summary>
    public required string Party { get; init; }

    /// <summary>The articles that tell it, in the order of the ledger; the first has the words that are shown.</summary>
    public required ImmutableArray<UndertakingTelling> Tellings { get; init; }
}

/// <summary>An undertaking as one article tells it.</summary>
/// <param name="Reading">The article's reading.</param>
/// <param name="Undertaking">The undertaking in it.</param>
public sealed record UndertakingTelling(Reading Reading, Undertaking Undertaking);
