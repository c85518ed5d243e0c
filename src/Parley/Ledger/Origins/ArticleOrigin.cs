using System.Collections.Immutable;

namespace Parley.Ledger.Origins;

/// <summary>Where an article's own words come from.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Key">What tells origins apart: the agency that it or a copy of the same text credits, else the outlet of the original, else the original's id.</param>
/// <param name="CopyOf">Id of the article it is a copy of; null where it is none that the ledger knows.</param>
/// <param name="Shared">Share of its own runs of five words that stand in <paramref name="CopyOf"/>, 0 to 1.</param>
public sealed record ArticleOrigin(string ArticleId, string Key, string? CopyOf, double Shared)
{
    /// <summary>Id of the first article in the chain of copies: its own where it is no copy.</summary>
    public string Root { get; init; } = ArticleId;

    /// <summary>How its origin is known.</summary>
    public OriginBasis Basis { get; init; } = OriginBasis.Outlet;

    /// <summary>Ids of articles that it shares passages with and is no copy of; sorted.</summary>
    public ImmutableArray<string> DrawsOn { get; init; } = [];

    /// <summary>The words by which it was joined to others though its text is no copy: a rare error that they share; null where there are none.</summary>
    public string? Because { get; init; }

    /// <summary>False where the chain is not known: a feed or unnamed agencies are credited, or no outlet is known. Such an article adds no origin of its own.</summary>
    public bool IsKnown => Basis is not (OriginBasis.UnnamedFeed or OriginBasis.NoOutlet);

    /// <summary>Whether two articles' own words come from one origin. Where a chain is not known, or passages are shared, they may, and so count as dependent.</summary>
    public Independence Compare(ArticleOrigin other) =>
        string.Equals(Key, other.Key, StringComparison.OrdinalIgnoreCase) ? Independence.Same
        : !IsKnown || !other.IsKnown || DrawsOn.Contains(other.ArticleId) || other.DrawsOn.Contains(ArticleId) ? Independence.Unknown
        : Independence.Independent;
}

/// <summary>How the origin of an article's words is known.</summary>
public enum OriginBasis
{
    /// <summary>By its outlet: it credits nobody and is no copy.</summary>
    Outlet,

    /// <summary>It is an agency's, or credits an agency.</summary>
    Agency,

    /// <summary>It is a copy of another article.</summary>
    Copy,

    /// <summary>It shares a rare error with another article.</summary>
    SharedError,

    /// <summary>It credits a feed or agencies without a name.</summary>
    UnnamedFeed,

    /// <summary>It names no outlet and credits nobody.</summary>
    NoOutlet,
}

/// <summary>Whether two sources are independent of each other.</summary>
public enum Independence
{
    /// <summary>One origin.</summary>
    Same,

    /// <summary>Two origins.</summary>
    Independent,

    /// <summary>Not known, and treated as one origin.</summary>
    Unknown,
}
