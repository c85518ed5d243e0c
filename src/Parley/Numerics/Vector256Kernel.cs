// Guarded by KernelBenchmarks.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parley.Numerics;

/// <summary>The kernel for AVX2: four rows by sixteen outputs in registers, eight products a step and output.</summary>
internal sealed unsafe class Vector256Kernel : TiledKernel
{
    private const int Step = 8 * PackedMatrix.Block;

    /// <inheritdoc/>
    public override string Name => "AVX2";

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Four(sbyte* weights, byte* rows, int inputs, in Finish finish, float* output, int stride)
    {
        var ones = Vector256<short>.One;
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
        for (var k = 0; k < inputs; k += 8, weights += Step)
        {
            var w0 = Vector256.Load(weights);
            var w1 = Vector256.Load(weights + 32);
            var w2 = Vector256.Load(weights + 64);
            var w3 = Vector256.Load(weights + 96);
            Vector256<byte> x = Broadcast(a + k),
                y = Broadcast(a + k + 4);
            a0 = Add(a0, x, y, w0, w2, ones);
            a1 = Add(a1, x, y, w1, w3, ones);
            (x, y) = (Broadcast(b + k), Broadcast(b + k + 4));
            b0 = Add(b0, x, y, w0, w2, ones);
            b1 = Add(b1, x, y, w1, w3, ones);
            (x, y) = (Broadcast(c + k), Broadcast(c + k + 4));
            c0 = Add(c0, x, y, w0, w2, ones);
            c1 = Add(c1, x, y, w1, w3, ones);
            (x, y) = (Broadcast(d + k), Broadcast(d + k + 4));
            d0 = Add(d0, x, y, w0, w2, ones);
            d1 = Add(d1, x, y, w1, w3, ones);
        }
        finish.Store(a0, a1, output);
        finish.Store(b0, b1, output + stride);
        finish.Store(c0, c1, output + 2 * stride);
        finish.Store(d0, d1, output + 3 * stride);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void FourOfSmall(sbyte* weights, byte* rows, int inputs, in Finish finish, float* output, int stride)
    {
        var ones = Vector256<short>.One;
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
        for (var k = 0; k < inputs; k += 16, weights += 2 * Step)
        {
            AddTwice(ref a0, ref a1, a + k, weights, ones);
            AddTwice(ref b0, ref b1, b + k, weights, ones);
            AddTwice(ref c0, ref c1, c + k, weights, ones);
            AddTwice(ref d0, ref d1, d + k, weights, ones);
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
        var ones = Vector256<short>.One;
        Vector256<int> a0 = default,
            a1 = default;
        for (var k = 0; k < inputs; k += 8, weights += Step)
        {
            Vector256<byte> x = Broadcast(row + k),
                y = Broadcast(row + k + 4);
            a0 = Add(a0, x, y, Vector256.Load(weights), Vector256.Load(weights + 64), ones);
            a1 = Add(a1, x, y, Vector256.Load(weights + 32), Vector256.Load(weights + 96), ones);
        }
        finish.Store(a0, a1, output);
    }

    /// <summary>Adds eight products for each of eight outputs; four of them fit 16 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Add(
        Vector256<int> sums,
        Vector256<byte> x,
        Vector256<byte> y,
        Vector256<sbyte> w,
        Vector256<sbyte> v,
        Vector256<short> ones
    ) => sums + Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(x, w) + Avx2.MultiplyAddAdjacent(y, v), ones);

    /// <summary>Adds sixteen products for each of sixteen outputs; eight of them fit 16 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTwice(ref Vector256<int> low, ref Vector256<int> high, byte* row, sbyte* weights, Vector256<short> ones)
    {
        var x = Broadcast(row);
        var first = Avx2.MultiplyAddAdjacent(x, Vector256.Load(weights));
        var second = Avx2.MultiplyAddAdjacent(x, Vector256.Load(weights + 32));
        x = Broadcast(row + 4);
        first += Avx2.MultiplyAddAdjacent(x, Vector256.Load(weights + 64));
        second += Avx2.MultiplyAddAdjacent(x, Vector256.Load(weights + 96));
        x = Broadcast(row + 8);
        first += Avx2.MultiplyAddAdjacent(x, Vector256.Load(weights + Step));
        second += Avx2.MultiplyAddAdjacent(x, Vector256.Load(weights + Step + 32));
        x = Broadcast(row + 12);
        first += Avx2.MultiplyAddAdjacent(x, Vector256.Load(weights + Step + 64));
        second += Avx2.MultiplyAddAdjacent(x, Vector256.Load(weights + Step + 96));
        low += Avx2.MultiplyAddAdjacent(first, ones);
        high += Avx2.MultiplyAddAdjacent(second, ones);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Broadcast(byte* four) => Avx2.BroadcastScalarToVector256((int*)four).AsByte();
}
