// Guarded by KernelBenchmarks.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parley.Numerics;

/// <summary>The kernel for AVX-VNNI, which adds four products in one instruction: four rows by sixteen outputs in registers.</summary>
internal sealed unsafe class VnniKernel : TiledKernel
{
    private const int Step = 4 * PackedMatrix.Block;

    /// <inheritdoc/>
    public override string Name => "AVX-VNNI";

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Four(sbyte* weights, byte* rows, int inputs, in Finish finish, float* output, int stride)
    {
        Vector256<int> a0 = default,
            a1 = default,
            b0 = default,
            b1 = default,
            c0 = default,
            c1 = default,
            d0 = default,
            d1 = default;
        byte* a = rows,
            b = a + inputs,
            c = b + inputs,
            d = c + inputs;
        for (var k = 0; k < inputs; k += 4, weights += Step)
        {
            var w0 = Vector256.Load(weights);
            var w1 = Vector256.Load(weights + 32);
            var x = Broadcast(a + k);
            a0 = AvxVnni.MultiplyWideningAndAdd(a0, x, w0);
            a1 = AvxVnni.MultiplyWideningAndAdd(a1, x, w1);
            x = Broadcast(b + k);
            b0 = AvxVnni.MultiplyWideningAndAdd(b0, x, w0);
            b1 = AvxVnni.MultiplyWideningAndAdd(b1, x, w1);
            x = Broadcast(c + k);
            c0 = AvxVnni.MultiplyWideningAndAdd(c0, x, w0);
            c1 = AvxVnni.MultiplyWideningAndAdd(c1, x, w1);
            x = Broadcast(d + k);
            d0 = AvxVnni.MultiplyWideningAndAdd(d0, x, w0);
            d1 = AvxVnni.MultiplyWideningAndAdd(d1, x, w1);
        }
        finish.Store(a0, a1, output);
        finish.Store(b0, b1, output + stride);
        finish.Store(c0, c1, output + 2 * stride);
        finish.Store(d0, d1, output + 3 * stride);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void One(sbyte* weights, byte* row, int inputs, in Finish finish, float* output)
    {
        Vector256<int> a0 = default,
            a1 = default;
        for (var k = 0; k < inputs; k += 4, weights += Step)
        {
            var x = Broadcast(row + k);
            a0 = AvxVnni.MultiplyWideningAndAdd(a0, x, Vector256.Load(weights));
            a1 = AvxVnni.MultiplyWideningAndAdd(a1, x, Vector256.Load(weights + 32));
        }
        finish.Store(a0, a1, output);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Broadcast(byte* four) => Avx2.BroadcastScalarToVector256((int*)four).AsByte();
}
