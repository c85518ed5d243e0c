using System.Globalization;
using System.Text.Json.Nodes;

namespace Parley.Eval;

/// <summary>Readings against gold ledgers: the founding article and the development articles.</summary>
internal static class LedgerArea
{
    private static readonly (string Measure, string Row, string Key, string Floor, string Goal)[] s_bars =
    [
        ("events found, F1", "events", "f1", ".78", ".86"),
        ("events with type, F1", "events + type", "f1", ".70", ".82"),
        ("events with type and parties, F1", "events + type and parties", "f1", ".48", ".65"),
        ("events with type and status, F1", "events + type and status", "f1", ".60", ".74"),
        ("statements with speaker, F1", "statements + speaker", "f1", ".88", ".93"),
        ("statements with speaker and act, F1", "statements + speaker and act", "f1", ".78", ".88"),
        ("undertakings by and kind, F1", "undertakings + by and kind", "f1", ".60", ".80"),
        ("undertakings by and kind, precision", "undertakings + by and kind", "precision", ".70", ".85"),
        ("positions party and stance, F1", "positions + party and stance", "f1", ".52", ".70"),
    ];

    private static readonly string[] s_done = ["happened", "ongoing"];

    public static IEnumerable<Table> Measure(string folder, MeasuredProgram program)
    {
        var (bars, parts) = (new Bars(program.Models), new ArticleThirds());
        var tables = new List<Table>();
        foreach (var model in program.Models)
        {
            var founding = LedgerReadings.Read(folder, ["seed"], model, program);
            var dev = LedgerReadings.Read(folder, ["eval", "ledger", "dev"], model, program);
            var scores = dev.Score(program);
            tables.Add(ToTable($"The founding article, read with its date, {model} model.", founding.Score(program)));
            tables.Add(ToTable($"Twelve development articles, each read with the date of its gold, {model} model.", scores));
            foreach (var (measure, row, key, floor, goal) in s_bars)
                bars.Add(model, measure, Share(scores[row], key), floor, goal);
            List<LedgerPair> pairs = [.. dev.Pairs(program, withUncertain: false), .. founding.Pairs(program, withUncertain: false)];
            bars.Add(model, "told as happened or ongoing, not done by the gold", NotDone(pairs), "≤ .06", "≤ .03");
            bars.Add(model, "exact codes of speakers", Codes(pairs, "statements"));
            bars.Add(model, "exact codes of parties", Codes(pairs, "events"));
            bars.Add(model, "exact codes of both", Codes(pairs, "statements", "events"), ".82");
            parts.Add(model, pairs);
        }
        tables.Insert(
            0,
            bars.ToTable(
                "Bars, on the twelve development articles; uncertain records are left out here and below. Not done: of the found events of status happened or ongoing that the scorer pairs "
                    + "with a gold event, in the twelve and the founding article, those whose gold status is another. Exact codes: of the codes of speakers, doers and targets that the gold "
                    + "has in paired records of the same articles, where the reading names anyone, those that it has letter by letter."
            )
        );
        tables.Insert(1, parts.ToTable());
        return tables;
    }

    private static Ratio NotDone(List<LedgerPair> pairs)
    {
        var told = pairs.Where(pair => pair.Kind == "events" && pair.Gold is not null && s_done.Contains(pair.FoundStatus)).ToList();
        return new Ratio(told.Count(pair => !s_done.Contains(pair.GoldStatus)), told.Count);
    }

    private static Ratio Codes(List<LedgerPair> pairs, params string[] kinds)
    {
        var of = pairs.Where(pair => kinds.Contains(pair.Kind)).ToList();
        return new Ratio(of.Sum(pair => pair.Codes[0]), of.Sum(pair => pair.Codes[1]));
    }

    private static Table ToTable(string title, JsonObject scores) =>
        new(
            title,
            ["measure", "precision", "recall", "F1", "right/found/wanted"],
            [
                .. scores.Select(score =>
                    (string[])
                        [
                            score.Key,
                            Share(score.Value, "precision"),
                            Share(score.Value, "recall"),
                            Share(score.Value, "f1"),
                            $"{score.Value!["right"]}/{score.Value["found"]}/{score.Value["wanted"]}",
                        ]
                ),
            ]
        );

    private static string Share(JsonNode? row, string key) =>
        Table.Share(double.Parse(row![key]!.ToJsonString(), CultureInfo.InvariantCulture));
}
