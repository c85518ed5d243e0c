namespace Parley.Eval;

/// <summary>Logistic regression with a pull of every weight but the first towards 0, by Newton's steps.</summary>
internal static class LogisticFit
{
    private const double Pull = 1;
    private const int Steps = 30;

    /// <summary>The weights under which right and wrong are likeliest.</summary>
    public static double[] Fit(IReadOnlyList<(double[] Features, bool IsRight)> samples, int width)
    {
        var weights = new double[width];
        for (var step = 0; step < Steps; step++)
        {
            var (slope, curve) = (new double[width], new double[width, width + 1]);
            for (var i = 0; i < width; i++)
            {
                slope[i] = i == 0 ? 0 : -Pull * weights[i];
                curve[i, i] = i == 0 ? 1e-6 : Pull;
            }
            foreach (var (features, isRight) in samples)
            {
                var p = Probability(weights, features);
                for (var i = 0; i < width; i++)
                {
                    slope[i] += ((isRight ? 1 : 0) - p) * features[i];
                    for (var j = 0; j < width; j++)
                        curve[i, j] += p * (1 - p) * features[i] * features[j];
                }
            }
            for (var i = 0; i < width; i++)
                curve[i, width] = slope[i];
            Solve(curve, width);
            for (var i = 0; i < width; i++)
                weights[i] += Math.Clamp(curve[i, width], -2, 2);
        }
        return weights;
    }

    /// <summary>The probability that a record with these features is right.</summary>
    public static double Probability(double[] weights, double[] features)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
            sum += weights[i] * features[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>Solves a system in place by elimination; the solution stands in the last column.</summary>
    private static void Solve(double[,] system, int width)
    {
        for (var pivot = 0; pivot < width; pivot++)
        {
            var scale = system[pivot, pivot];
            for (var column = pivot; column <= width; column++)
                system[pivot, column] /= scale;
            for (var row = 0; row < width; row++)
                if (row != pivot && system[row, pivot] is not 0 and var factor)
                    for (var column = pivot; column <= width; column++)
                        system[row, column] -= factor * system[pivot, column];
        }
    }
}
