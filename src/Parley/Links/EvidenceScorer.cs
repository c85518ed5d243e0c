using Parley.Lexicons;

namespace Parley.Links;

/// <summary>Scores how a record bears on an undertaking: one weighted sum a bearing, and the softmax of them. Weights: <c>rules/evidence</c>, learned by <c>tools/train/evidence.py</c>.</summary>
/// <remarks>It proposes evidence only. The status of an undertaking follows from written rules.</remarks>
internal sealed class EvidenceScorer
{
    private static readonly (Bearing? Bearing, WeightTable Weights)[] s_classes =
    [
        (null, new WeightTable("rules/evidence/none")),
        (Bearing.For, new WeightTable("rules/evidence/for")),
        (Bearing.Against, new WeightTable("rules/evidence/against")),
        (Bearing.Doubt, new WeightTable("rules/evidence/doubt")),
    ];

    private static readonly WeightTable s_least = new("rules/evidence/least");

    /// <summary>The likeliest bearing among those allowed, with its probability; null where none is likely enough for that sort of pair.</summary>
    public static (Bearing Bearing, double Probability)? Judge(
        string sort,
        IReadOnlyCollection<string> features,
        Func<Bearing, bool> isAllowed
    )
    {
        var least = s_least[sort];
        Span<double> odds = stackalloc double[s_classes.Length];
        var sum = 0.0;
        for (var c = 0; c < odds.Length; c++)
        {
            odds[c] = s_classes[c].Weights.Bias;
            foreach (var feature in features)
                odds[c] += s_classes[c].Weights.Weight(feature);
            sum += odds[c] = Math.Exp(odds[c]);
        }
        (Bearing, double)? best = null;
        for (var c = 1; c < odds.Length; c++)
            if (odds[c] / sum is var likely && likely >= least && likely > (best?.Item2 ?? 0) && isAllowed(s_classes[c].Bearing!.Value))
                best = (s_classes[c].Bearing!.Value, likely);
        return best;
    }
}
