using System.Buffers;
using Microsoft.ML.OnnxRuntime;

namespace Parley.Onnx;

/// <summary>The tensors of one batch, in pooled arrays.</summary>
internal sealed class BatchInput : IDisposable
{
    /// <summary>Names of the network's inputs, in the order of <see cref="Values"/>.</summary>
    public static readonly string[] Names = ["pieces", "mask", "pool", "shape"];

    private readonly long[] _pieces;
    private readonly int[] _mask;
    private readonly float[] _pool;
    private readonly long[] _shapes;

    /// <summary>Fills the tensors with the parts from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    public BatchInput(BatchPlan plan, int start, int end, int length)
    {
        var count = end - start;
        for (var i = start; i < end; i++)
            Words = Math.Max(Words, plan.Parts[i].Words);
        _pieces = Rent<long>(count * length);
        _mask = Rent<int>(count * length);
        _pool = Rent<float>(count * Words * length);
        _shapes = Rent<long>(count * Words);
        for (var row = 0; row < count; row++)
            Fill(plan, plan.Parts[start + row], row, length);
        Values =
        [
            Tensor(_pieces, count, length),
            Tensor(_mask, count, length),
            Tensor(_pool, count, Words, length),
            Tensor(_shapes, count, Words),
        ];
    }

    /// <summary>Words of the longest part.</summary>
    public int Words { get; }

    /// <summary>The tensors.</summary>
    public OrtValue[] Values { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var value in Values)
            value.Dispose();
        ArrayPool<long>.Shared.Return(_pieces);
        ArrayPool<int>.Shared.Return(_mask);
        ArrayPool<float>.Shared.Return(_pool);
        ArrayPool<long>.Shared.Return(_shapes);
    }

    private void Fill(BatchPlan plan, ChunkPart part, int row, int length)
    {
        var at = row * length;
        _pieces[at] = WordPieces.First;
        var used = 1;
        for (var word = 0; word < part.Words; word++)
        {
            var pieces = plan.PiecesOf(part.FirstWord + word, part.MostPieces);
            _pool.AsSpan((row * Words + word) * length + used, pieces.Length).Fill(1f / pieces.Length);
            foreach (var piece in pieces)
                _pieces[at + used++] = piece;
            _shapes[row * Words + word] = plan.ShapeOf(part.FirstWord + word);
        }
        _pieces[at + used++] = WordPieces.Last;
        _mask.AsSpan(at, used).Fill(1);
    }

    private static T[] Rent<T>(int size)
    {
        var array = ArrayPool<T>.Shared.Rent(size);
        array.AsSpan(0, size).Clear();
        return array;
    }

    private static OrtValue Tensor<T>(T[] array, params long[] shape)
        where T : unmanaged
    {
        var size = 1L;
        foreach (var dimension in shape)
            size *= dimension;
        return OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, array.AsMemory(0, (int)size), shape);
    }
}
