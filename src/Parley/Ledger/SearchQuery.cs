namespace Parley.Ledger;

/// <summary>What is looked for in the texts and records of a ledger.</summary>
/// <param name="Words">Words that must all stand in an article; words between quotation marks stand together.</param>
public sealed record SearchQuery(string Words)
{
    /// <summary>Articles published up to and with that ISO day; null for all.</summary>
    public string? AsOf { get; init; }

    /// <summary>Articles with an actor of that side; null for all.</summary>
    public string? Party { get; init; }

    /// <summary>Articles with a position or undertaking on that topic; null for all.</summary>
    public string? Topic { get; init; }

    /// <summary>The most articles.</summary>
    public int Limit { get; init; } = 20;
}
