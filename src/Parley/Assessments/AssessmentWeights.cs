using System.Collections.Frozen;
using Parley.Lexicons;

namespace Parley.Assessments;

/// <summary>The weights of evidence and the thresholds of the rules, by name: <c>rules/assessment</c>. A convention of Parley's own, shown to the user.</summary>
public sealed class AssessmentWeights
{
    private readonly FrozenDictionary<string, double> _weights;

    private AssessmentWeights(FrozenDictionary<string, double> weights)
    {
        _weights = weights;
        (High, Low) = (this["high"], this["low"]);
    }

    /// <summary>The weights that Parley ships.</summary>
    public static AssessmentWeights Default { get; } = Load();

    /// <summary>The names of all weights, in order.</summary>
    public IEnumerable<string> Names => _weights.Keys.Order(StringComparer.Ordinal);

    /// <summary>The sum from which a claim is corroborated or contradicted.</summary>
    public double High { get; }

    /// <summary>The sum from which what is said against a claim counts.</summary>
    public double Low { get; }

    /// <summary>A weight by its name: <c>basis:told</c>.</summary>
    public double this[string name] =>
        _weights.TryGetValue(name, out var weight)
            ? weight
            : throw new InvalidOperationException($"rules/assessment has no weight \"{name}\".");

    /// <summary>The same weights with one of them times a factor.</summary>
    public AssessmentWeights With(string name, double factor) =>
        new(
            _weights.ToFrozenDictionary(
                pair => pair.Key,
                pair => pair.Key == name ? pair.Value * factor : pair.Value,
                StringComparer.Ordinal
            )
        );

    /// <summary>The weight of a piece of evidence: basis × reliability × interest × match, at most <c>most</c>; of a doubt at most <c>doubt</c>.</summary>
    public double Of(EvidenceItem item)
    {
        var weight =
            this["basis:" + Name(item.Basis)]
            * this["grade:" + item.Grade]
            * this["interest:" + Name(item.Interest)]
            * this["match:" + Name(item.Match)];
        return Math.Min(weight, item.Stance == Stance.Doubts ? this["doubt"] : this["most"]);
    }

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static AssessmentWeights Load()
    {
        var table = LexiconSet.Get("rules/assessment");
        var column = table.Column("weight");
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var row = 0; row < table.Count; row++)
            weights[table.Text(row, 0)] = double.Parse(
                table.Cell(row, column),
                System.Globalization.NumberStyles.Float,
                System.Globalization.CultureInfo.InvariantCulture
            );
        return new AssessmentWeights(weights.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
