using System.Globalization;
using System.Text.Json.Nodes;
using Parley.Statements;

namespace Parley.Eval;

/// <summary>Who said what against PolNeAR's development part, outermost attributions only: scores by kind, kinds of error, the worth of each group of rules.</summary>
internal static class AttributionArea
{
    private static readonly (StatementRules Group, string Name)[] s_groups =
    [
        (StatementRules.None, "all rules"),
        (StatementRules.Clauses, "verbs with a clause"),
        (StatementRules.Complements, "verbs with another complement"),
        (StatementRules.Quotations, "quotations beside their cue"),
        (StatementRules.Passives, "passive and hidden speakers"),
        (StatementRules.Phrases, "reporting words of two parts"),
        (StatementRules.Pointers, "speakers behind a preposition"),
        (StatementRules.Network, "statements that the network adds"),
    ];

    public static IEnumerable<Table> Measure(string folder, MeasuredProgram program)
    {
        var gold = Path.Combine(folder, "eval", "attribution", "polnear-dev.jsonl");
        var articles = File.ReadLines(gold).Select(line => JsonNode.Parse(line)!).ToDictionary(a => (string)a["id"]!);
        using var scratch = new Scratch();
        using var run = new StatementRun(articles.Select(a => (a.Key, (string)a.Value["text"]!)));
        var errors = new AttributionErrors();
        var worth = new List<string[]>();
        Table? scores = null;
        foreach (var (group, name) in s_groups)
        {
            var lines = new List<string>();
            foreach (var (id, parsed, statements) in run.Read(group))
            {
                lines.Add(Attribution.Line(id, statements.Statements));
                if (group == StatementRules.None)
                    errors.Add([.. articles[id]["attributions"]!.AsArray().Select(a => Attribution.OfGold(a!))], parsed, statements);
            }
            File.WriteAllLines(scratch.File("predicted.jsonl"), lines);
            var scorer = Path.Combine(Path.GetDirectoryName(gold)!, "score.py");
            var score = program.Score(scorer, gold, scratch.File("predicted.jsonl"), "--drop-nested");
            worth.Add([group == StatementRules.None ? name : $"without {name}", .. Cells(score["all"]!)]);
            scores ??= ByKind(score);
        }
        yield return scores!;
        yield return errors.ToTable(20);
        yield return new Table(
            "What each group of rules is worth: all attributions, read without it.",
            ["rules", "gold, found", "source", "cue", "content", "content, soft", "speaker", "attributed"],
            worth
        );
    }

    private static Table ByKind(JsonObject scores) =>
        new(
            "PolNeAR dev, 84 articles, outermost attributions: F1 of spans; speaker: of the contents found, those with the right one; attributed: of all, those found with the right speaker.",
            ["kind", "gold, found", "source", "cue", "content", "content, soft", "speaker", "attributed"],
            [.. scores.Select(kind => (string[])[kind.Key, .. Cells(kind.Value!)])]
        );

    private static string[] Cells(JsonNode score) =>
        [
            $"{score["gold"]}, {score["predicted"]}",
            F1(score["source"], "span"),
            F1(score["cue"], "span"),
            F1(score["content"], "span"),
            F1(score["content"], "soft"),
            Share(score["linked"]!["speaker_accuracy"]),
            Share(score["linked"]!["attributed"]),
        ];

    private static string F1(JsonNode? role, string way) => Share(role![way]!["f"]);

    private static string Share(JsonNode? value) =>
        value is null ? "–" : Table.Share(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture));
}
