using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>Shorter ways through the door.</summary>
public static class LedgerExtensions
{
    private static readonly Note s_nobody = new("", DateTimeOffset.UnixEpoch, "");

    /// <summary>Keeps a reading of which nobody says what made it; false when its article is there already.</summary>
    public static bool Keep(this ILedger ledger, Reading reading) => ledger.Keep(reading, LedgerRun.Unknown, s_nobody).IsNew;

    /// <summary>All readings in force, ordered by day of publication (unknown ones last), then by article id.</summary>
    public static ImmutableArray<Reading> Readings(this ILedger ledger) => [.. ledger.Readings(ReadingQuery.All)];
}
