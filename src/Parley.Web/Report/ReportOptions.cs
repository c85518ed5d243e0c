using Parley.Answers;
using Parley.Ledger;

namespace Parley.Web.Report;

/// <summary>What a report is made of, and where it goes.</summary>
public sealed record ReportOptions
{
    /// <summary>Opens the ledger; each call gives another instance, for one thread at a time.</summary>
    public required Func<ILedger> OpenLedger { get; init; }

    /// <summary>The ledger's file or address as it may be shown: without a password.</summary>
    public required string LedgerName { get; init; }

    /// <summary>The folder for the files; made where it is not there.</summary>
    public required string Folder { get; init; }

    /// <summary>As of which day, and which party and topic: they hold on every page.</summary>
    public required Question Question { get; init; }

    /// <summary>True to write into a folder that holds something: files of the same names are replaced, others stay.</summary>
    public bool Force { get; init; }

    /// <summary>What time it is; tests set their own.</summary>
    public Func<DateTimeOffset> Now { get; init; } = () => DateTimeOffset.UtcNow;
}

/// <summary>What was written.</summary>
/// <param name="Pages">How many pages.</param>
/// <param name="Bytes">How many bytes in all files.</param>
/// <param name="First">The file to open.</param>
public sealed record ReportResult(int Pages, long Bytes, string First);
