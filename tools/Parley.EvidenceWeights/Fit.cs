namespace Parley.EvidenceWeights;

/// <summary>A softmax of one weighted sum a class with an L2 penalty, fitted by Adam on all rows at once. Features of few documents are left out.</summary>
internal sealed class Fit
{
    private const double Penalty = 2.5;
    private const int LeastDocuments = 5;
    private const int Steps = 300;
    private const double Rate = 0.08;
    private readonly string[] _names;
    private readonly Dictionary<string, int> _number = new(StringComparer.Ordinal);
    private readonly double[] _weights;

    /// <summary>Fits the rows.</summary>
    public Fit(IReadOnlyList<Row> rows)
    {
        _names =
        [
            "bias",
            .. rows.SelectMany(row => row.Features.Select(feature => (feature, row.Document)))
                .Distinct()
                .GroupBy(pair => pair.feature)
                .Where(group => group.Count() >= LeastDocuments)
                .Select(group => group.Key)
                .Order(StringComparer.Ordinal),
        ];
        for (var i = 0; i < _names.Length; i++)
            _number[_names[i]] = i;
        _weights = new double[_names.Length * Classes];
        Learn(rows);
    }

    private static int Classes => RowMaker.Classes.Length;

    /// <summary>The probabilities of the classes for some features.</summary>
    public double[] Judge(string[] features) => Softmax(Numbers(features));

    /// <summary>The weights of a class, rounded; the bias first.</summary>
    public IEnumerable<(string Feature, double Weight)> Of(int c) =>
        _names
            .Select((name, i) => (name, Math.Round(_weights[i * Classes + c], 2)))
            .Where(pair => pair.name == "bias" || Math.Abs(pair.Item2) >= 0.05);

    private void Learn(IReadOnlyList<Row> rows)
    {
        var numbers = rows.Select(row => Numbers(row.Features)).ToArray();
        var (mean, square, slope) = (new double[_weights.Length], new double[_weights.Length], new double[_weights.Length]);
        for (var step = 1; step <= Steps; step++)
        {
            for (var i = 0; i < slope.Length; i++)
                slope[i] = i < Classes ? 0 : Penalty * _weights[i];
            for (var r = 0; r < rows.Count; r++)
            {
                var likely = Softmax(numbers[r]);
                likely[rows[r].Label] -= 1;
                foreach (var number in numbers[r])
                    for (var c = 0; c < Classes; c++)
                        slope[number * Classes + c] += rows[r].Weight * likely[c];
            }
            var rate = Rate * (1 - step / (Steps + 1.0));
            for (var i = 0; i < slope.Length; i++)
            {
                mean[i] = 0.9 * mean[i] + 0.1 * slope[i];
                square[i] = 0.99 * square[i] + 0.01 * slope[i] * slope[i];
                _weights[i] -= rate * (mean[i] / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(square[i] / (1 - Math.Pow(0.99, step))) + 1e-8);
            }
        }
    }

    private int[] Numbers(string[] features) => [0, .. features.Where(_number.ContainsKey).Select(feature => _number[feature])];

    private double[] Softmax(int[] numbers)
    {
        var odds = new double[Classes];
        foreach (var number in numbers)
            for (var c = 0; c < Classes; c++)
                odds[c] += _weights[number * Classes + c];
        var top = odds.Max();
        for (var c = 0; c < Classes; c++)
            odds[c] = Math.Exp(odds[c] - top);
        var sum = odds.Sum();
        for (var c = 0; c < Classes; c++)
            odds[c] /= sum;
        return odds;
    }
}
