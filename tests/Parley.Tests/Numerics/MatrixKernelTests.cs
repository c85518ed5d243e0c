using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using CsCheck;
using Parley.Numerics;
using Xunit;

namespace Parley.Tests.Numerics;

public sealed unsafe class MatrixKernelTests
{
    public static TheoryData<string> Names => [.. Kernels().Select(kernel => kernel.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_kernel_gives_the_bits_of_plain_arithmetic(string name) =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 3], Gen.Int[0, 11], Gen.Int[0, 1 << 30])
            .Sample(
                (eights, blocks, rows, seed) =>
                {
                    var kernel = Kernels().First(kernel => kernel.Name == name);
                    Assert.Equal(
                        Run(new ScalarKernel(), 8 * eights, PackedMatrix.Block * blocks, rows, seed),
                        Run(kernel, 8 * eights, PackedMatrix.Block * blocks, rows, seed)
                    );
                },
                iter: 300
            );

    public static MatrixTheoryData<string, int> NamesAndWeights =>
        new(Kernels().Select(kernel => kernel.Name), [63, 33, 32, -32, -33, -63]);

    [Theory]
    [MemberData(nameof(NamesAndWeights))]
    public void The_greatest_products_do_not_overflow(string name, int weight)
    {
        var kernel = Kernels().First(kernel => kernel.Name == name);
        const int inputs = 480,
            rows = 5;
        var weights = Enumerable.Repeat((sbyte)weight, inputs * PackedMatrix.Block).ToArray();
        var activations = Enumerable.Repeat((byte)127, inputs * rows).ToArray();
        var output = new float[PackedMatrix.Block * rows];
        fixed (sbyte* w = weights)
        fixed (byte* x = activations)
        fixed (float* y = output)
        {
            var matrix = new PackedMatrix(w, inputs, PackedMatrix.Block, [.. Ones()], new float[PackedMatrix.Block]);
            Assert.Equal(Math.Abs(weight) <= 32, matrix.FitsTwice[0]);
            kernel.Multiply(matrix, x, rows, y);
        }
        Assert.All(output, sum => Assert.Equal(inputs * weight * 63, sum));
    }

    [Fact]
    public void A_row_of_zeros_gives_the_biases()
    {
        var matrix = new float[PackedMatrix.Block];
        var biases = Enumerable.Range(0, PackedMatrix.Block).Select(i => i / 3f).ToArray();
        var weights = Enumerable.Range(0, 8 * PackedMatrix.Block).Select(i => (sbyte)(i % 127 - 63)).ToArray();
        var row = Enumerable.Repeat(PackedMatrix.Zero, 8).ToArray();
        fixed (sbyte* w = weights)
        fixed (byte* x = row)
        fixed (float* y = matrix)
            new ScalarKernel().Multiply(new PackedMatrix(w, 8, PackedMatrix.Block, [.. Ones()], biases), x, 1, y);
        Assert.Equal(biases, matrix);
    }

    private static IEnumerable<float> Ones() => Enumerable.Repeat(1f, PackedMatrix.Block);

    /// <summary>What runs here, and the widest kernel too, which without its instructions runs on two halves.</summary>
    private static IEnumerable<IMatrixKernel> Kernels() =>
        Avx2.IsSupported && !Avx512BW.IsSupported ? MatrixKernels.Supported.Prepend(new Vector512Kernel()) : MatrixKernels.Supported;

    private static float[] Run(IMatrixKernel kernel, int inputs, int outputs, int count, int seed)
    {
        var random = new Random(seed);
        // Every second matrix has weights so small that more products fit 16 bits.
        var most = seed % 2 == 0 ? 63 : 30;
        var weights = new sbyte[inputs * outputs];
        foreach (ref var weight in weights.AsSpan())
            weight = (sbyte)random.Next(-most, most + 1);
        var rows = new byte[Math.Max(1, inputs * count)];
        foreach (ref var activation in rows.AsSpan())
            activation = (byte)random.Next(1, 128);
        var (scales, biases) = (new float[outputs], new float[outputs]);
        for (var i = 0; i < outputs; i++)
            (scales[i], biases[i]) = (random.NextSingle(), random.NextSingle() - 0.5f);
        var output = new float[outputs * count];
        fixed (sbyte* w = weights)
        fixed (byte* x = rows)
        fixed (float* y = &MemoryMarshal.GetArrayDataReference(output))
            kernel.Multiply(new PackedMatrix(w, inputs, outputs, scales, biases), x, count, y);
        return output;
    }
}
