namespace Parley.Numerics;

/// <summary>Multiplies rows of activations by a <see cref="PackedMatrix"/>. All kernels give the same bits.</summary>
internal unsafe interface IMatrixKernel
{
    /// <summary>The vector instructions it uses, as one names them (<c>AVX2</c>).</summary>
    string Name { get; }

    /// <summary>Fills <paramref name="output"/>, <see cref="PackedMatrix.Outputs"/> floats a row.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="rows">Activations, <see cref="PackedMatrix.Inputs"/> bytes a row.</param>
    /// <param name="count">Number of rows.</param>
    /// <param name="output">Where the first row of results goes.</param>
    void Multiply(PackedMatrix matrix, byte* rows, int count, float* output);
}
