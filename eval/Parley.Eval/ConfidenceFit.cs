using System.Globalization;
using System.Text;

namespace Parley.Eval;

/// <summary>Fits weights for <c>rules/confidence*.tsv</c> to records that are right or wrong by the gold.</summary>
/// <remarks>
/// The records of the ledgers' development part, and, for events and undertakings, of marked articles that the network has not learned
/// from. Errors are those of records whose article the weights have not seen: each article in turn is left out.
/// </remarks>
internal static class ConfidenceFit
{
    /// <summary>The weights as lines of a table, their errors as comments.</summary>
    public static string Run(string folder, string model, MeasuredProgram program)
    {
        List<ConfidenceSample> samples =
        [
            .. CalibrationArea.Samples(folder, model, program),
            .. MarkedArticles.Samples(folder, model, program),
        ];
        var text = new StringBuilder("kind\tfeature\tweight\n");
        foreach (var kind in samples.GroupBy(sample => sample.Kind))
        {
            var own = kind.ToList();
            foreach (var choice in new[] { 2, own[0].Features.Length })
                Write(text, kind.Key, own, choice);
        }
        return text.ToString();
    }

    /// <summary>Fits with the first <paramref name="width"/> features: bias and confidence alone, or all.</summary>
    private static void Write(StringBuilder text, string kind, List<ConfidenceSample> samples, int width)
    {
        var name = width == samples[0].Features.Length ? kind : $"{kind}-alone";
        var weights = LogisticFit.Fit(Pairs(samples, width), width);
        var unseen = new List<ConfidenceSample>();
        foreach (var article in samples.GroupBy(sample => sample.Article))
        {
            var others = LogisticFit.Fit(Pairs(samples.Where(sample => sample.Article != article.Key), width), width);
            unseen.AddRange(article.Select(sample => sample with { Confidence = LogisticFit.Probability(others, Values(sample, width)) }));
        }
        text.Append(
            CultureInfo.InvariantCulture,
            $"# {name}: {samples.Count} records, {samples.Count(s => s.IsRight)} right; calibration error {CalibrationArea.Error(samples):0.000} before, {CalibrationArea.Error(unseen):0.000} after; loss {Loss(samples):0.000} before, {Loss(unseen):0.000} after\n"
        );
        for (var i = 0; i < width; i++)
            text.Append(CultureInfo.InvariantCulture, $"{name}\t{samples[0].Features[i].Name}\t{weights[i]:0.000}\n");
    }

    private static List<(double[], bool)> Pairs(IEnumerable<ConfidenceSample> samples, int width) =>
        [.. samples.Select(sample => (Values(sample, width), sample.IsRight))];

    private static double[] Values(ConfidenceSample sample, int width) => [.. sample.Features.Take(width).Select(feature => feature.Value)];

    /// <summary>Mean surprise in nats at what is right and wrong.</summary>
    private static double Loss(List<ConfidenceSample> samples) =>
        samples.Average(sample => -Math.Log(Math.Clamp(sample.IsRight ? sample.Confidence : 1 - sample.Confidence, 0.001, 1)));
}
