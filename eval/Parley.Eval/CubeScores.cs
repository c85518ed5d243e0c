namespace Parley.Eval;

/// <summary>B-cubed over things with a gold group and a found group each, single ones included (Bagga and Baldwin 1998).</summary>
internal sealed class CubeScores
{
    private double _precision;
    private double _recall;
    private int _count;

    /// <summary>Share of each thing's found group that is of its gold group, on average.</summary>
    public double Precision => _count == 0 ? 0 : _precision / _count;

    /// <summary>Share of each thing's gold group that is in its found group, on average.</summary>
    public double Recall => _count == 0 ? 0 : _recall / _count;

    /// <summary>The harmonic mean of both.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    /// <summary>Adds things by the names of their groups, in the same order on both sides.</summary>
    public void Add(IReadOnlyList<string> gold, IReadOnlyList<string> found)
    {
        var (ofGold, ofFound, ofBoth) = (Sizes(gold), Sizes(found), Sizes([.. gold.Zip(found, (a, b) => $"{a}\t{b}")]));
        for (var i = 0; i < gold.Count; i++)
        {
            var both = ofBoth[$"{gold[i]}\t{found[i]}"];
            _precision += (double)both / ofFound[found[i]];
            _recall += (double)both / ofGold[gold[i]];
        }
        _count += gold.Count;
    }

    private static Dictionary<string, int> Sizes(IEnumerable<string> groups) => groups.CountBy(group => group).ToDictionary();
}
