using System.Collections.Immutable;
using Parley.Ledger.Origins;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>A reading on its way into a ledger, with all that can be made of it beforehand. See <see cref="ILedger.Prepare"/>.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Run">What made it.</param>
/// <param name="Document">What was read; null where only the reading is left.</param>
public sealed record ReadyReading(Reading Reading, LedgerRun Run, SourceDocument? Document)
{
    /// <summary>The reading as a ledger of this kind keeps it; default where it keeps readings as they are.</summary>
    public ImmutableArray<byte> Body { get; init; }

    /// <summary>The sketch of its article; null where the ledger keeps none.</summary>
    public ArticleSketch? Sketch { get; init; }
}
