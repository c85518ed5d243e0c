namespace Parley.Ledger;

/// <summary>Which rows of a kind are wanted. All conditions hold together; null asks for nothing.</summary>
/// <param name="Kind">The kind.</param>
public sealed record DerivedQuery(string Kind)
{
    /// <summary>The side (<c>RUS</c>).</summary>
    public string? Party { get; init; }

    /// <summary>The topic.</summary>
    public string? Topic { get; init; }

    /// <summary>The id.</summary>
    public string? Id { get; init; }

    /// <summary>What is known from articles published up to and with that ISO day. It is made when asked for, and not kept.</summary>
    public string? AsOf { get; init; }

    /// <summary>Use records of this confidence or more, and no others; null for each kind's own threshold. It is made when asked for, and not kept.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>True for what was made last, which may lack the newest changes or come from another version of the function, without the wait for them; it counts where neither a day nor a confidence is asked for.</summary>
    public bool AsKept { get; init; }

    /// <summary>True for one row of each party, that of the least id, and those without a party.</summary>
    public bool OneOfParty { get; init; }

    /// <summary>True for rows with an empty <see cref="DerivedRow.Body"/>, for those who count them or look at their columns alone: bodies are most of what is read.</summary>
    public bool Bodiless { get; init; }

    /// <summary>The most rows; null for all.</summary>
    public int? Limit { get; init; }
}
