using System.Collections.Immutable;

namespace Parley.Ledger.Origins;

/// <summary>
/// Chooses the keys by which an article is found again: of each window of runs the one with the least hash. Two texts with a common stretch of
/// <see cref="Window"/> + 4 words share a key for sure, and one run in eight or so is kept. Schleimer, Wilkerson and Aiken (2003).
/// </summary>
internal static class Winnowing
{
    /// <summary>Number of runs of which one is a key.</summary>
    public const int Window = 16;

    /// <summary>The keys of runs in the order of the text, each once, sorted. A short text has one at least, a text of fewer than five words none.</summary>
    public static ImmutableArray<int> Keys(IReadOnlyList<(uint Hash, bool IsQuoted)> runs)
    {
        var keys = new SortedSet<int>();
        var least = -1;
        for (var end = Math.Min(Window, runs.Count); end <= runs.Count && end > 0; end++)
        {
            var start = Math.Max(0, end - Window);
            if (least < start)
                least = Least(runs, start, end);
            else if (runs[end - 1].Hash <= runs[least].Hash)
                least = end - 1;
            keys.Add(unchecked((int)runs[least].Hash));
        }
        return [.. keys];
    }

    /// <summary>The last place of the least hash.</summary>
    private static int Least(IReadOnlyList<(uint Hash, bool IsQuoted)> runs, int start, int end)
    {
        var least = start;
        for (var i = start + 1; i < end; i++)
            if (runs[i].Hash <= runs[least].Hash)
                least = i;
        return least;
    }
}
