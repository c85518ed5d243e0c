using Parley.Ledger;

namespace Parley.Intake;

/// <summary>What a user is told when a ledger could not do what was asked.</summary>
public static class LedgerProblems
{
    /// <summary>The problem of a fault.</summary>
    /// <param name="name">The ledger's file or address, as it may be shown.</param>
    /// <param name="fault">What went wrong.</param>
    public static Problem Of(string name, LedgerException fault) =>
        fault.Fault switch
        {
            LedgerFault.Newer => Problems.NewerLedger(name, fault.Message),
            LedgerFault.Locked => Problems.LedgerLocked(name, fault.Message),
            LedgerFault.ReadOnly => Problems.LedgerReadOnly(name, fault.Message),
            LedgerFault.Full => Problems.LedgerFull(name, fault.Message),
            LedgerFault.Damaged => Problems.LedgerDamaged(name, fault.Message),
            LedgerFault.Unreachable => Problems.LedgerUnreachable(name, fault.Message),
            _ => Problems.NotALedger(name, fault.Message),
        };
}
