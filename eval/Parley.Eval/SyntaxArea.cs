using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Parley.Eval;

/// <summary>Words, sentences, trees and names against the development parts of the treebanks and name sets.</summary>
internal static class SyntaxArea
{
    private static readonly string[] s_types = ["PER", "ORG", "LOC"];

    private static readonly string[] s_measures = ["Tokens", "Sentences", "Words", "UPOS", "UFeats", "Lemmas", "UAS", "LAS"];

    public static IEnumerable<Table> Measure(string folder, MeasuredProgram program)
    {
        var ud = Path.Combine(folder, "train", "ud");
        var scorer = Path.Combine(folder, "eval", "ud", "score.py");
        var rows = new List<string[]>();
        foreach (var (name, file) in new[] { ("EWT dev", "en_ewt-dev.conllu"), ("GUM open dev", "en_gum-dev.open.conllu") })
        foreach (var isPretokenized in new[] { false, true })
        foreach (var model in program.Models)
        {
            var given = isPretokenized ? "gold tokens" : "raw text";
            rows.Add([$"{name}, {given}", model, .. Score(Path.Combine(ud, file), scorer, program, model, isPretokenized)]);
        }
        yield return new Table("`parley parse --conllu`, F1, by each model.", ["treebank", "model", .. s_measures], rows);
        yield return Names(Path.Combine(folder, "train", "ner", "uner-ewt-dev.jsonl"), program);
    }

    private static IEnumerable<string> Score(string gold, string scorer, MeasuredProgram program, string model, bool isPretokenized)
    {
        using var scratch = new Scratch();
        var (code, output, errors) = isPretokenized
            ? program.Parley(null, "parse", "--model", model, "--conllu", "--pretokenized", gold)
            : program.Parley(RawText(gold), "parse", "--model", model, "--conllu", "-");
        if (code != 0)
            throw new InvalidOperationException($"parley parse ended with {code} on {gold}: {errors}");
        File.WriteAllText(scratch.File("system.conllu"), output);
        var scores = program.Score(scorer, gold, scratch.File("system.conllu"));
        return s_measures.Select(measure => Percent(scores[measure]!));
    }

    private static string Percent(JsonNode score) => Table.Percent(double.Parse(score["f1"]!.ToJsonString(), CultureInfo.InvariantCulture));

    /// <summary>The <c># text</c> lines joined by a blank; an empty line at each new paragraph or document.</summary>
    private static string RawText(string conllu)
    {
        var text = new StringBuilder();
        var joint = "";
        foreach (var line in File.ReadLines(conllu))
        {
            if (line.StartsWith("# newpar", StringComparison.Ordinal) || line.StartsWith("# newdoc", StringComparison.Ordinal))
                joint = text.Length > 0 ? "\n\n" : "";
            else if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                text.Append(joint).Append(line.AsSpan("# text = ".Length));
                joint = " ";
            }
        }
        return text.Append('\n').ToString();
    }

    /// <summary>Exact spans of people, organizations and places; spans of the gold count code points.</summary>
    private static Table Names(string path, MeasuredProgram program)
    {
        var gold = File.ReadLines(path).Select(line => JsonNode.Parse(line)!).ToList();
        var input = new StringBuilder();
        foreach (var record in gold)
            input
                .Append(
                    new JsonObject
                    {
                        ["id"] = record["id"]!.GetValue<string>(),
                        ["text"] = record["text"]!.GetValue<string>(),
                    }.ToJsonString()
                )
                .Append('\n');
        using var scratch = new Scratch();
        File.WriteAllText(scratch.File("names.jsonl"), input.ToString());
        var rows = program.Models.SelectMany(model => NamesBy(model, gold, scratch.File("names.jsonl"), program)).ToList();
        return new Table(
            "Names, UNER-EWT dev, exact spans, each sentence read alone.",
            ["type", "model", "precision", "recall", "F1", "right/found/wanted"],
            rows
        );
    }

    private static IEnumerable<string[]> NamesBy(string model, List<JsonNode> gold, string input, MeasuredProgram program)
    {
        var (_, output, errors) = program.Parley(null, "parse", "--model", model, "--jsonl", input);
        var found = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        if (found.Count != gold.Count)
            throw new InvalidOperationException($"parley parse gave {found.Count} lines for {gold.Count}: {errors}");
        var (right, given, wanted) = (new int[3], new int[3], new int[3]);
        for (var i = 0; i < gold.Count; i++)
        {
            var (want, have) = (Wanted(gold[i]), Found(found[i]));
            foreach (var e in want)
                wanted[e.Type]++;
            foreach (var e in have)
                given[e.Type]++;
            foreach (var e in want.Intersect(have))
                right[e.Type]++;
        }
        return s_types
            .Select((type, t) => Row(type, model, right[t], given[t], wanted[t]))
            .Append(Row("all", model, right.Sum(), given.Sum(), wanted.Sum()));
    }

    private static HashSet<(int Type, int Start, int End)> Wanted(JsonNode record)
    {
        var points = new CodePoints(record["text"]!.GetValue<string>());
        return
        [
            .. record["entities"]!
                .AsArray()
                .Select(e =>
                    (
                        Type: Array.IndexOf(s_types, e!["mapped"]!.GetValue<string>()),
                        Start: points.ToUtf16((int)e["start"]!),
                        End: points.ToUtf16((int)e["end"]!)
                    )
                )
                .Where(e => e.Type >= 0),
        ];
    }

    private static HashSet<(int Type, int Start, int End)> Found(JsonNode parsed) =>
        [
            .. (parsed["names"]?.AsArray() ?? [])
                .Select(e =>
                    (
                        Type: Array.IndexOf(["person", "organization", "place"], e!["type"]!.GetValue<string>()),
                        Start: (int)e["start"]!,
                        End: (int)e["end"]!
                    )
                )
                .Where(e => e.Type >= 0),
        ];

    private static string[] Row(string name, string model, int right, int given, int wanted)
    {
        var (p, r) = (given == 0 ? 0 : (double)right / given, wanted == 0 ? 0 : (double)right / wanted);
        return
        [
            name,
            model,
            Table.Share(p),
            Table.Share(r),
            Table.Share(p + r == 0 ? 0 : 2 * p * r / (p + r)),
            $"{right}/{given}/{wanted}",
        ];
    }
}
