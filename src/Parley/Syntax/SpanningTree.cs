// Guarded by the benchmark of parts: most sentences take the first pass alone, which allocates nothing.
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Syntax;

/// <summary>Finds the best tree over the arcs that a model scored: Chu-Liu and Edmonds, with exactly one root.</summary>
/// <remarks>
/// Cycles are contracted in place (a representative stands for the cycle), so time and memory are quadratic in the length of the
/// sentence. Most sentences need none of it: the best heads, word by word, already form a tree.
/// </remarks>
internal static class SpanningTree
{
    /// <summary>Finds heads for the words of a sentence.</summary>
    /// <param name="arcs">Scores of heads, one more for each word than there are words: the root, then the words.</param>
    /// <param name="heads">Filled in, one for each word: heads counted in the sentence, -1 for the root.</param>
    public static void Decode(ReadOnlySpan<float> arcs, Span<int> heads)
    {
        var count = heads.Length;
        var roots = 0;
        for (var word = 0; word < count; word++)
        {
            var row = arcs.Slice(word * (count + 1), count + 1);
            heads[word] = BestHead(row[1..], word, row[0]);
            roots += heads[word] < 0 ? 1 : 0;
        }
        if (roots != 1 || HasCycle(heads))
            new Contraction(arcs, count).Solve(heads);
    }

    /// <summary>The first of the best heads of a word; -1 for the root, unless another is better.</summary>
    private static int BestHead(ReadOnlySpan<float> scores, int word, float root)
    {
        var best = -1;
        var bestScore = root;
        FindBetter(scores[..word], 0, ref best, ref bestScore);
        FindBetter(scores[(word + 1)..], word + 1, ref best, ref bestScore);
        return best;
    }

