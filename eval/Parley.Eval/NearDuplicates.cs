using Parley.Ledger.Origins;
using Parley.Records;

namespace Parley.Eval;

/// <summary>Pairs of articles whose likeness is known from exact sets of runs of five words.</summary>
internal static class NearDuplicates
{
    /// <summary>Adds F1 of duplicates and near-duplicates, and how many of them the keys of sketches find.</summary>
    public static void Measure(string folder, Bars bars, string column)
    {
        var sketches = TestData
            .Lines(folder, "eval", "crossdoc", "neardup.docs.jsonl.gz")
            .ToDictionary(
                line => (string)line["id"]!,
                line => ArticleSketch.Of(new Article { Id = (string)line["id"]!, Text = (string)line["text"]! })
            );
        var index = new SketchIndex();
        foreach (var sketch in sketches.Values)
            index.Add(sketch);
        var (right, found, wanted, met) = (0, 0, 0, 0);
        foreach (var pair in TestData.Lines(folder, "eval", "crossdoc", "neardup.pairs.jsonl"))
        {
            var (a, b) = (sketches[(string)pair["a"]!], sketches[(string)pair["b"]!]);
            var isAlike = TextOverlap.Of(a, b).Likeness >= TextLikeness.NearDuplicate;
            var isGold = (string)pair["label"]! is "duplicate" or "near-duplicate";
            right += isAlike && isGold ? 1 : 0;
            found += isAlike ? 1 : 0;
            wanted += isGold ? 1 : 0;
            met += isGold && (index.Alike(a).Contains(b) || index.Alike(b).Contains(a)) ? 1 : 0;
        }
        bars.Add(column, "near-duplicates, F1 of pairs (300)", Ratio.F1(right, found, wanted), "0.950", "0.990");
        bars.Add(column, "– of these found by keys", new Ratio(met, wanted));
    }
}
