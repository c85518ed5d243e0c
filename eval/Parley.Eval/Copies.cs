using System.Diagnostics;
using System.Globalization;
using Parley.Ledger.Origins;
using Parley.Records;

namespace Parley.Eval;

/// <summary>
/// Copies made here of real articles, and pairs of real articles that are none: how many of the former are found, and how many of the latter are
/// taken for copies.
/// </summary>
internal static class Copies
{
    private const int Originals = 400;
    private const int Kept = 100_000;
    private const int Compared = 500;

    /// <summary>The sorts of copies: how the words of an original become those of a copy.</summary>
    private static readonly (string Name, Func<string[], int, string[]> Edit)[] s_edits =
    [
        ("literal", (words, _) => words),
        ("cut by a third", (words, _) => words[..(words.Length * 2 / 3)]),
        ("one word in twelve changed", (words, seed) => Changed(words, seed, 12)),
        ("cut by a third, one word in twelve changed", (words, seed) => Changed(words[..(words.Length * 2 / 3)], seed, 12)),
        ("a paragraph of its own before", (words, seed) => [.. Changed(words[^Math.Min(40, words.Length)..], seed, 1), .. words]),
    ];

    /// <summary>Adds recall of copies and false merges, and what a comparison with many costs.</summary>
    public static void Measure(string folder, Bars bars, string column)
    {
        var texts = TestData
            .Lines(folder, "corpora", "bench", "news-mixed.jsonl.gz")
            .Select(line => (string)line["text"]!)
            .Take(Originals)
            .ToList();
        var index = new SketchIndex();
        for (var i = 0; i < texts.Count; i++)
            index.Add(Sketch($"{i}", "Original", "2020-01-01", texts[i]));
        var (all, met) = (0, 0);
        foreach (var (name, edit) in s_edits)
        {
            var found = 0;
            for (var i = 0; i < texts.Count; i++)
            {
                var copy = Sketch("copy", "Copier", "2020-01-02", string.Join(' ', edit(texts[i].Split(' '), i)));
                found += CopyFinder.Find(copy, index.Alike(copy)).CopyOf == $"{i}" ? 1 : 0;
            }
            (all, met) = (all + texts.Count, met + found);
            bars.Add(column, $"copies, {name}: found", new Ratio(found, texts.Count));
        }
        bars.Add(column, "copies, literal and light edits: found", new Ratio(met, all), "0.900", "0.980");
        var (wrong, pairs) = FalseMerges(folder);
        bars.Add(column, $"false merges ({pairs} pairs that are no copies)", new Ratio(wrong, pairs), "0.030", "0.010");
        Cost(folder, bars, column);
    }

    /// <summary>Two outlets on one happening, and pairs of near texts that exact measure calls different or reuse of a part.</summary>
    private static (int Wrong, int Pairs) FalseMerges(string folder)
    {
        var (wrong, pairs) = (0, 0);
        var stories = TestData
            .Lines(folder, "eval", "crossdoc", "stories-basil.jsonl.gz")
            .GroupBy(
                line => (string)line["story"]!,
                line => Sketch((string)line["id"]!, (string)line["publisher"]!, (string)line["date"]!, (string)line["text"]!)
            );
        foreach (var story in stories.Select(story => story.ToList()))
            for (var i = 0; i < story.Count; i++)
            for (var j = i + 1; j < story.Count; j++)
                Count(story[i], story[j]);
        var sketches = TestData
            .Lines(folder, "eval", "crossdoc", "neardup.docs.jsonl.gz")
            .ToDictionary(
                line => (string)line["id"]!,
                line => Sketch((string)line["id"]!, (string?)line["publisher"], (string?)line["date"], (string)line["text"]!)
            );
        foreach (var pair in TestData.Lines(folder, "eval", "crossdoc", "neardup.pairs.jsonl"))
            if ((string)pair["label"]! is "different" or "partial-reuse")
                Count(sketches[(string)pair["a"]!], sketches[(string)pair["b"]!]);
        return (wrong, pairs);

        void Count(ArticleSketch a, ArticleSketch b)
        {
            pairs++;
            wrong += CopyFinder.Find(a, [b]).CopyOf is not null || CopyFinder.Find(b, [a]).CopyOf is not null ? 1 : 0;
        }
    }

    private static void Cost(string folder, Bars bars, string column)
    {
        var texts = TestData
            .Lines(folder, "corpora", "bench", "news-open.jsonl.gz")
            .Select(line => ((string)line["text"]!).Split(' '))
            .ToList();
        var index = new SketchIndex();
        long bytes = 0;
        for (var i = 0; i < Kept; i++)
        {
            var words = texts[i % texts.Count];
            var sketch = Sketch($"{i}", $"Outlet {i % 50}", "2020-01-01", string.Join(' ', Changed(words, i, 8)));
            index.Add(sketch);
            bytes += sketch.ToBytes().Length;
        }
        var fresh = Enumerable
            .Range(0, Compared)
            .Select(i => texts[i * 3 % texts.Count])
            .Select((words, i) => string.Join(' ', Changed(words, Kept + i, 8)))
            .ToList();
        var times = new List<double>();
        foreach (var text in fresh)
        {
            var start = Stopwatch.GetTimestamp();
            var sketch = Sketch("new", "New", "2020-01-02", text);
            CopyFinder.Find(sketch, index.Alike(sketch));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        times.Sort();
        var each = times[times.Count / 2];
        bars.Add(
            column,
            $"sketch and comparison of an article with {Kept:N0} kept ones, each text fifty times with one word in eight changed (ms, median)",
            Number(each),
            "2.00"
        );
        bars.Add(column, "bytes of a sketch, mean (311 words an article)", Number((double)bytes / Kept));
    }

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static ArticleSketch Sketch(string id, string? outlet, string? day, string text) =>
        ArticleSketch.Of(
            new Article
            {
                Id = id,
                Publisher = outlet,
                Published = day,
                Text = text,
            }
        );

    /// <summary>The words with one in so many put in place of another of the same text; the same for the same seed.</summary>
    private static string[] Changed(string[] words, int seed, int oneIn)
    {
        var random = new Random(seed);
        return [.. words.Select(word => random.Next(oneIn) == 0 ? words[random.Next(words.Length)] + "x" : word)];
    }
}
