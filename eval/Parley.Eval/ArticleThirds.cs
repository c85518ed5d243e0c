namespace Parley.Eval;

/// <summary>F1 of records by the third of the article in which they begin, with intervals from articles drawn again and again.</summary>
internal sealed class ArticleThirds
{
    private const int Draws = 1000;
    private const int Seed = 9;

    private static readonly string[] s_thirds = ["first third", "second third", "last third"];
    private static readonly (string Kind, string Name)[] s_kinds =
    [
        ("statements", "statements with speaker"),
        ("events", "events with type"),
    ];
    private readonly List<string[]> _rows = [];

    /// <summary>Adds the rows of a model.</summary>
    public void Add(string model, List<LedgerPair> pairs)
    {
        foreach (var (kind, name) in s_kinds)
            for (var third = 0; third < s_thirds.Length; third++)
            {
                var articles = pairs.Where(pair => pair.Kind == kind).GroupBy(pair => pair.Article).Select(a => Count(a, third)).ToList();
                var all = Sum(articles);
                var (low, high) = Interval(articles);
                _rows.Add([
                    name,
                    model,
                    s_thirds[third],
                    Ratio.F1(all.Right, all.Found, all.Wanted).ToString(),
                    $"{Table.Share(low)} to {Table.Share(high)}",
                    $"{all.Right}/{all.Found}/{all.Wanted}",
                ]);
            }
    }

    /// <summary>The table.</summary>
    public Table ToTable() =>
        new(
            $"Evidence by its place in the article: the twelve development articles and the founding one. F1 of the records that begin in each third of an article's characters; interval: 95 % of {Draws} draws of as many articles, with replacement.",
            ["records", "model", "part", "F1", "interval", "right/found/wanted"],
            _rows
        );

    private static (int Right, int Found, int Wanted) Count(IEnumerable<LedgerPair> pairs, int third)
    {
        var (right, found, wanted) = (0, 0, 0);
        foreach (var pair in pairs)
        {
            var isWanted = pair.GoldAt is { } gold && Third(gold) == third;
            wanted += isWanted ? 1 : 0;
            right += isWanted && pair.Typed ? 1 : 0;
            // A found record that is paired counts where its gold record begins, so that a longer evidence does not move it.
            found += pair.FoundAt is { } own && Third(pair.GoldAt ?? own) == third ? 1 : 0;
        }
        return (right, found, wanted);
    }

    private static int Third(double at) => Math.Min(2, (int)(at * 3));

    private static (int Right, int Found, int Wanted) Sum(IEnumerable<(int Right, int Found, int Wanted)> counts) =>
        counts.Aggregate(
            (Right: 0, Found: 0, Wanted: 0),
            (sum, one) => (sum.Right + one.Right, sum.Found + one.Found, sum.Wanted + one.Wanted)
        );

    private static (double Low, double High) Interval(List<(int Right, int Found, int Wanted)> articles)
    {
        var random = new Random(Seed);
        var scores = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            var sum = Sum(Enumerable.Range(0, articles.Count).Select(_ => articles[random.Next(articles.Count)]));
            scores[draw] = Ratio.F1(sum.Right, sum.Found, sum.Wanted).Value;
        }
        Array.Sort(scores);
        return (scores[Draws / 40], scores[Draws - 1 - (Draws / 40)]);
    }
}
