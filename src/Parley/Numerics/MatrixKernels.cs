using System.Runtime.Intrinsics.X86;

namespace Parley.Numerics;

/// <summary>Picks the kernel that suits the processor.</summary>
internal static class MatrixKernels
{
    /// <summary>The kernels that run on this processor, fastest first; the last one runs on all.</summary>
    public static IReadOnlyList<IMatrixKernel> Supported { get; } = [.. Find()];

    /// <summary>The fastest.</summary>
    public static IMatrixKernel Best => Supported[0];

    private static IEnumerable<IMatrixKernel> Find()
    {
        if (Avx512BW.IsSupported)
            yield return new Vector512Kernel();
        if (AvxVnni.IsSupported)
            yield return new VnniKernel();
        if (Avx2.IsSupported)
            yield return new Vector256Kernel();
        yield return new ScalarKernel();
    }
}
