using System.Globalization;
using System.Text;
using Parley.Ledger.Joining;

namespace Parley.Eval;

/// <summary>Weights of <c>rules/same-deed.tsv</c>, learned on pairs of gold mentions, and how good they are on topics that they were not learned on.</summary>
internal static class DeedFit
{
    private const int Parts = 3;

    /// <summary>The weights learned on all topics, as lines of the table.</summary>
    public static string Run(string folder)
    {
        var all = DeedMentions.Read(folder);
        var weights = Learn(all);
        var text = new StringBuilder("feature\tweight\n");
        for (var i = 0; i < weights.Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"{DeedLikeness.FeatureNames[i]}\t{weights[i]:0.000}\n");
        return text.ToString();
    }

    /// <summary>Adds the baseline, the scorer on topics that its weights have not seen, and the weights that are in the program.</summary>
    public static void Measure(string folder, Bars bars, string column)
    {
        var all = DeedMentions.Read(folder);
        var gold = all.SelectMany(subtopic => subtopic.Gold).ToList();
        var together = new CubeScores();
        together.Add(gold, [.. all.SelectMany(subtopic => subtopic.LastWords)]);
        var unseen = new List<string>();
        var shipped = new List<string>();
        var own = new DeedLikeness();
        var learned = Enumerable.Range(0, Parts).Select(part => new DeedLikeness(Learn(all.Where(s => s.Topic % Parts != part)))).ToList();
        foreach (var subtopic in all)
        {
            unseen.AddRange(subtopic.Group(learned[subtopic.Topic % Parts], EventJoiner.LeastLikeness));
            shipped.AddRange(subtopic.Group(own, EventJoiner.LeastLikeness));
        }
        bars.Add(
            column,
            "same happening, ECB+ topics 1 to 35, gold mentions: same stem of the last word, B-cubed F1",
            Table.Share(together.F1)
        );
        var scores = new CubeScores();
        scores.Add(gold, unseen);
        bars.Add(
            column,
            "– scorer, weights learned on two thirds of the topics, measured on the other, B-cubed F1",
            Table.Share(scores.F1),
            Table.Share(together.F1 + 0.02),
            Table.Share(together.F1 + 0.08)
        );
        bars.Add(column, "– precision, recall", $"{Table.Share(scores.Precision)}, {Table.Share(scores.Recall)}");
        var seen = new CubeScores();
        seen.Add(gold, shipped);
        bars.Add(column, "– scorer with the weights of the program, learned on all of these", Table.Share(seen.F1));
    }

    private static double[] Learn(IEnumerable<DeedMentions> subtopics)
    {
        var samples = new List<(double[], bool)>();
        foreach (var subtopic in subtopics)
            for (var i = 0; i < subtopic.Tellings.Count; i++)
            for (var j = i + 1; j < subtopic.Tellings.Count; j++)
                samples.Add((DeedLikeness.Features(subtopic.Tellings[i], subtopic.Tellings[j]), subtopic.Gold[i] == subtopic.Gold[j]));
        return LogisticFit.Fit(samples, DeedLikeness.FeatureNames.Count);
    }
}
