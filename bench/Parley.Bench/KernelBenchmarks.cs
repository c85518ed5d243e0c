using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using Parley.Numerics;

namespace Parley.Bench;

/// <summary>The product that takes most of the fast model's time: one layer over 32 words, by each kernel of this processor.</summary>
/// <remarks>4.9 million multiplications and additions: divide by the time for the rate.</remarks>
public unsafe class KernelBenchmarks
{
    /// <summary>Words of a layer.</summary>
    public const int Words = 32;

    /// <summary>Multiplications, each with an addition, of a layer.</summary>
    public const double Products = (double)Inputs * Outputs * Words;

    private const int Inputs = 480,
        Outputs = 320;

    private PackedMatrix _matrix = null!;
    private IMatrixKernel _kernel = null!;
    private byte* _rows;
    private float* _output;

    /// <summary>The kernels that run here.</summary>
    public static IEnumerable<string> Kernels => MatrixKernels.Supported.Select(kernel => kernel.Name);

    [ParamsSource(nameof(Kernels))]
    public string Kernel { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(1);
        var weights = (sbyte*)NativeMemory.AlignedAlloc(Inputs * Outputs, 64);
        for (var i = 0; i < Inputs * Outputs; i++)
            weights[i] = (sbyte)random.Next(-63, 64);
        _matrix = new PackedMatrix(weights, Inputs, Outputs, [.. Enumerable.Repeat(0.01f, Outputs)], new float[Outputs]);
        _kernel = MatrixKernels.Supported.First(kernel => kernel.Name == Kernel);
        _rows = (byte*)NativeMemory.AlignedAlloc(Inputs * Words, 64);
        for (var i = 0; i < Inputs * Words; i++)
            _rows[i] = (byte)random.Next(1, 128);
        _output = (float*)NativeMemory.AlignedAlloc(Outputs * Words * sizeof(float), 64);
    }

    [Benchmark]
    public void Layer() => _kernel.Multiply(_matrix, _rows, Words, _output);
}
