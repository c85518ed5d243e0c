namespace Parley.Eval;

/// <summary>How well clusters of mentions agree with gold clusters: MUC, B-cubed, CEAF-e, and CoNLL F1, their mean.</summary>
/// <remarks>
/// Vilain et al. (1995), Bagga and Baldwin (1998), Luo (2005), Pradhan et al. (2012). A mention is a number; the same number on both sides is the same
/// mention. Counts of several documents add up before shares are taken.
/// </remarks>
internal sealed class ClusterScores
{
    private readonly double[] _part = new double[6];
    private readonly double[] _whole = new double[6];

    /// <summary>Adds a document. No mention may stand in two clusters of one side.</summary>
    public void Add(List<int[]> gold, List<int[]> found)
    {
        var (goldOf, foundOf) = (ClusterOf(gold), ClusterOf(found));
        Links(gold, foundOf, recall: 0);
        Links(found, goldOf, recall: 1);
        Cubes(gold, foundOf, found, recall: 2);
        Cubes(found, goldOf, gold, recall: 3);
        var alike = Assignment.Best(gold, found, (a, b) => 2.0 * a.Intersect(b).Count() / (a.Length + b.Length));
        (_part[4], _whole[4]) = (_part[4] + alike, _whole[4] + gold.Count);
        (_part[5], _whole[5]) = (_part[5] + alike, _whole[5] + found.Count);
    }

    /// <summary>F1 of MUC: links kept.</summary>
    public double Muc => F1(0);

    /// <summary>F1 of B-cubed: for each mention, its fellows kept.</summary>
    public double BCubed => F1(2);

    /// <summary>F1 of CEAF-e: clusters paired one to one.</summary>
    public double Ceaf => F1(4);

    /// <summary>The mean of the three.</summary>
    public double Conll => (Muc + BCubed + Ceaf) / 3;

    private double F1(int at)
    {
        var recall = _whole[at] > 0 ? _part[at] / _whole[at] : 0;
        var precision = _whole[at + 1] > 0 ? _part[at + 1] / _whole[at + 1] : 0;
        return recall + precision > 0 ? 2 * recall * precision / (recall + precision) : 0;
    }

    private void Links(List<int[]> clusters, Dictionary<int, int> other, int recall)
    {
        foreach (var cluster in clusters)
        {
            var parts = cluster.Select(mention => other.GetValueOrDefault(mention, -1 - mention)).Distinct().Count();
            _part[recall] += cluster.Length - parts;
            _whole[recall] += cluster.Length - 1;
        }
    }

    private void Cubes(List<int[]> clusters, Dictionary<int, int> other, List<int[]> others, int recall)
    {
        foreach (var cluster in clusters)
        foreach (var mention in cluster)
        {
            _part[recall] += other.TryGetValue(mention, out var at) ? (double)cluster.Intersect(others[at]).Count() / cluster.Length : 0;
            _whole[recall]++;
        }
    }

    private static Dictionary<int, int> ClusterOf(List<int[]> clusters)
    {
        var of = new Dictionary<int, int>();
        for (var c = 0; c < clusters.Count; c++)
            foreach (var mention in clusters[c])
                of.Add(mention, c);
        return of;
    }
}
