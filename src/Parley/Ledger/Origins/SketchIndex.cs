using System.Runtime.InteropServices;

namespace Parley.Ledger.Origins;

/// <summary>Sketches of articles in memory, found by their keys. Not safe for several threads at once.</summary>
public sealed class SketchIndex
{
    /// <summary>The most articles that are compared with one: those with most keys in common.</summary>
    public const int MostCandidates = 64;

    private readonly List<ArticleSketch> _sketches = [];
    private readonly Dictionary<int, int> _heads = [];
    private readonly List<(int Sketch, int Next)> _holders = [];
    private readonly List<int> _counts = [];

    /// <summary>Number of sketches.</summary>
    public int Count => _sketches.Count;

    /// <summary>Adds a sketch. An article that is added twice is found twice.</summary>
    public void Add(ArticleSketch sketch)
    {
        foreach (var key in sketch.Keys)
        {
            ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(_heads, key, out var exists);
            _holders.Add((_sketches.Count, exists ? head : -1));
            head = _holders.Count - 1;
        }
        _sketches.Add(sketch);
        _counts.Add(0);
    }

    /// <summary>The articles that share most keys with this one, itself among them if it was added; in order of keys shared, then of id.</summary>
    public IReadOnlyList<ArticleSketch> Alike(ArticleSketch sketch)
    {
        var met = new List<int>();
        var counts = CollectionsMarshal.AsSpan(_counts);
        foreach (var key in sketch.Keys)
            for (var at = _heads.GetValueOrDefault(key, -1); at >= 0; at = _holders[at].Next)
                if (counts[_holders[at].Sketch]++ == 0)
                    met.Add(_holders[at].Sketch);
        var found = new List<(int Shared, ArticleSketch Sketch)>();
        foreach (var other in met)
        {
            if (counts[other] >= sketch.LeastKeys)
                found.Add((counts[other], _sketches[other]));
            counts[other] = 0;
        }
        found.Sort(
            (a, b) => a.Shared != b.Shared ? b.Shared.CompareTo(a.Shared) : string.CompareOrdinal(a.Sketch.ArticleId, b.Sketch.ArticleId)
        );
        return [.. found.Take(MostCandidates).Select(candidate => candidate.Sketch)];
    }
}
