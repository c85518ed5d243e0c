// Guarded by KernelBenchmarks.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parley.Numerics;

/// <summary>The kernel for AVX-512BW: four rows by sixteen outputs in registers. Without the instructions it runs on two halves, for tests.</summary>
internal sealed unsafe class Vector512Kernel : TiledKernel
{
    private const int Step = 8 * PackedMatrix.Block;

    /// <inheritdoc/>
    public override string Name => "AVX-512BW";

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Four(sbyte* weights, byte* rows, int inputs, in Finish finish, float* output, int stride)
    {
        Vector512<int> a = default,
            b = default,
            c = default,
            d = default;
        byte* p = rows,
            q = p + inputs,
            r = q + inputs,
            s = r + inputs;
        for (var k = 0; k < inputs; k += 8, weights += Step)
        {
            var w = Vector512.Load(weights);
            var v = Vector512.Load(weights + 64);
            a = Add(a, p + k, w, v);
            b = Add(b, q + k, w, v);
            c = Add(c, r + k, w, v);
            d = Add(d, s + k, w, v);
        }
        finish.Store(a, output);
        finish.Store(b, output + stride);
        finish.Store(c, output + 2 * stride);
        finish.Store(d, output + 3 * stride);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void One(sbyte* weights, byte* row, int inputs, in Finish finish, float* output)
    {
        Vector512<int> a = default;
        for (var k = 0; k < inputs; k += 8, weights += Step)
            a = Add(a, row + k, Vector512.Load(weights), Vector512.Load(weights + 64));
        finish.Store(a, output);
    }

    /// <summary>Adds eight products for each of sixteen outputs; four of them fit 16 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Add(Vector512<int> sums, byte* eight, Vector512<sbyte> w, Vector512<sbyte> v)
    {
        var x = Vector512.Create(*(int*)eight).AsByte();
        var y = Vector512.Create(*(int*)(eight + 4)).AsByte();
        if (Avx512BW.IsSupported)
        {
            var four = Avx512BW.MultiplyAddAdjacent(x, w) + Avx512BW.MultiplyAddAdjacent(y, v);
            return sums + Avx512BW.MultiplyAddAdjacent(four, Vector512<short>.One);
        }
        return Vector512.Create(
            Half(sums.GetLower(), x.GetLower(), y.GetLower(), w.GetLower(), v.GetLower()),
            Half(sums.GetUpper(), x.GetUpper(), y.GetUpper(), w.GetUpper(), v.GetUpper())
        );
    }

    private static Vector256<int> Half(Vector256<int> sums, Vector256<byte> x, Vector256<byte> y, Vector256<sbyte> w, Vector256<sbyte> v) =>
        sums + Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(x, w) + Avx2.MultiplyAddAdjacent(y, v), Vector256<short>.One);
}
