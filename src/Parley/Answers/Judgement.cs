using System.Globalization;
using Parley.Ledger;

namespace Parley.Answers;

/// <summary>The day on which undertakings are judged.</summary>
public static class Judgement
{
    /// <summary>The day that is asked for; without one, the last day of publication in the ledger, and never one that is still to come.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="asOf">The ISO day that is asked for; null for none.</param>
    /// <param name="now">What time it is.</param>
    public static string Day(ILedger ledger, string? asOf, DateTimeOffset now)
    {
        var today = now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return asOf ?? ledger.LastDay(today) ?? today;
    }
}
