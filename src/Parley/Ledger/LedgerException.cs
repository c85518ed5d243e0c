namespace Parley.Ledger;

/// <summary>A ledger could not do what was asked, for a reason outside the program. What was kept before is kept; what was under way is not there in part.</summary>
/// <param name="fault">What is wrong.</param>
/// <param name="message">What was found.</param>
/// <param name="cause">What the database said; null where it said nothing.</param>
public sealed class LedgerException(LedgerFault fault, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>What is wrong.</summary>
    public LedgerFault Fault { get; } = fault;
}

/// <summary>What can be wrong with a ledger.</summary>
public enum LedgerFault
{
    /// <summary>It is no ledger.</summary>
    NotALedger,

    /// <summary>A newer version of the program wrote it.</summary>
    Newer,

    /// <summary>Another process holds it for too long.</summary>
    Locked,

    /// <summary>It may not be written to.</summary>
    ReadOnly,

    /// <summary>There is no room left.</summary>
    Full,

    /// <summary>A page of it is damaged.</summary>
    Damaged,

    /// <summary>It cannot be reached or opened.</summary>
    Unreachable,
}
