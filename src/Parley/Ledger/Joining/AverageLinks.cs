namespace Parley.Ledger.Joining;

/// <summary>
/// Puts things into groups: the two groups whose members are most alike on average are joined, again and again, while they are alike enough.
/// Of two pairs as much alike that of the smaller numbers goes first, so that the result depends on the scores alone.
/// </summary>
internal static class AverageLinks
{
    /// <summary>The groups, each in order, in the order of their first members.</summary>
    /// <param name="count">Number of things.</param>
    /// <param name="score">How alike two are, the smaller number first; <see cref="double.NegativeInfinity"/> where their groups must stay apart.</param>
    /// <param name="least">The average from which groups are joined.</param>
    public static List<List<int>> Group(int count, Func<int, int, double> score, double least)
    {
        var groups = Enumerable.Range(0, count).Select(i => new List<int> { i }).ToList();
        var sums = new double[count, count];
        for (var i = 0; i < count; i++)
        for (var j = i + 1; j < count; j++)
            sums[i, j] = sums[j, i] = score(i, j);
        var alive = Enumerable.Range(0, count).ToList();
        while (Best(alive, groups, sums, least) is (>= 0, _) and var (into, from))
        {
            foreach (var other in alive)
                sums[into, other] = sums[other, into] = sums[into, other] + sums[from, other];
            groups[into].AddRange(groups[from]);
            alive.Remove(from);
        }
        return [.. alive.Select(at => groups[at].Order().ToList()).OrderBy(group => group[0])];
    }

    private static (int Into, int From) Best(List<int> alive, List<List<int>> groups, double[,] sums, double least)
    {
        var best = (-1, -1);
        for (var i = 0; i < alive.Count; i++)
        for (var j = i + 1; j < alive.Count; j++)
        {
            var (a, b) = (alive[i], alive[j]);
            var average = sums[a, b] / ((double)groups[a].Count * groups[b].Count);
            if (average > least)
                (least, best) = (average, (a, b));
        }
        return best;
    }
}
