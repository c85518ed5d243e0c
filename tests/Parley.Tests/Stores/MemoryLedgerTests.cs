using Parley.Ledger;

namespace Parley.Tests.Stores;

public sealed class MemoryLedgerTests : LedgerContract
{
    private readonly MemoryLedger _ledger = new();

    private protected override ILedger Open() => _ledger;
}
