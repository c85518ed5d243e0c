using System.Collections.Concurrent;
using System.Collections.Frozen;
using Parley.Lexicons;

namespace Parley.Assessments;

/// <summary>The weights of evidence and the thresholds of the rules, by name: <c>rules/assessment</c>. A convention of Parley's own, shown to the user.</summary>
public sealed class AssessmentWeights
{
    private static readonly ConcurrentDictionary<(string Name, double Factor), AssessmentWeights> s_varied = [];
    private readonly FrozenDictionary<string, double> _weights;
    private readonly double[] _basis;
    private readonly double[] _grade;
    private readonly double[] _interest;
    private readonly double[] _match;
    private readonly double _doubt;
    private readonly double _most;

    private AssessmentWeights(FrozenDictionary<string, double> weights)
    {
        _weights = weights;
        (High, Low, LaterInBloc) = (this["high"], this["low"], this["later-in-bloc"]);
        (_doubt, _most) = (this["doubt"], this["most"]);
        _basis = [.. Enum.GetValues<Basis>().Select(basis => this["basis:" + Name(basis)])];
        _grade = [.. Enum.GetValues<Grade>().Select(grade => this["grade:" + grade])];
        _interest = [.. Enum.GetValues<Interest>().Select(interest => this["interest:" + Name(interest)])];
        _match = [.. Enum.GetValues<Match>().Select(match => this["match:" + Name(match)])];
    }

    /// <summary>The weights that Parley ships.</summary>
    public static AssessmentWeights Default { get; } = Load();

    /// <summary>The names of all weights, in order.</summary>
    public IEnumerable<string> Names => _weights.Keys.Order(StringComparer.Ordinal);

    /// <summary>The sum from which a claim is corroborated or contradicted.</summary>
    public double High { get; }

    /// <summary>The sum from which what is said against a claim counts.</summary>
    public double Low { get; }

    /// <summary>What a further origin of one bloc counts.</summary>
    internal double LaterInBloc { get; }

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

    /// <summary><see cref="Default"/> with one of them times a factor, made once.</summary>
    internal static AssessmentWeights Varied(string name, double factor) =>
        s_varied.GetOrAdd((name, factor), static one => Default.With(one.Name, one.Factor));

    /// <summary>The names of the weights that can matter to a standing on these pieces: what no piece has changes nothing, and a doubt is never summed.</summary>
    internal static HashSet<string> Used(IReadOnlyCollection<EvidenceItem> items)
    {
        var used = new HashSet<string>(StringComparer.Ordinal) { "most", "later-in-bloc", "high", "low" };
        foreach (var item in items)
            if (item.Stance != Stance.Doubts && item.Match != Match.None)
            {
                used.Add("basis:" + Name(item.Basis));
                used.Add("grade:" + item.Grade);
                used.Add("interest:" + Name(item.Interest));
                used.Add("match:" + Name(item.Match));
            }
        return used;
    }

    /// <summary>The weight of a piece of evidence: basis × reliability × interest × match, at most <c>most</c>; of a doubt at most <c>doubt</c>.</summary>
    public double Of(EvidenceItem item)
    {
        var weight = _basis[(int)item.Basis] * _grade[(int)item.Grade] * _interest[(int)item.Interest] * _match[(int)item.Match];
        return Math.Min(weight, item.Stance == Stance.Doubts ? _doubt : _most);
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
