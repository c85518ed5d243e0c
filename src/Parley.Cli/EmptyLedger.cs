using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Cli;

/// <summary>Says why a screen is empty.</summary>
internal static class EmptyLedger
{
    /// <summary>The line for a screen on which nothing stands.</summary>
    /// <param name="readings">The readings that count.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="noun">What there is none of: "position".</param>
    public static string Why(ImmutableArray<Reading> readings, LedgerQuestion question, string noun)
    {
        if (readings.IsEmpty)
            return question.AsOf is { } day
                ? $"no {noun}s: no article of the ledger was published up to {day}"
                : $"no {noun}s: the ledger has no articles yet (add some with: parley add)";
        if (question.Party is not null || question.Topic is not null)
            return $"no {noun}s: those of the ledger's {Count(readings)} lie outside --party or --topic";
        return $"no {noun}s: none of the {Count(readings)} tells one that is certain enough";
    }

    private static string Count(ImmutableArray<Reading> readings) => readings.Length == 1 ? "one article" : $"{readings.Length} articles";
}
