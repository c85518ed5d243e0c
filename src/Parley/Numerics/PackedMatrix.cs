using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Parley.Numerics;

/// <summary>A matrix of 7-bit weights laid out for the kernels: it turns rows of activations of 7 bits into rows of floats.</summary>
/// <remarks>
/// Outputs stand in blocks of <see cref="Block"/>; in a block, four weights of each output stand together (64 bytes), then the next four.
/// Weights lie in -63..63 and activations in 1..127 with <see cref="Zero"/> for 0, so that four products fit 16 bits (and twice four mostly do: <see cref="FitsTwice"/>). An output is
/// (sum - <see cref="ZeroSums"/>) * <see cref="Scales"/> + <see cref="Biases"/>, in this order and unfused, on every processor the same.
/// </remarks>
internal sealed unsafe class PackedMatrix
{
    /// <summary>Outputs of a block.</summary>
    public const int Block = 16;

    /// <summary>The activation that stands for 0.</summary>
    public const byte Zero = 64;

    /// <summary>Takes weights that stay where they are for as long as the matrix is used.</summary>
    /// <param name="weights">Inputs times outputs bytes in the order described.</param>
    /// <param name="inputs">Number of inputs, a multiple of 8.</param>
    /// <param name="outputs">Number of outputs, a multiple of <see cref="Block"/>.</param>
    /// <param name="scales">What a unit of the sum is worth, for each output.</param>
    /// <param name="biases">What is added, for each output.</param>
    public PackedMatrix(sbyte* weights, int inputs, int outputs, float[] scales, float[] biases)
    {
        Weights = weights;
        Inputs = inputs;
        Outputs = outputs;
        Scales = scales;
        Biases = biases;
        ZeroSums = new int[outputs];
        FitsTwice = new bool[outputs / Block];
        for (var block = 0; block < FitsTwice.Length; block++)
            FitsTwice[block] = AddUp(weights + (long)block * Block * inputs, inputs, ZeroSums.AsSpan(block * Block, Block));
    }

    /// <summary>The weights.</summary>
    public sbyte* Weights { get; }

    /// <summary>Number of inputs.</summary>
    public int Inputs { get; }

    /// <summary>Number of outputs.</summary>
    public int Outputs { get; }

    /// <summary>What a unit of the sum is worth.</summary>
    public float[] Scales { get; }

    /// <summary>What is added.</summary>
    public float[] Biases { get; }

    /// <summary>The sum of each output where all inputs are 0.</summary>
    public int[] ZeroSums { get; }

    /// <summary>For each block, whether twice four products fit 16 bits too, as mostly they do: true only where the inputs are a multiple of 16.</summary>
    public bool[] FitsTwice { get; }

    /// <summary>Some of the outputs as a matrix of its own over the same weights.</summary>
    /// <param name="first">The first output, a multiple of <see cref="Block"/>.</param>
    /// <param name="count">How many, a multiple of <see cref="Block"/>.</param>
    public PackedMatrix Slice(int first, int count) =>
        new(Weights + (long)first * Inputs, Inputs, count, Scales[first..(first + count)], Biases[first..(first + count)]);

    /// <summary>Where the weight of an input for an output stands.</summary>
    public static int IndexOf(int input, int output, int inputs) =>
        output / Block * Block * inputs + input / 4 * 4 * Block + output % Block * 4 + input % 4;

    /// <summary>Fills the sums of one block of outputs where all inputs are 0; true where twice four products fit 16 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool AddUp(sbyte* weights, int inputs, Span<int> zeroSums)
    {
        const int Most = short.MaxValue / 127,
            Group = 4 * Block;
        var most = Vector256<short>.Zero;
        for (var part = 0; part < Group; part += Vector256<sbyte>.Count)
        {
            // Two sums of 16 bits for each output: of the first and of the last two of each four weights.
            var (above, below, sums) = (Vector256<short>.Zero, Vector256<short>.Zero, Vector256<int>.Zero);
            var at = weights + part;
            for (var group = 0; group < inputs / 4; group++, at += Group)
            {
                if (group % 4 == 0)
                    above = below = Vector256<short>.Zero;
                var pairs = Vector256.Load((short*)at);
                var (one, other) = ((pairs << 8) >> 8, pairs >> 8);
                above += Vector256.Max(one, Vector256<short>.Zero) + Vector256.Max(other, Vector256<short>.Zero);
                below -= Vector256.Min(one, Vector256<short>.Zero) + Vector256.Min(other, Vector256<short>.Zero);
                most = Vector256.Max(most, Vector256.Max(above, below));
                var fours = (one + other).AsInt32();
                sums += ((fours << 16) >> 16) + (fours >> 16);
            }
            (sums * Zero).CopyTo(zeroSums[(part / 4)..]);
        }
        return inputs % 16 == 0 && !Vector256.GreaterThanAny(most, Vector256.Create((short)Most));
    }
}
