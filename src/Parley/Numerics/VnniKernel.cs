// Guarded by KernelBenchmarks.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parley.Numerics;

/// <summary>The kernel for AVX-VNNI, which adds four products in one instruction: four rows by sixteen outputs in registers.</summary>
internal sealed unsafe class VnniKernel : IMatrixKernel
{
    private const int Step = 4 * PackedMatrix.Block;

    /// <inheritdoc/>
    public string Name => "AVX-VNNI";

    /// <inheritdoc/>
    public void Multiply(PackedMatrix matrix, byte* rows, int count, float* output)
    {
        var inputs = matrix.Inputs;
        var outputs = matrix.Outputs;
        fixed (int* zeros = matrix.ZeroSums)
        fixed (float* scales = matrix.Scales)
        fixed (float* biases = matrix.Biases)
            for (var first = 0; first < outputs; first += PackedMatrix.Block)
            {
                var finish = new Vector256Kernel.Finish(zeros + first, scales + first, biases + first);
                var weights = matrix.Weights + (long)first * inputs;
                for (var row = 0; row < count; row += 4)
                {
                    // The last rows may be fewer than four: then some are reckoned twice.
                    byte* a = rows + (long)row * inputs,
                        b = rows + (long)Math.Min(row + 1, count - 1) * inputs,
                        c = rows + (long)Math.Min(row + 2, count - 1) * inputs,
                        d = rows + (long)Math.Min(row + 3, count - 1) * inputs;
                    Four(weights, a, b, c, d, inputs, finish, output + (long)row * outputs + first, outputs, count - row);
                }
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four(
        sbyte* weights,
        byte* a,
        byte* b,
        byte* c,
        byte* d,
        int inputs,
        in Vector256Kernel.Finish finish,
        float* output,
        int stride,
        int wanted
    )
    {
        Vector256<int> a0 = default,
            a1 = default,
            b0 = default,
            b1 = default,
            c0 = default,
            c1 = default,
            d0 = default,
            d1 = default;
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
        if (wanted > 1)
            finish.Store(b0, b1, output + stride);
        if (wanted > 2)
            finish.Store(c0, c1, output + 2 * stride);
        if (wanted > 3)
            finish.Store(d0, d1, output + 3 * stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Broadcast(byte* four) => Avx2.BroadcastScalarToVector256((int*)four).AsByte();
}
