using System.Diagnostics;
using System.Globalization;
using Parley.Eval;

namespace Parley.Bench;

/// <summary>How fast each kernel of this processor is at one layer of the fast model, on one core.</summary>
internal static class KernelTable
{
    private const int Runs = 9,
        Layers = 2_000;

    /// <summary>Measures all kernels: the median of some runs of many layers each.</summary>
    public static Table Measure() =>
        new(
            $"Kernels of the fast model on one core: one layer (480 by 320) over {KernelBenchmarks.Words} words, again and again; medians of {Runs} runs.",
            ["kernel", "microseconds", "billion multiplications and additions a second"],
            [.. KernelBenchmarks.Kernels.Select(Row)]
        );

    private static string[] Row(string kernel)
    {
        var benchmark = new KernelBenchmarks { Kernel = kernel };
        benchmark.Prepare();
        var seconds = Enumerable.Range(0, Runs).Select(_ => Time(benchmark)).Order().ElementAt(Runs / 2);
        return [kernel, Number(seconds * 1e6), Number(KernelBenchmarks.Products / seconds / 1e9)];
    }

    private static double Time(KernelBenchmarks benchmark)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Layers; i++)
            benchmark.Layer();
        return watch.Elapsed.TotalSeconds / Layers;
    }

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
