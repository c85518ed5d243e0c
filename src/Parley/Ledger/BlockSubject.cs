using System.Collections.Immutable;

namespace Parley.Ledger;

/// <summary>One thing that the articles of a block tell together: a joined undertaking, a position, a claim.</summary>
public sealed record BlockSubject
{
    /// <summary>Its id: the same as long as its first telling is the same.</summary>
    public required string Id { get; init; }

    /// <summary>What weighing depends on, as text. As long as it stays, no article has to be weighed again.</summary>
    public required string Scope { get; init; }

    /// <summary>ISO day from which articles can bear on it; null for all.</summary>
    public string? Since { get; init; }

    /// <summary>The last ISO day on which articles can bear on it; null for all.</summary>
    public string? Until { get; init; }

    /// <summary>Ids of the articles that tell it, first telling first.</summary>
    public required ImmutableArray<string> Tellers { get; init; }

    /// <summary>What else the function needs to know it again.</summary>
    public string Body { get; init; } = "";
}