    private static void FindBetter(ReadOnlySpan<float> scores, int offset, ref int best, ref float bestScore)
    {
        var at = 0;
        for (; at + Vector256<float>.Count <= scores.Length; at += Vector256<float>.Count)
        {
            // Whole vectors without a better score, which are most, are passed at once.
            var block = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(scores), (nuint)at);
            if (!Vector256.GreaterThanAny(block, Vector256.Create(bestScore)))
                continue;
            for (var i = at; i < at + Vector256<float>.Count; i++)
                if (scores[i] > bestScore)
                    (best, bestScore) = (offset + i, scores[i]);
        }
        for (; at < scores.Length; at++)
            if (scores[at] > bestScore)
                (best, bestScore) = (offset + at, scores[at]);
    }

    private static bool HasCycle(ReadOnlySpan<int> heads)
    {
        Span<int> seen = heads.Length <= 256 ? stackalloc int[heads.Length] : new int[heads.Length];
        seen.Clear();
        for (var word = 0; word < heads.Length; word++)
        {
            var at = word;
            while (at >= 0 && seen[at] == 0)
            {
                seen[at] = word + 1;
                at = heads[at];
            }
            if (at >= 0 && seen[at] == word + 1)
                return true;
        }
        return false;
    }

    /// <summary>The general case. Node 0 is the root, node i the word i - 1.</summary>
    private sealed class Contraction
    {
        private readonly int _nodes;
        private readonly double[] _scores;
        private readonly bool[] _isGone;
        private readonly int[] _heads;
        private readonly List<Cycle> _cycles = [];

        public Contraction(ReadOnlySpan<float> arcs, int count)
        {
            _nodes = count + 1;
            _scores = new double[_nodes * _nodes];
            _isGone = new bool[_nodes];
            _heads = new int[_nodes];
            double low = 0,
                high = 0;
            for (var word = 0; word < count; word++)
            for (var head = 0; head <= count; head++)
            {
                var score = Math.Clamp(arcs[word * (count + 1) + head], -1e6f, 1e6f);
                _scores[(word + 1) * _nodes + head] = head == word + 1 ? double.NegativeInfinity : score;
                low = Math.Min(low, score);
                high = Math.Max(high, score);
            }
            // A second root costs more than all else could gain, so the best tree has one.
            var cost = (high - low + 1) * (count + 1);
            for (var word = 1; word <= count; word++)
                _scores[word * _nodes] -= cost;
        }

        public void Solve(Span<int> heads)
        {
            for (var node = 1; node < _nodes; node++)
                _heads[node] = BestHead(node);
            while (FindCycle() is { } members)
                Contract(members);
            for (var i = _cycles.Count - 1; i >= 0; i--)
                Expand(_cycles[i]);
            for (var node = 1; node < _nodes; node++)
                heads[node - 1] = _heads[node] - 1;
        }

        private int BestHead(int node)
        {
            var best = 0;
            var bestScore = double.NegativeInfinity;
            for (var head = 0; head < _nodes; head++)
                if (!_isGone[head] && head != node && _scores[node * _nodes + head] > bestScore)
                    (best, bestScore) = (head, _scores[node * _nodes + head]);
            return best;
        }

        private List<int>? FindCycle()
        {
            var seen = new int[_nodes];
            for (var node = 1; node < _nodes; node++)
            {
                if (_isGone[node])
                    continue;
                var at = node;
                while (at > 0 && seen[at] == 0)
                {
                    seen[at] = node;
                    at = _heads[at];
                }
                if (at == 0 || seen[at] != node)
                    continue;
                var members = new List<int>();
                for (var next = at; members.Count == 0 || next != at; next = _heads[next])
                    members.Add(next);
                return members;
            }
            return null;
        }

        /// <summary>Lets the first member stand for the whole cycle.</summary>
        private void Contract(List<int> members)
        {
            var cycle = new Cycle(members, [.. members.Select(member => _heads[member])], new int[_nodes], new int[_nodes]);
            var isMember = new bool[_nodes];
            foreach (var member in members)
                isMember[member] = true;
            var stand = members[0];
            for (var other = 0; other < _nodes; other++)
            {
                if (_isGone[other] || isMember[other])
                    continue;
                double bestIn = double.NegativeInfinity,
                    bestOut = double.NegativeInfinity;
                foreach (var member in members)
                {
                    var gain = _scores[member * _nodes + other] - _scores[member * _nodes + _heads[member]];
                    if (gain > bestIn || cycle.Entry[other] == 0)
                        (bestIn, cycle.Entry[other]) = (gain, member);
                    var score = _scores[other * _nodes + member];
                    if (score > bestOut || cycle.Exit[other] == 0)
                        (bestOut, cycle.Exit[other]) = (score, member);
                }
                _scores[stand * _nodes + other] = bestIn;
                _scores[other * _nodes + stand] = bestOut;
            }
            for (var i = 1; i < members.Count; i++)
                _isGone[members[i]] = true;
            for (var node = 1; node < _nodes; node++)
                if (!_isGone[node] && node != stand && isMember[_heads[node]])
                    _heads[node] = stand;
            _heads[stand] = BestHead(stand);
            _cycles.Add(cycle);
        }

        private void Expand(Cycle cycle)
        {
            var stand = cycle.Members[0];
            var outside = _heads[stand];
            for (var i = 1; i < cycle.Members.Count; i++)
                _isGone[cycle.Members[i]] = false;
            for (var node = 1; node < _nodes; node++)
                if (!_isGone[node] && node != stand && _heads[node] == stand && cycle.Exit[node] > 0)
                    _heads[node] = cycle.Exit[node];
            for (var i = 0; i < cycle.Members.Count; i++)
                _heads[cycle.Members[i]] = cycle.Heads[i];
            _heads[cycle.Entry[outside]] = outside;
        }

        /// <summary>What was contracted: the members, their heads inside, the member that a head outside enters by, and the one that a dependent outside hangs on.</summary>
        private sealed record Cycle(List<int> Members, int[] Heads, int[] Entry, int[] Exit);
    }
}
