// Guarded by KernelBenchmarks. Loops here run so often in their first second that they must not wait for the second compilation.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Parley.Numerics;

/// <summary>What is done to whole rows of floats. Widths are multiples of 8. Products and sums are never fused, so every processor gives the same bits.</summary>
internal static unsafe class Rows
{
    /// <summary>Makes mean 0 and variance 1 of a row, cuts it at <paramref name="range"/>, and rounds it to activations of 7 bits around <see cref="PackedMatrix.Zero"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Normalise(float* row, int width, float range, byte* result)
    {
        Vector256<float> sum = default,
            squares = default;
        for (var i = 0; i < width; i += 8)
            sum += Vector256.Load(row + i);
        var mean = Vector256.Create(Total(sum) / width);
        for (var i = 0; i < width; i += 8)
        {
            var away = Vector256.Load(row + i) - mean;
            squares += away * away;
        }
        var steps = PackedMatrix.Zero - 1;
        var factor = Vector256.Create(1 / MathF.Sqrt(Total(squares) / width + 1e-5f) * (steps / range));
        var most = Vector256.Create((float)steps);
        for (var i = 0; i < width; i += 8)
        {
            var scaled = (Vector256.Load(row + i) - mean) * factor;
            scaled = Vector256.MinNative(Vector256.MaxNative(scaled, -most), most);
            var whole = Vector256.ConvertToInt32(Round(scaled)) + Vector256.Create((int)PackedMatrix.Zero);
            var narrow = Vector128.Narrow(whole.GetLower(), whole.GetUpper());
            *(long*)(result + i) = Vector128.Narrow(narrow, narrow).AsInt64().ToScalar();
        }
    }

    /// <summary>Adds to each number of a row a value times the sigmoid of a gate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddGated(float* row, float* values, float* gates, int width)
    {
        for (var i = 0; i < width; i += 8)
            (Vector256.Load(row + i) + Vector256.Load(values + i) * Sigmoid(Vector256.Load(gates + i))).Store(row + i);
    }

    /// <summary>Sum of the products of two rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Dot(float* a, float* b, int width)
    {
        Vector256<float> sum = default;
        for (var i = 0; i < width; i += 8)
            sum += Vector256.Load(a + i) * Vector256.Load(b + i);
        return Total(sum);
    }

    /// <summary>Adds a row to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(float* sums, float* row, int width)
    {
        for (var i = 0; i < width; i += 8)
            (Vector256.Load(sums + i) + Vector256.Load(row + i)).Store(sums + i);
    }

    /// <summary>Multiplies each number by its scale and adds its bias.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale(float* row, float* scales, float* biases, int width)
    {
        for (var i = 0; i < width; i += 8)
            (Vector256.Load(row + i) * Vector256.Load(scales + i) + Vector256.Load(biases + i)).Store(row + i);
    }

    /// <summary>Replaces what is below 0 by 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rectify(float* row, int width)
    {
        for (var i = 0; i < width; i += 8)
            Vector256.MaxNative(Vector256.Load(row + i), Vector256<float>.Zero).Store(row + i);
    }

    /// <summary>The sum of two rows, 0 where it is below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddRectified(float* a, float* b, int width, float* result)
    {
        for (var i = 0; i < width; i += 8)
            Vector256.MaxNative(Vector256.Load(a + i) + Vector256.Load(b + i), Vector256<float>.Zero).Store(result + i);
    }

    /// <summary>Where the greatest number stands; the first of equals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int IndexOfGreatest(float* numbers, int count)
    {
        var (best, from) = (0, 1);
        if (count >= 16)
        {
            var greatest = Vector256.Load(numbers);
            var places = Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7);
            var here = places;
            for (from = 8; from + 8 <= count; from += 8)
            {
                here += Vector256.Create(8f);
                var found = Vector256.Load(numbers + from);
                var isGreater = Vector256.GreaterThan(found, greatest);
                greatest = Vector256.ConditionalSelect(isGreater, found, greatest);
                places = Vector256.ConditionalSelect(isGreater, here, places);
            }
            best = (int)places[0];
            for (var i = 1; i < 8; i++)
                if (greatest[i] > numbers[best] || (greatest[i] == numbers[best] && (int)places[i] < best))
                    best = (int)places[i];
        }
        for (var i = from; i < count; i++)
            if (numbers[i] > numbers[best])
                best = i;
        return best;
    }

    /// <summary>A bias, and the rows of a matrix times the numbers of another row, added up. Width is a multiple of 32.</summary>
    /// <param name="matrix">Rows of <paramref name="width"/> numbers.</param>
    /// <param name="bias">What the sum begins with.</param>
    /// <param name="factors">A number for each row.</param>
    /// <param name="count">Number of rows.</param>
    /// <param name="width">Numbers of a row.</param>
    /// <param name="result">The sum.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transform(float* matrix, float* bias, float* factors, int count, int width, float* result)
    {
        for (var column = 0; column < width; column += 32)
        {
            var a = Vector256.Load(bias + column);
            var b = Vector256.Load(bias + column + 8);
            var c = Vector256.Load(bias + column + 16);
            var d = Vector256.Load(bias + column + 24);
            var row = matrix + column;
            for (var i = 0; i < count; i++, row += width)
            {
                var factor = Vector256.Create(factors[i]);
                a += Vector256.Load(row) * factor;
                b += Vector256.Load(row + 8) * factor;
                c += Vector256.Load(row + 16) * factor;
                d += Vector256.Load(row + 24) * factor;
            }
            a.Store(result + column);
            b.Store(result + column + 8);
            c.Store(result + column + 16);
            d.Store(result + column + 24);
        }
    }

    /// <summary>1 / (1 + exp(-x)), right to 2e-6: a power of two by its bits, times a polynomial for what is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Sigmoid(Vector256<float> x)
    {
        x = Vector256.MinNative(Vector256.MaxNative(x, Vector256.Create(-30f)), Vector256.Create(30f));
        var power = x * Vector256.Create(-1.44269504f);
        var whole = Round(power);
        var rest = power - whole;
        var exp = Vector256.Create(1.3333558e-3f);
        exp = exp * rest + Vector256.Create(9.6181291e-3f);
        exp = exp * rest + Vector256.Create(5.5504109e-2f);
        exp = exp * rest + Vector256.Create(2.4022651e-1f);
        exp = exp * rest + Vector256.Create(6.9314718e-1f);
        exp = exp * rest + Vector256<float>.One;
        var bits = Vector256.ShiftLeft(Vector256.ConvertToInt32(whole) + Vector256.Create(127), 23);
        return Vector256<float>.One / (Vector256<float>.One + exp * bits.AsSingle());
    }

    /// <summary>To the nearest whole number, halves to even, for numbers below 4 million: adding and taking off 1.5 * 2^23 rounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Round(Vector256<float> x)
    {
        var shift = Vector256.Create(12582912f);
        return x + shift - shift;
    }

    /// <summary>The sum of eight numbers in a fixed order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Total(Vector256<float> x)
    {
        var four = x.GetLower() + x.GetUpper();
        return four[0] + four[2] + (four[1] + four[3]);
    }
}
