using System.Globalization;
using System.Text.Json.Nodes;

namespace Parley.Eval;

/// <summary>Readings against gold ledgers: the founding article and the development articles.</summary>
internal static class LedgerArea
{
    public static IEnumerable<Table> Measure(string folder, MeasuredProgram program)
    {
        var scorer = Path.Combine(folder, "eval", "ledger", "score.py");
        foreach (var model in new[] { "accurate", "fast" })
        {
            yield return Score(
                $"The founding article, read with its date, {model} model.",
                Path.Combine(folder, "seed"),
                scorer,
                model,
                program
            );
            yield return Score(
                $"Twelve development articles, each read with the date of its gold, {model} model.",
                Path.Combine(folder, "eval", "ledger", "dev"),
                scorer,
                model,
                program
            );
        }
    }

    private static Table Score(string title, string gold, string scorer, string model, MeasuredProgram program)
    {
        using var scratch = new Scratch();
        foreach (var path in Directory.EnumerateFiles(gold, "*.gold.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path)[..^".gold.json".Length];
            string[] date = JsonNode.Parse(File.ReadAllText(path))!["published"]?.GetValue<string>() is { } published
                ? ["--published", published]
                : [];
            var (code, output, errors) = program.Parley(
                null,
                ["read", "--model", model, "--json", .. date, Path.Combine(gold, name + ".txt")]
            );
            if (code != 0)
                throw new InvalidOperationException($"parley read ended with {code} on {name}: {errors}");
            File.WriteAllText(scratch.File(name + ".json"), output);
        }

        var rows = new List<string[]>();
        foreach (var (measure, row) in program.Score(scorer, gold, scratch.Folder))
            rows.Add([
                measure,
                Share(row, "precision"),
                Share(row, "recall"),
                Share(row, "f1"),
                $"{row!["right"]}/{row["found"]}/{row["wanted"]}",
            ]);
        return new Table(title, ["measure", "precision", "recall", "F1", "right/found/wanted"], rows);
    }

    private static string Share(JsonNode? row, string key) =>
        Table.Share(double.Parse(row![key]!.ToJsonString(), CultureInfo.InvariantCulture));
}
