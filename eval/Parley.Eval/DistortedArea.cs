using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Parley.Eval;

/// <summary>Whether claims that were distorted in one slot stand as support, and whether those in other words alone are joined.</summary>
internal static class DistortedArea
{
    private static readonly string[] s_standing = ["supported", "corroborated", "agreed"];

    public static IEnumerable<Table> Measure(string folder, MeasuredProgram program)
    {
        var cases = JsonNode.Parse(File.ReadAllText(TestData.Find(AppContext.BaseDirectory, "chains", "distorted.json")))!;
        var distorted = Pairs(cases["distorted"]!, "distorted");
        var paraphrases = Pairs(cases["paraphrases"]!, "paraphrase");
        var bars = new Bars(program.Models);
        foreach (var model in program.Models)
        {
            var ledger = new Answers(program, model, [.. distorted, .. paraphrases]);
            bars.Add(model, "distorted claims shown as supported", Count(distorted, ledger.IsSupported), "≤ 1", "0");
            bars.Add(model, "distorted claims joined", Count(distorted, ledger.IsJoinedAsClaim));
            bars.Add(model, "distorted claims joined as undertakings", Count(distorted, ledger.IsJoinedAsUndertaking));
            bars.Add(model, "paraphrases joined", Count(paraphrases, ledger.IsJoinedAsClaim));
            bars.Add(
                model,
                "paraphrases joined as claims or undertakings",
                Count(paraphrases, pair => ledger.IsJoinedAsClaim(pair) || ledger.IsJoinedAsUndertaking(pair))
            );
        }
        yield return bars.ToTable(
            $"{distorted.Count} claims told twice with one slot changed and {paraphrases.Count} told twice in other words (`tests/Chains/distorted.json`), all in one ledger. "
                + "Supported: both tellings stand in one claim that is supported, corroborated or agreed."
        );
    }

    private static string Count(List<Pair> pairs, Func<Pair, bool> holds) => $"{pairs.Count(holds)} of {pairs.Count}";

    private static List<Pair> Pairs(JsonNode cases, string other) =>
        [
            .. cases
                .AsArray()
                .Select(one => new Pair(
                    one!["id"]!.GetValue<string>(),
                    one["date"]!.GetValue<string>(),
                    one["original"]!.GetValue<string>(),
                    one[other]!.GetValue<string>()
                )),
        ];

    /// <summary>One happening told twice.</summary>
    private sealed record Pair(string Id, string Date, string First, string Second)
    {
        public (string, string) Articles => (IdOf(First), IdOf(Second));

        private static string IdOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>What a ledger with all pairs answers.</summary>
    private sealed class Answers
    {
        private readonly List<(string Status, HashSet<string> Articles)> _claims;
        private readonly List<HashSet<string>> _undertakings;

        public Answers(MeasuredProgram program, string model, List<Pair> pairs)
        {
            using var scratch = new Scratch();
            var (input, ledger) = (scratch.File("pairs.jsonl"), scratch.File("pairs.db"));
            File.WriteAllLines(input, pairs.SelectMany(Lines));
            Run(program, "add", "--model", model, "--ledger", ledger, input);
            _claims =
            [
                .. JsonNode
                    .Parse(Run(program, "claims", "--ledger", ledger, "--json"))!
                    .AsArray()
                    .Select(claim =>
                        (
                            claim!["status"]!.GetValue<string>(),
                            claim["supports"]!
                                .AsArray()
                                .SelectMany(origin => origin!["carriedBy"]!.AsArray().Append(origin["quote"]!.DeepClone()))
                                .Select(quote => quote!["article"]!.GetValue<string>())
                                .ToHashSet(StringComparer.Ordinal)
                        )
                    ),
            ];
            _undertakings =
            [
                .. JsonNode
                    .Parse(Run(program, "board", "--ledger", ledger, "--json"))!
                    .AsArray()
                    .Select(undertaking =>
                        undertaking!["toldBy"]!
                            .AsArray()
                            .Select(telling => telling!["article"]!.GetValue<string>())
                            .ToHashSet(StringComparer.Ordinal)
                    ),
            ];
        }

        public bool IsSupported(Pair pair) => _claims.Exists(claim => s_standing.Contains(claim.Status) && HasBoth(claim.Articles, pair));

        public bool IsJoinedAsClaim(Pair pair) => _claims.Exists(claim => HasBoth(claim.Articles, pair));

        public bool IsJoinedAsUndertaking(Pair pair) => _undertakings.Exists(articles => HasBoth(articles, pair));

        private static bool HasBoth(HashSet<string> articles, Pair pair) =>
            articles.Contains(pair.Articles.Item1) && articles.Contains(pair.Articles.Item2);

        private static string[] Lines(Pair pair) =>
            [Line(pair.Id + "a", pair.First, pair.Date, "The Quay"), Line(pair.Id + "b", pair.Second, pair.Date, "River Wire")];

        private static string Line(string id, string text, string date, string publisher) =>
            new JsonObject
            {
                ["id"] = id,
                ["text"] = text,
                ["date"] = date,
                ["publisher"] = publisher,
            }.ToJsonString();

        private static string Run(MeasuredProgram program, params string[] arguments)
        {
            var (code, output, errors) = program.Parley(null, arguments);
            return code == 0 ? output : throw new InvalidOperationException($"parley {arguments[0]} ended with {code}: {errors.Trim()}");
        }
    }
}
