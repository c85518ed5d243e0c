using Parley.Places;

namespace Parley.PlaceWeights;

/// <summary>A choice: the features of each option, the last that of none, and which are right.</summary>
internal sealed record Example(double[][] Features, bool[] Right, double Weight)
{
    /// <summary>Logarithm of the probability that the weights give to what is right.</summary>
    public double LogLikelihood(double[] weights)
    {
        var scores = Scores(weights);
        var (all, right) = (0.0, 0.0);
        for (var c = 0; c < scores.Length; c++)
        {
            all += scores[c];
            right += Right[c] ? scores[c] : 0;
        }
        return Math.Log(right / all);
    }

    /// <summary>Adds the gradient of the likelihood.</summary>
    public void AddGradient(double[] weights, double[] gradient)
    {
        var scores = Scores(weights);
        var (all, right) = (0.0, 0.0);
        for (var c = 0; c < scores.Length; c++)
        {
            all += scores[c];
            right += Right[c] ? scores[c] : 0;
        }
        for (var c = 0; c < scores.Length; c++)
        {
            var pull = ((Right[c] ? scores[c] / right : 0) - scores[c] / all) * Weight;
            for (var f = 0; f < gradient.Length; f++)
                gradient[f] += pull * Features[c][f];
        }
    }

    private double[] Scores(double[] weights)
    {
        var scores = new double[Features.Length];
        var most = double.MinValue;
        for (var c = 0; c < scores.Length; c++)
        {
            for (var f = 0; f < weights.Length; f++)
                scores[c] += weights[f] * Features[c][f];
            most = Math.Max(most, scores[c]);
        }
        for (var c = 0; c < scores.Length; c++)
            scores[c] = Math.Exp(scores[c] - most) + 1e-12;
        return scores;
    }
}

/// <summary>Fits weights to choices by gradient with momentum that is scaled for each weight (Adam, Kingma and Ba 2015).</summary>
internal static class Fit
{
    private const int Steps = 600;
    private const double Rate = 0.05,
        Ridge = 0.0001;

    /// <summary>The weights, from nothing.</summary>
    public static double[] Run(List<Example> examples)
    {
        var weights = new double[PlaceResolver.Features];
        var (mean, square, gradient) = (new double[weights.Length], new double[weights.Length], new double[weights.Length]);
        var total = examples.Sum(one => one.Weight);
        for (var step = 1; step <= Steps; step++)
        {
            Array.Clear(gradient);
            foreach (var one in examples)
                one.AddGradient(weights, gradient);
            for (var f = 0; f < weights.Length; f++)
            {
                var slope = gradient[f] / total - Ridge * weights[f];
                mean[f] = 0.9 * mean[f] + 0.1 * slope;
                square[f] = 0.99 * square[f] + 0.01 * slope * slope;
                weights[f] += Rate * mean[f] / (1 - Math.Pow(0.9, step)) / (Math.Sqrt(square[f] / (1 - Math.Pow(0.99, step))) + 1e-8);
            }
        }
        return weights;
    }
}
