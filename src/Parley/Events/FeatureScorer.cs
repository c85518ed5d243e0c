using System.Globalization;
using Parley.Lexicons;

namespace Parley.Events;

/// <summary>A logistic scorer: the weights of the features that hold are summed. Its table has the columns feature and weight; "bias" always holds.</summary>
/// <remarks>How the weights were learned: <c>docs/decisions/composing-events.md</c>. A feature without a weight counts nothing.</remarks>
internal sealed class FeatureScorer
{
    private readonly Lexicon _table;
    private readonly double[] _weights;
    private readonly double _bias;

    /// <summary>Reads the weights of a table.</summary>
    public FeatureScorer(string table)
    {
        _table = LexiconSet.Get(table);
        _weights = new double[_table.Count];
        for (var row = 0; row < _weights.Length; row++)
            _weights[row] = double.Parse(_table.Cell(row, _table.Column("weight")), CultureInfo.InvariantCulture);
        _bias = Weight("bias");
    }

    /// <summary>The weight of a feature; 0 where it has none.</summary>
    public double Weight(ReadOnlySpan<char> feature) => _table.Find(feature) is >= 0 and var row ? _weights[row] : 0;

    /// <summary>The probability, 0 to 1.</summary>
    /// <param name="features">The features that hold.</param>
    /// <param name="prior">What is added to the log-odds beforehand.</param>
    public double Score(List<string> features, double prior = 0)
    {
        var sum = _bias + prior;
        foreach (var feature in features)
            sum += Weight(feature);
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>The features that weigh most, for an explanation.</summary>
    public string Explain(List<string> features) =>
        string.Join(
            ", ",
            features
                .Select(feature => (feature, weight: Weight(feature)))
                .Where(one => Math.Abs(one.weight) >= 0.2)
                .OrderByDescending(one => Math.Abs(one.weight))
                .Take(5)
                .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.feature} {one.weight:+0.0;-0.0}"))
        );
}
