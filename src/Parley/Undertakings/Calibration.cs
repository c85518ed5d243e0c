using Parley.Lexicons;

namespace Parley.Undertakings;

/// <summary>Turns the heads' probabilities into the confidence of a record, by the weights of <c>rules/confidence-undertakings</c>.</summary>
/// <param name="record">The sort of record: "undertaking".</param>
internal sealed class Calibration(string record)
{
    /// <summary>Log-odds are held within this, either way: a head that is sure is not surer than some fifty to one.</summary>
    private const double Farthest = 4;

    private readonly WeightTable _weights = new("rules/confidence-undertakings", sort: record);

    /// <summary>A record less likely than this is not made.</summary>
    public double Least => _weights["least"];

    /// <summary>A record less likely than this is uncertain.</summary>
    public double Certain => _weights["certain"];

    /// <summary>The weight of a feature.</summary>
    public double this[string feature] => _weights[feature];

    /// <summary>What a probability adds.</summary>
    public double Of(string feature, float probability) => this[feature] * Math.Clamp(LogOdds(probability), -Farthest, Farthest);

    /// <summary>What a yes or no adds.</summary>
    public double Of(string feature, bool holds) => holds ? this[feature] : 0;

    /// <summary>The log-odds of a probability.</summary>
    public static double LogOdds(double probability) => Math.Log(probability / (1 - probability));

    /// <summary>The probability of a sum.</summary>
    public static double Probability(double sum) => 1 / (1 + Math.Exp(-sum));
}
