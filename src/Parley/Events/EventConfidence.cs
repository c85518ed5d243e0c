using Parley.Lexicons;

namespace Parley.Events;

/// <summary>The confidence of an event: a logistic over the logarithms of what the heads and the composition hold likely. Weights: <c>rules/confidence</c>.</summary>
internal static class EventConfidence
{
    private const double Floor = 0.01;
    private static readonly WeightTable s_weights = new("rules/confidence");

    /// <summary>The confidence, 0 to 1, in steps of a thousandth.</summary>
    public static double Of(Happening one)
    {
        var mention = one.Best.Mention;
        var parties = one.Doers.Concat(one.Targets).Select(party => (double)party.Probability).DefaultIfEmpty(0.5).Min();
        var sum =
            s_weights.Weight("event bias")
            + s_weights.Weight("event keep") * Log(one.Tellings.Max(telling => telling.Keep))
            + s_weights.Weight("event trigger") * Log(mention.Probability)
            + s_weights.Weight("event type") * Log(mention.Type.Probability)
            + s_weights.Weight("event status") * Log(mention.Status.Probability)
            + s_weights.Weight("event parties") * Log(parties);
        return Math.Round(1 / (1 + Math.Exp(-sum)), 3);
    }

    private static double Log(double probability) => Math.Log(Math.Max(probability, Floor));
}
