using System.Runtime.Intrinsics;
using CsCheck;
using Parley.Numerics;
using Xunit;

namespace Parley.Tests.Numerics;

public sealed unsafe class RowsTests
{
    [Fact]
    public void A_row_is_normalised_and_rounded_to_its_steps() =>
        Gen.Float[-50, 50]
            .Array[32]
            .Sample(row =>
            {
                var activations = new byte[row.Length];
                fixed (float* x = row)
                fixed (byte* y = activations)
                    Rows.Normalise(x, row.Length, 5, y);
                var mean = row.Average(number => (double)number);
                var deviation = Math.Sqrt(row.Average(number => (number - mean) * (number - mean)) + 1e-5);
                for (var i = 0; i < row.Length; i++)
                {
                    var wanted = Math.Clamp((row[i] - mean) / deviation, -5, 5) * 63 / 5;
                    Assert.InRange(activations[i] - PackedMatrix.Zero - wanted, -0.51, 0.51);
                }
            });

    [Fact]
    public void The_sigmoid_is_right_to_two_millionths() =>
        Gen.Float[-40, 40]
            .Sample(x =>
            {
                var found = Rows.Sigmoid(Vector256.Create(x))[0];
                Assert.InRange(found - 1 / (1 + Math.Exp(-x)), -2e-6, 2e-6);
            });

    [Fact]
    public void The_first_of_the_greatest_is_found() =>
        Gen.Int[0, 9]
            .Array[1, 60]
            .Sample(numbers =>
            {
                var row = numbers.Select(number => (float)number).ToArray();
                fixed (float* x = row)
                    Assert.Equal(Array.IndexOf(row, row.Max()), Rows.IndexOfGreatest(x, row.Length));
            });

    [Fact]
    public void A_transform_adds_rows_times_their_factors_to_the_bias()
    {
        float[] matrix = [.. Enumerable.Range(0, 3 * 32).Select(i => (float)(i % 7))];
        float[] bias = [.. Enumerable.Range(0, 32).Select(i => (float)i)];
        float[] factors = [2, -1, 3];
        var result = new float[32];
        fixed (float* m = matrix)
        fixed (float* b = bias)
        fixed (float* f = factors)
        fixed (float* r = result)
            Rows.Transform(m, b, f, 3, 32, r);
        for (var i = 0; i < 32; i++)
            Assert.Equal(bias[i] + 2 * matrix[i] - matrix[32 + i] + 3 * matrix[64 + i], result[i]);
    }
}
