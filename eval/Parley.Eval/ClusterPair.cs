namespace Parley.Eval;

/// <summary>The clusters of a document, gold and found, with the mentions of both sides numbered alike.</summary>
internal static class ClusterPair
{
    private const double Alike = 0.5;

    /// <summary>Pairs found mentions with gold ones, the most alike first, and numbers them.</summary>
    public static (List<int[]> Gold, List<int[]> Found) Of(GoldDocument document, List<List<(int Start, int End)>> answers)
    {
        var gold = document.Chains.Select(chain => chain.FindAll(span => document.Nearest(span)?.IsActor == true)).ToList();
        var found = answers.Select(chain => chain.FindAll(span => document.Nearest(span)?.IsActor == true)).ToList();
        var number = new Dictionary<(int, int), int>();
        foreach (var span in gold.SelectMany(chain => chain))
            number.TryAdd(span, number.Count);
        var same = Pair([.. number.Keys], [.. found.SelectMany(chain => chain).Distinct()]);
        var spurious = number.Count;
        var taken = new HashSet<int>();
        return (
            Numbered(gold, span => number[span]),
            Numbered(found, span => same.TryGetValue(span, out var of) ? number[of] : spurious++)
        );

        List<int[]> Numbered(List<List<(int, int)>> chains, Func<(int, int), int> numberOf)
        {
            taken.Clear();
            return [.. chains.Select(chain => chain.Select(numberOf).Where(taken.Add).ToArray()).Where(chain => chain.Length > 1)];
        }
    }

    private static Dictionary<(int, int), (int, int)> Pair(List<(int Start, int End)> gold, List<(int Start, int End)> found)
    {
        var pairs = new Dictionary<(int, int), (int, int)>();
        var taken = new HashSet<(int, int)>();
        foreach (
            var (_, g, f) in gold.SelectMany(g => found.Select(f => (Share: Share(g, f), g, f)))
                .Where(pair => pair.Share >= Alike)
                .OrderByDescending(pair => pair.Share)
        )
            if (!taken.Contains(g) && pairs.TryAdd(f, g))
                taken.Add(g);
        return pairs;
    }

    private static double Share((int Start, int End) a, (int Start, int End) b)
    {
        var common = Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);
        return common <= 0 ? 0 : (double)common / (Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start));
    }
}
