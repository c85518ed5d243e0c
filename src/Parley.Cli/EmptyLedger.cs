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
    /// <param name="plural">Its plural where that is not made with an s.</param>
    public static string Why(ImmutableArray<Reading> readings, LedgerQuestion question, string noun, string? plural = null)
    {
        var none = $"no {plural ?? noun + "s"}";
        if (readings.IsEmpty)
            return question.AsOf is { } day
                ? $"{none}: no article of the ledger was published up to {day}"
                : $"{none}: the ledger has no articles yet (add some with: parley add)";
        if (question.Party is not null || question.Topic is not null)
            return $"{none}: those of the ledger's {Count(readings)} lie outside --party or --topic";
        return $"{none}: none of the {Count(readings)} tells one that is certain enough";
    }

    private static string Count(ImmutableArray<Reading> readings) => readings.Length == 1 ? "one article" : $"{readings.Length} articles";
}
