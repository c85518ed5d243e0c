// Guarded by the benchmark of the language model: one word in thirty comes here.
using System.Numerics;
using System.Runtime.InteropServices;
using Parley.Models;

namespace Parley.Onnx;

/// <summary>The biaffine scores of relations, for heads other than the network's own first choice.</summary>
internal sealed class RelationScorer
{
    /// <summary>Width of the vectors of word and head.</summary>
    public const int Width = 96;

    private const int Row = Width + 1;

    private readonly int _relations;
    private readonly float[] _weights;

    /// <summary>Takes the weights: (width + 1) rows of relations times (width + 1) half-precision numbers.</summary>
    public RelationScorer(string path, int relations)
    {
        var halves = MemoryMarshal.Cast<byte, Half>(File.ReadAllBytes(path));
        if (halves.Length != Row * relations * Row)
            Throw.BadFile(path, $"it has {halves.Length} numbers where {relations} relations need {Row * relations * Row}");
        _relations = relations;
        _weights = new float[halves.Length];
        for (var i = 0; i < halves.Length; i++)
            _weights[i] = (float)halves[i];
    }

    /// <summary>The best relation of a word under a head.</summary>
    public int Best(ReadOnlySpan<float> word, ReadOnlySpan<float> head)
    {
        var size = _relations * Row;
        Span<float> product = size <= 8192 ? stackalloc float[size] : new float[size];
        _weights.AsSpan(Width * size, size).CopyTo(product);
        for (var i = 0; i < Width; i++)
            AddScaled(product, _weights.AsSpan(i * size, size), word[i]);
        var best = 0;
        var most = float.NegativeInfinity;
        for (var relation = 0; relation < _relations; relation++)
        {
            var row = product.Slice(relation * Row, Row);
            var score = row[Width] + Dot(row[..Width], head);
            if (score > most)
                (best, most) = (relation, score);
        }
        return best;
    }

    private static void AddScaled(Span<float> sum, ReadOnlySpan<float> values, float scale)
    {
        var sums = MemoryMarshal.Cast<float, Vector<float>>(sum);
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        var factor = new Vector<float>(scale);
        for (var i = 0; i < sums.Length; i++)
            sums[i] = Vector.FusedMultiplyAdd(vectors[i], factor, sums[i]);
        for (var i = sums.Length * Vector<float>.Count; i < sum.Length; i++)
            sum[i] += values[i] * scale;
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        var x = MemoryMarshal.Cast<float, Vector<float>>(a);
        var y = MemoryMarshal.Cast<float, Vector<float>>(b);
        for (var i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return Vector.Sum(sum);
    }
}
