using System.Globalization;
using System.Runtime.CompilerServices;

namespace Parley.Lexicons;

/// <summary>The features that hold of one case: their weights are summed as they come; their names are kept only where somebody wants to read them.</summary>
/// <param name="scorer">Whose weights count.</param>
/// <param name="isNamed">True to keep the names, for an explanation or for learning weights.</param>
internal sealed class FeatureList(WeightTable scorer, bool isNamed = false)
{
    /// <summary>Features that weigh less than this explain nothing.</summary>
    private const double Telling = 0.2;

    private double _sum;
    private string _headText = "";
    private FeatureKey _head;

    /// <summary>The names, in the order in which they were added.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Forgets all features.</summary>
    public void Clear()
    {
        Names.Clear();
        _sum = 0;
    }

    /// <summary>Adds the feature whose name these parts make.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(string a, string b = "", string c = "", string d = "")
    {
        _sum += scorer.Weight(Key(FeatureKey.Empty, a, b, c, d));
        if (isNamed)
            Names.Add(string.Concat(a, b, c, d));
    }

    /// <summary>Sets what the names that <see cref="AddBehind"/> adds begin with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Begin(string a, string b = "", string c = "", string d = "")
    {
        _head = Key(FeatureKey.Empty, a, b, c, d);
        if (isNamed)
            _headText = string.Concat(a, b, c, d);
    }

    /// <summary>Adds the feature whose name is the beginning with these parts behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddBehind(string a, string b = "")
    {
        _sum += scorer.Weight(Key(_head, a, b, "", ""));
        if (isNamed)
            Names.Add(string.Concat(_headText, a, b));
    }

    /// <summary>The probability, 0 to 1.</summary>
    /// <param name="prior">What is added to the log-odds beforehand.</param>
    public double Score(double prior = 0) => 1 / (1 + Math.Exp(-(scorer.Bias + prior + _sum)));

    /// <summary>The features that weigh most; empty where names are not kept.</summary>
    public string Explain() =>
        string.Join(
            ", ",
            Names
                .Select(name => (name, weight: scorer.Weight(name)))
                .Where(one => Math.Abs(one.weight) >= Telling)
                .OrderByDescending(one => Math.Abs(one.weight))
                .Take(5)
                .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.name} {one.weight:+0.0;-0.0}"))
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static FeatureKey Key(FeatureKey head, string a, string b, string c, string d)
    {
        var key = head.With(a);
        if (b.Length > 0)
            key = key.With(b);
        if (c.Length > 0)
            key = key.With(c);
        return d.Length > 0 ? key.With(d) : key;
    }
}
