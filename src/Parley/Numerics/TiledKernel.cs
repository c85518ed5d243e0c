// Guarded by KernelBenchmarks.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Parley.Numerics;

/// <summary>The walk that all vector kernels share: block by block of outputs, four rows at a time, then the rows that are left.</summary>
internal abstract unsafe class TiledKernel : IMatrixKernel
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Multiply(PackedMatrix matrix, byte* rows, int count, float* output)
    {
        var inputs = matrix.Inputs;
        var outputs = matrix.Outputs;
        fixed (int* zeros = matrix.ZeroSums)
        fixed (float* scales = matrix.Scales)
        fixed (float* biases = matrix.Biases)
            for (var first = 0; first < outputs; first += PackedMatrix.Block)
            {
                var finish = new Finish(zeros + first, scales + first, biases + first);
                var weights = matrix.Weights + (long)first * inputs;
                var row = 0;
                if (matrix.FitsTwice[first / PackedMatrix.Block])
                    for (; row + 4 <= count; row += 4)
                        FourOfSmall(weights, rows + (long)row * inputs, inputs, finish, output + (long)row * outputs + first, outputs);
                else
                    for (; row + 4 <= count; row += 4)
                        Four(weights, rows + (long)row * inputs, inputs, finish, output + (long)row * outputs + first, outputs);
                for (; row < count; row++)
                    One(weights, rows + (long)row * inputs, inputs, finish, output + (long)row * outputs + first);
            }
    }

    /// <summary>One block of outputs for four rows that follow each other; results lie <paramref name="stride"/> floats apart.</summary>
    protected abstract void Four(sbyte* weights, byte* rows, int inputs, in Finish finish, float* output, int stride);

    /// <summary>The same for a block where twice four products fit 16 bits.</summary>
    protected virtual void FourOfSmall(sbyte* weights, byte* rows, int inputs, in Finish finish, float* output, int stride) =>
        Four(weights, rows, inputs, finish, output, stride);

    /// <summary>One block of outputs for one row.</summary>
    protected abstract void One(sbyte* weights, byte* row, int inputs, in Finish finish, float* output);

    /// <summary>Turns the sums of one block of outputs into floats.</summary>
    protected readonly struct Finish(int* zeros, float* scales, float* biases)
    {
        /// <summary>Stores sixteen sums that stand in two vectors.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Store(Vector256<int> low, Vector256<int> high, float* output)
        {
            var first = Vector256.ConvertToSingle(low - Vector256.Load(zeros)) * Vector256.Load(scales) + Vector256.Load(biases);
            var second =
                Vector256.ConvertToSingle(high - Vector256.Load(zeros + 8)) * Vector256.Load(scales + 8) + Vector256.Load(biases + 8);
            first.Store(output);
            second.Store(output + 8);
        }

        /// <summary>Stores sixteen sums that stand in one vector.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Store(Vector512<int> sums, float* output) =>
            (Vector512.ConvertToSingle(sums - Vector512.Load(zeros)) * Vector512.Load(scales) + Vector512.Load(biases)).Store(output);
    }
}
