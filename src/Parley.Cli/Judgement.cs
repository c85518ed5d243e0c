using System.Globalization;
using Parley.Ledger;

namespace Parley.Cli;

/// <summary>The day on which undertakings are judged.</summary>
internal static class Judgement
{
    /// <summary>The day that is asked for; without one, the last day of publication in the ledger, and never one that is still to come.</summary>
    public static string Day(Session session, ILedger ledger, LedgerQuestion question)
    {
        var today = session.Now().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return question.AsOf ?? (ledger.LastDay(today) is { } last ? last : today);
    }
}
