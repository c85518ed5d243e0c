namespace Parley.Cli;

/// <summary>Says why a screen is empty.</summary>
internal static class EmptyLedger
{
    /// <summary>The line for a screen on which nothing stands.</summary>
    /// <param name="articles">Number of articles that count.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="noun">What there is none of: "position".</param>
    /// <param name="plural">Its plural where that is not made with an s.</param>
    public static string Why(int articles, LedgerQuestion question, string noun, string? plural = null)
    {
        var none = $"no {plural ?? noun + "s"}";
        if (articles == 0)
            return question.AsOf is { } day
                ? $"{none}: no article of the ledger was published up to {day}"
                : $"{none}: the ledger has no articles yet (add some with: parley add)";
        if (question.Party is not null || question.Topic is not null)
            return $"{none}: those of the ledger's {Count(articles)} lie outside --party or --topic";
        return $"{none}: none of the {Count(articles)} tells one that is certain enough";
    }

    private static string Count(int articles) => articles == 1 ? "one article" : $"{articles} articles";
}
