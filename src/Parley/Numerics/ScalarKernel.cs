namespace Parley.Numerics;

/// <summary>The kernel in plain arithmetic: the meaning of the others, and what runs where there are no vectors.</summary>
internal sealed unsafe class ScalarKernel : IMatrixKernel
{
    /// <inheritdoc/>
    public string Name => "scalar";

    /// <inheritdoc/>
    public void Multiply(PackedMatrix matrix, byte* rows, int count, float* output)
    {
        var sums = stackalloc int[PackedMatrix.Block];
        for (var first = 0; first < matrix.Outputs; first += PackedMatrix.Block)
        for (var row = 0; row < count; row++)
        {
            new Span<int>(sums, PackedMatrix.Block).Clear();
            var weights = matrix.Weights + (long)first * matrix.Inputs;
            var x = rows + (long)row * matrix.Inputs;
            for (var k = 0; k < matrix.Inputs; k += 4, weights += 4 * PackedMatrix.Block)
            for (var o = 0; o < PackedMatrix.Block; o++)
                sums[o] +=
                    x[k] * weights[4 * o] + x[k + 1] * weights[4 * o + 1] + x[k + 2] * weights[4 * o + 2] + x[k + 3] * weights[4 * o + 3];
            var results = output + (long)row * matrix.Outputs + first;
            for (var o = 0; o < PackedMatrix.Block; o++)
                results[o] = (sums[o] - matrix.ZeroSums[first + o]) * matrix.Scales[first + o] + matrix.Biases[first + o];
        }
    }
}
