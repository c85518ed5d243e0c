namespace Parley.Ledger;

/// <summary>A result over several articles that a ledger keeps ready: an entry of the board, a cell of the matrix, something to check.</summary>
public sealed record DerivedRow
{
    /// <summary>What it is an entry of: <c>board</c>, <c>queue</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its id, unique in its kind.</summary>
    public required string Id { get; init; }

    /// <summary>Code of the side it is about; null where there is none.</summary>
    public string? Party { get; init; }

    /// <summary>What it is about, by which it is looked up; null where there is none.</summary>
    public string? Topic { get; init; }

    /// <summary>The ISO day it begins; null when unknown. Rows come by it, unknown ones last, where they do not come by rank.</summary>
    public string? Day { get; init; }

    /// <summary>How it stands, where it is something that stands: the state of an undertaking; else null.</summary>
    public string? State { get; init; }

    /// <summary>How much it wants to be seen, for kinds that are ordered by it, greater first; else 0.</summary>
    public double Rank { get; init; }

    /// <summary>The entry itself as JSON.</summary>
    public required string Body { get; init; }
}
