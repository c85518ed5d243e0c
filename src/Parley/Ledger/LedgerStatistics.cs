using System.Collections.Immutable;

namespace Parley.Ledger;

/// <summary>How much a ledger holds.</summary>
public sealed record LedgerStatistics
{
    /// <summary>Articles in force.</summary>
    public required long Articles { get; init; }

    /// <summary>Articles that a newer version took the place of.</summary>
    public required long Superseded { get; init; }

    /// <summary>Articles that were removed; their history is kept.</summary>
    public required long Removed { get; init; }

    /// <summary>Readings, older ones of the same article included.</summary>
    public required long Readings { get; init; }

    /// <summary>Corrections in the log, undone ones and undoings included.</summary>
    public required long Corrections { get; init; }

    /// <summary>Records in force by kind, in alphabetical order.</summary>
    public required ImmutableArray<(string Kind, long Count)> Records { get; init; }

    /// <summary>The runs that made readings, with their number of readings in force.</summary>
    public required ImmutableArray<(LedgerRun Run, long Readings)> Runs { get; init; }

    /// <summary>Version of the tables.</summary>
    public required int Schema { get; init; }

    /// <summary>Bytes that the ledger takes on disk.</summary>
    public required long Bytes { get; init; }
}
