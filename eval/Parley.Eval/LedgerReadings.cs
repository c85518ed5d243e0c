using System.Text.Json;
using System.Text.Json.Nodes;

namespace Parley.Eval;

/// <summary>The readings of the articles of a folder of gold ledgers by one model, each read with the date of its gold.</summary>
internal sealed class LedgerReadings
{
    private static readonly string[] s_kinds = ["statements", "events", "undertakings", "positions"];
    private readonly string _gold;
    private readonly string _scorer;

    private LedgerReadings(string gold, string scorer) => (_gold, _scorer) = (gold, scorer);

    /// <summary>The readings, uncertain records among them, by the names of the articles.</summary>
    public SortedDictionary<string, JsonNode> Articles { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads a folder of gold ledgers.</summary>
    public static LedgerReadings Read(string folder, string[] gold, string model, MeasuredProgram program)
    {
        var readings = new LedgerReadings(TestData.Find(folder, gold), TestData.Find(folder, "eval", "ledger", "score.py"));
        foreach (var path in Directory.EnumerateFiles(readings._gold, "*.gold.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path)[..^".gold.json".Length];
            string[] date = JsonNode.Parse(File.ReadAllText(path))!["published"]?.GetValue<string>() is { } published
                ? ["--published", published]
                : [];
            var (code, output, errors) = program.Parley(
                null,
                ["read", "--model", model, "--json", .. date, TestData.Find(readings._gold, name + ".txt")]
            );
            if (code != 0)
                throw new InvalidOperationException($"parley read ended with {code} on {name}: {errors}");
            readings.Articles[name] = JsonNode.Parse(output)!;
        }
        return readings;
    }

    /// <summary>What the scorer says of the records that are certain.</summary>
    public JsonObject Score(MeasuredProgram program)
    {
        using var scratch = new Scratch();
        Write(scratch, withUncertain: false);
        return program.Score(_scorer, _gold, scratch.Folder);
    }

    /// <summary>The records paired with the gold as the scorer pairs them.</summary>
    public List<LedgerPair> Pairs(MeasuredProgram program, bool withUncertain)
    {
        using var scratch = new Scratch();
        Write(scratch, withUncertain);
        var output = program.Python(Path.Combine(AppContext.BaseDirectory, "pairs.py"), _scorer, _gold, scratch.Folder);
        return JsonSerializer.Deserialize<List<LedgerPair>>(output, JsonSerializerOptions.Web)!;
    }

    private void Write(Scratch scratch, bool withUncertain)
    {
        foreach (var (name, reading) in Articles)
        {
            var kept = reading.DeepClone();
            if (!withUncertain)
                foreach (var kind in s_kinds)
                    kept[kind] = new JsonArray([
                        .. kept[kind]!.AsArray().Where(record => (bool?)record!["uncertain"] != true).Select(record => record!.DeepClone()),
                    ]);
            File.WriteAllText(scratch.File(name + ".json"), kept.ToJsonString());
        }
    }
}
