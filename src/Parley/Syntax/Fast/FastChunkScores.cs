// Guarded by the benchmark of the fast model.
using System.Buffers;
using System.Runtime.CompilerServices;
using Parley.Numerics;

namespace Parley.Syntax.Fast;

/// <summary>Scores of one chunk, and what is needed for the arcs of any sentence in it and for the relation to any head. Its memory is used again.</summary>
internal sealed unsafe class FastChunkScores : ChunkScores
{
    private readonly FastWeights _weights;
    private readonly float[] _pairs;
    private readonly float[] _meanings;
    private readonly byte[] _hidden;
    private readonly RoleReader _roles;

    private FastChunkScores(FastWeights weights, int count)
    {
        _weights = weights;
        _pairs = ArrayPool<float>.Shared.Rent(count * weights.Pairs.Outputs);
        _meanings = ArrayPool<float>.Shared.Rent(count * weights.Semantics.Meaning.Outputs);
        _hidden = ArrayPool<byte>.Shared.Rent(count * weights.Semantics.Near.Outputs);
        _roles = new RoleReader(weights, _hidden);
    }

    /// <summary>Reads <paramref name="count"/> words from a row of the trunk on.</summary>
    public static FastChunkScores Read(FastWeights weights, Trunk trunk, int row, int count)
    {
        var names = weights.TagSizes[4];
        var scores = new FastChunkScores(weights, count)
        {
            Count = count,
            Upos = ArrayPool<short>.Shared.Rent(count),
            Xpos = ArrayPool<short>.Shared.Rent(count),
            Features = ArrayPool<short>.Shared.Rent(count),
            Lemmas = ArrayPool<short>.Shared.Rent(count),
            Names = ArrayPool<float>.Shared.Rent(count * names),
            Ends = ArrayPool<float>.Shared.Rent(count),
        };
        for (var word = 0; word < count; word++)
            scores.ReadTags(trunk.TagsOf(row + word), word);
        new ReadOnlySpan<float>(trunk.PairsOf(row), count * weights.Pairs.Outputs).CopyTo(scores._pairs);
        new ReadOnlySpan<float>(trunk.MeaningsOf(row), count * weights.Semantics.Meaning.Outputs).CopyTo(scores._meanings);
        new ReadOnlySpan<byte>(trunk.HiddenOf(row), count * weights.Semantics.Near.Outputs).CopyTo(scores._hidden);
        return scores;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void ReadArcs(int first, int count, Span<float> arcs)
    {
        var (width, stride) = (_weights.ArcWidth, _weights.Pairs.Outputs);
        var wanted = stackalloc float[width];
        fixed (float* pairs = _pairs)
        fixed (float* all = arcs)
        {
            for (var word = first; word < first + count; word++)
                Rows.Rectify(pairs + (long)word * stride, 2 * width);
            for (var word = 0; word < count; word++)
            {
                Rows.Transform(_weights.Arc, _weights.Arc + width * width, pairs + (long)(first + word) * stride, width, width, wanted);
                var found = all + (long)word * (count + 1);
                found[0] = Rows.Dot(wanted, _weights.RootArc, width);
                var head = pairs + (long)first * stride + width;
                for (var other = 0; other < count; other++, head += stride)
                {
                    var away = Math.Clamp(other - word, -_weights.Farthest, _weights.Farthest) + _weights.Farthest;
                    found[other + 1] = Rows.Dot(wanted, head, width) + _weights.Distance[away];
                }
            }
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Relation(int word, int head)
    {
        var (width, stride) = (_weights.LabelWidth, _weights.Pairs.Outputs);
        var hidden = stackalloc float[width];
        fixed (float* pairs = _pairs)
        {
            var labels = pairs + 2 * _weights.ArcWidth;
            var above = head < 0 ? _weights.RootLabel : labels + (long)head * stride + width;
            Rows.AddRectified(labels + (long)word * stride, above, width, hidden);
        }
        var best = 0;
        var most = float.NegativeInfinity;
        for (var relation = 0; relation < _weights.Relations; relation++)
        {
            var score = Rows.Dot(_weights.Label + relation * width, hidden, width) + _weights.LabelBias[relation];
            if (score > most)
                (best, most) = (relation, score);
        }
        return best;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<float> Meaning(int word) =>
        _meanings.AsSpan(word * _weights.Semantics.Meaning.Outputs, _weights.Semantics.Classes);

    /// <inheritdoc/>
    public override void ReadRole(int governor, SemanticRole role, int first, Span<float> logOdds) =>
        _roles.Read(governor, role, first, Count, logOdds);

    /// <inheritdoc/>
    public override void Dispose()
    {
        ArrayPool<short>.Shared.Return(Upos);
        ArrayPool<short>.Shared.Return(Xpos);
        ArrayPool<short>.Shared.Return(Features);
        ArrayPool<short>.Shared.Return(Lemmas);
        ArrayPool<float>.Shared.Return(Names);
        ArrayPool<float>.Shared.Return(Ends);
        ArrayPool<float>.Shared.Return(_pairs);
        ArrayPool<float>.Shared.Return(_meanings);
        ArrayPool<byte>.Shared.Return(_hidden);
        _roles.Free();
        base.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadTags(float* tags, int word)
    {
        var sizes = _weights.TagSizes;
        Upos[word] = Best(0);
        Xpos[word] = Best(1);
        Features[word] = Best(2);
        Lemmas[word] = Best(3);
        new ReadOnlySpan<float>(tags, sizes[4]).CopyTo(Names.AsSpan(word * sizes[4], sizes[4]));
        Ends[word] = tags[sizes[4]];

        short Best(int head)
        {
            var best = (short)Rows.IndexOfGreatest(tags, sizes[head]);
            tags += sizes[head];
            return best;
        }
    }
}
