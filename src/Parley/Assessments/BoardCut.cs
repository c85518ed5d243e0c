namespace Parley.Assessments;

/// <summary>Leaves of a board entry what had come by a day. Every day is judged on what was published up to it, so a history can be cut anywhere.</summary>
public static class BoardCut
{
    /// <summary>The rule of steps that people decided, which no cut takes away.</summary>
    public const string DecisionRule = "T14";

    /// <summary>The entry as it stood on a day; null where the undertaking was not yet given.</summary>
    /// <param name="entry">The entry with its whole history.</param>
    /// <param name="day">ISO day.</param>
    public static BoardEntry? At(BoardEntry entry, string day)
    {
        if (entry.History.Length > 0 && string.CompareOrdinal(entry.History[0].At, day) > 0)
            return null;
        var history = entry.History.RemoveAll(step => step.Rule != DecisionRule && string.CompareOrdinal(step.At, day) > 0);
        return history.Length == entry.History.Length
            ? entry
            : entry with
            {
                History = history,
                State = history.Length == 0 ? entry.State : history[^1].To,
            };
    }
}
