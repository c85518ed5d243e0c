using System.Globalization;
using System.Text.Json.Nodes;
using Parley.Actors;
using Parley.Models;
using Parley.Onnx;
using Parley.Places;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.PlaceWeights;

/// <summary>
/// Learns the weights of rules/places.tsv from texts whose places are known: <c>Parley.PlaceWeights FOLDER > places.tsv</c>.
/// FOLDER/eval/place holds the sets, JSON Lines of <c>{id, text, url, places: [{start, end, lat, lon, kind}]}</c>.
/// </summary>
/// <remarks>
/// Each name that the reader finds is an example: a choice among its candidates and that none of them is meant; right are those within 161 km of
/// the gold. Weights are fitted by gradient (log-likelihood, a small ridge), in turns with the reader, since what is near depends on them.
/// The table on the error stream is five-fold: weights learned on four fifths of the articles, measured on the fifth.
/// </remarks>
internal static class Program
{
    private const int Turns = 3,
        Folds = 5;

    private static readonly string[] s_sets = ["lgl", "trnews", "gwn", "geovirus"];

    private static void Main(string[] arguments)
    {
        using var model = OnnxLanguageModel.Open(
            ModelManifest.FindFolder("en") ?? throw new InvalidOperationException("There is no model.")
        );
        var articles = s_sets.SelectMany(set => Load(arguments[0], set, model)).ToList();
        Console.Error.WriteLine($"{articles.Count} articles");
        var reader = new PlaceReader();
        var weights = Learn(reader, articles, null);
        var (right, wrong, all) = (new double[Thresholds.Length], new double[Thresholds.Length], 0.0);
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = articles.Where((_, at) => at % Folds == fold).ToList();
            var learned = Learn(reader, [.. articles.Where((_, at) => at % Folds != fold)], weights);
            all += Measure(reader, held, learned, right, wrong);
        }
        Report("five-fold", right, wrong, all);
        (right, wrong) = (new double[Thresholds.Length], new double[Thresholds.Length]);
        all = Measure(reader, articles, weights, right, wrong);
        Report("on what was learned from", right, wrong, all);
        Console.WriteLine(
            "# Weights of what speaks for a place that a name may mean (PlaceFeature), and of none; sure: least probability of a place; shared: of the division or country that the likely places share. Learned by tools/Parley.PlaceWeights from the developer halves of LGL, TR-News, GeoWebNews and GeoVirus, of which nothing but these numbers is here. Licence: MIT."
        );
        Console.WriteLine("feature\tweight");
        foreach (var feature in Enum.GetValues<PlaceFeature>())
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{feature}\t{weights[(int)feature]:0.00}"));
        Console.WriteLine("sure\t0.4\nshared\t0.9");
    }

    private static double[] Thresholds { get; } = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

    private static IEnumerable<Article> Load(string folder, string set, ILanguageModel model)
    {
        var (text, syntax, actors) = (new ArticleTextReader(), new SyntaxReader(model), new ActorReader());
        foreach (var line in File.ReadLines(Path.Combine(folder, "eval", "place", set + ".jsonl")))
        {
            var json = JsonNode.Parse(line)!;
            var parsed = syntax.Read(text.Read(new SourceDocument { Text = (string)json["text"]!, Url = (string?)json["url"] }));
            var gold = json["places"]!
                .AsArray()
                .Where(place => (string?)place!["kind"] is not ("Literal_Expression" or "Non_Lit_Expression" or "Non_Toponym"))
                .Select(place => new Gold((int)place!["start"]!, (int)place["end"]!, (double?)place["lat"], (double?)place["lon"]))
                .ToList();
            yield return new Article(parsed, actors.Read(parsed), gold);
        }
    }

    private static double[] Learn(PlaceReader reader, List<Article> articles, double[]? weights)
    {
        var resolver = weights is null ? new PlaceResolver() : new PlaceResolver(weights);
        var turns = weights is null ? Turns : 1;
        for (var turn = 0; turn < turns; turn++)
        {
            var examples = articles.SelectMany(article => Examples(reader, article, resolver)).ToList();
            weights = Fit.Run(examples);
            resolver = new PlaceResolver(weights);
            Console.Error.WriteLine(
                $"{examples.Count} examples, log-likelihood {examples.Sum(one => one.LogLikelihood(weights)) / examples.Count:0.0000}"
            );
        }
        return weights!;
    }

    private static IEnumerable<Example> Examples(PlaceReader reader, Article article, PlaceResolver resolver)
    {
        var names = reader.Names(article.Parsed, article.Actors);
        var cases = reader.Resolve(article.Parsed, names, resolver, out var context);
        var others = new PlaceResolver.Others(cases);
        others.Refresh();
        context.Refresh();
        foreach (var one in cases)
        {
            // A name that the gold does not have says nothing: the sets leave some kinds out.
            var golds = one.Names.Select(name => article.Gold(names[name])).OfType<Gold>().ToList();
            if (golds.Count == 0 || one.Candidates.Count == 0)
                continue;
            var features = new double[one.Candidates.Count + 1][];
            var right = new bool[features.Length];
            for (var c = 0; c < one.Candidates.Count; c++)
            {
                features[c] = new double[PlaceResolver.Features];
                PlaceResolver.Fill(features[c], one, c, context, others);
            }
            golds[0].Mark(one.Candidates, right);
            features[^1] = new double[PlaceResolver.Features];
            features[^1][(int)PlaceFeature.None] = 1;
            right[^1] = !right.Contains(true);
            yield return new Example(features, right, Math.Sqrt(golds.Count));
        }
    }

    private static double Measure(PlaceReader reader, List<Article> articles, double[] weights, double[] right, double[] wrong)
    {
        var all = 0.0;
        var resolver = new PlaceResolver(weights);
        foreach (var article in articles)
        {
            var names = reader.Names(article.Parsed, article.Actors);
            foreach (var one in reader.Resolve(article.Parsed, names, resolver, out _))
            {
                var golds = one.Names.Select(name => article.Gold(names[name])).OfType<Gold>().ToList();
                all += golds.Count;
                if (golds.Count == 0 || one.Candidates.Count == 0)
                    continue;
                var (place, probability, _) = PlaceResolver.Likeliest(one);
                for (var t = 0; t < Thresholds.Length; t++)
                    if (probability >= Thresholds[t])
                        (golds[0].IsAt(place) ? right : wrong)[t] += golds.Count;
            }
        }
        return all;
    }

    private static void Report(string heading, double[] right, double[] wrong, double all)
    {
        Console.Error.WriteLine(heading);
        for (var t = 0; t < Thresholds.Length; t++)
            Console.Error.WriteLine(
                $"  sure {Thresholds[t]:0.0}: right {right[t] / all:0.000} of all found, {right[t] / (right[t] + wrong[t]):0.000} of those pinned"
            );
    }
}
