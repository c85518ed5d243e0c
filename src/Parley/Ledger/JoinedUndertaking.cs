using System.Collections.Immutable;
using Parley.Links;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>One undertaking, however many articles tell it.</summary>
public sealed record JoinedUndertaking
{
    /// <summary>Side, kind and first day, in lower case: <c>rus-reduction-of-operations-2022-03-29</c>; a letter behind it where several share them.</summary>
    public required string Id { get; init; }

    /// <summary>Who is bound to what, where, since when.</summary>
    public required Pledge Pledge { get; init; }

    /// <summary>The name of the party, the state's or body's own where an article names it.</summary>
    public required string Party { get; init; }

    /// <summary>The articles that tell it, in the order of the ledger; the first has the words that are shown.</summary>
    public required ImmutableArray<UndertakingTelling> Tellings { get; init; }

    /// <summary>What the words of its tellings bind to, and how firmly.</summary>
    public required Terms Terms { get; init; }

    /// <summary>ISO day from which it holds by its own words, or was given without a later start; null where it is not due yet: it hangs on a condition or has no date.</summary>
    public string? Begins { get; init; }

    /// <summary>Id of the undertaking whose place it takes; null for none.</summary>
    public string? Supersedes { get; init; }
}

/// <summary>An undertaking as one article tells it.</summary>
/// <param name="Reading">The article's reading.</param>
/// <param name="Undertaking">The undertaking in it.</param>
public sealed record UndertakingTelling(Reading Reading, Undertaking Undertaking);
