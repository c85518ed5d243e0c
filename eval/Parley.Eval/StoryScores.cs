using Parley.Ledger.Stories;
using Parley.Records;

namespace Parley.Eval;

/// <summary>Stories found among articles whose stories are known.</summary>
internal static class StoryScores
{
    /// <summary>Adds F1 of pairs and B-cubed F1 for both sets.</summary>
    public static void Measure(string folder, Bars bars, string column)
    {
        Measure(
            bars,
            column,
            "BASIL (156 articles, 52 stories)",
            TestData
                .Lines(folder, "eval", "crossdoc", "stories-basil.jsonl.gz")
                .Select(line =>
                    (
                        Sketch((string)line["id"]!, (string)line["text"]!, (string)line["date"]!, (string)line["title"]!),
                        (string)line["story"]!
                    )
                )
        );
        Measure(
            bars,
            column,
            "FNC-1 (452 bodies without dates, 55 stories)",
            TestData
                .Lines(folder, "eval", "crossdoc", "fnc1.bodies.jsonl.gz")
                .Select(line => (Sketch(line["body_id"]!.ToString(), (string)line["text"]!, null, null), (string)line["story"]!))
        );
    }

    private static void Measure(Bars bars, string column, string name, IEnumerable<(StorySketch Sketch, string Story)> articles)
    {
        var gold = articles.ToList();
        var of = StoryFinder.Assign([.. gold.Select(article => article.Sketch)]);
        var (right, found, wanted) = (0, 0, 0);
        for (var i = 0; i < gold.Count; i++)
        for (var j = i + 1; j < gold.Count; j++)
        {
            var (isFound, isWanted) = (of[gold[i].Sketch.ArticleId] == of[gold[j].Sketch.ArticleId], gold[i].Story == gold[j].Story);
            right += isFound && isWanted ? 1 : 0;
            found += isFound ? 1 : 0;
            wanted += isWanted ? 1 : 0;
        }
        bars.Add(column, $"stories, {name}: F1 of pairs", Ratio.F1(right, found, wanted));
        var scores = new CubeScores();
        scores.Add([.. gold.Select(article => article.Story)], [.. gold.Select(article => of[article.Sketch.ArticleId])]);
        bars.Add(column, $"stories, {name}: B-cubed F1", Table.Share(scores.F1));
    }

    private static StorySketch Sketch(string id, string text, string? day, string? title) =>
        StorySketch.Of(
            new Article
            {
                Id = id,
                Text = text,
                Published = day,
                Title = title,
            }
        );
}
