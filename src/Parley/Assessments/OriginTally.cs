using System.Runtime.InteropServices;

namespace Parley.Assessments;

/// <summary>The weightiest piece of each origin, kept as pieces come: what <see cref="ClaimJudge"/> chooses of all pieces at once.</summary>
/// <param name="weights">The weights.</param>
internal sealed class OriginTally(AssessmentWeights weights)
{
    private readonly Dictionary<string, WeighedItem> _best = new(StringComparer.Ordinal);

    private List<EvidenceItem> _chosen = [];
    private double _sum;
    private int _judged;

    /// <summary>Grows whenever another piece is an origin's weightiest.</summary>
    public int Version { get; private set; }

    /// <summary>The pieces.</summary>
    public Dictionary<string, WeighedItem>.ValueCollection Items => _best.Values;

    /// <summary>Puts a piece in. One that fits the claim in nothing is none.</summary>
    public void Add(in WeighedItem item)
    {
        if (item.Item.Match == Match.None)
            return;
        ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(_best, item.Item.Origin, out var exists);
        if (exists && !item.IsBefore(best))
            return;
        best = item;
        Version++;
    }

    /// <summary>Puts the pieces of another in.</summary>
    public void Add(OriginTally other)
    {
        foreach (var item in other.Items)
            Add(item);
    }

    /// <summary>The pieces as <see cref="ClaimJudge"/> takes them.</summary>
    public List<EvidenceItem> Chosen => Judged().Items;

    /// <summary>What they weigh together.</summary>
    public double Sum => Judged().Sum;

    private (List<EvidenceItem> Items, double Sum) Judged()
    {
        if (_judged == Version)
            return (_chosen, _sum);
        _chosen = new List<EvidenceItem>(_best.Count);
        foreach (var item in _best.Values)
            _chosen.Add(item.Item);
        (_sum, _judged) = (ClaimJudge.Sum(_chosen, weights), Version);
        return (_chosen, _sum);
    }
}

/// <summary>A piece with its weight.</summary>
/// <param name="Item">The piece.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="At">Its place among all, which is the last thing that tells two apart.</param>
internal readonly record struct WeighedItem(EvidenceItem Item, double Weight, int At)
{
    /// <summary>True where this one stands for its origin rather than the other.</summary>
    public bool IsBefore(in WeighedItem other)
    {
        if (Weight != other.Weight)
            return Weight > other.Weight;
        if (Item.Interest != other.Item.Interest)
            return Item.Interest < other.Item.Interest;
        if (Item.Basis != other.Item.Basis)
            return Item.Basis < other.Item.Basis;
        if (Item.Grade != other.Item.Grade)
            return Item.Grade < other.Item.Grade;
        var order = string.CompareOrdinal(Item.Id, other.Item.Id);
        return order != 0 ? order < 0 : At < other.At;
    }
}
