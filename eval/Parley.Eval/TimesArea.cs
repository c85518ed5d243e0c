using System.Text.Json.Nodes;

namespace Parley.Eval;

/// <summary>Expressions of time against TimeML gold: extent, and value of what overlaps.</summary>
internal static class TimesArea
{
    private static readonly string[] s_sets = ["timebank", "aquaint"];

    public static IEnumerable<Table> Measure(string folder, MeasuredProgram program)
    {
        var bars = new Bars(program.Models);
        foreach (var model in program.Models)
        {
            var all = new Tally();
            foreach (var set in s_sets)
            {
                var tally = new Tally();
                foreach (var (gold, found) in ArticleReading.ReadSet(program, model, folder, Path.Combine("time", set), "times"))
                    tally.Add(gold["timexes"]!.AsArray(), found);
                foreach (var (measure, value) in tally.Rows())
                    bars.Add(model, $"{set}, {measure}", value);
                all.Add(tally);
            }
            foreach (var (measure, value) in all.Rows())
                bars.Add(model, $"both, {measure}", value, Floor(measure), Goal(measure));
        }
        yield return bars.ToTable(
            "TimeBank and AQUAINT, developer halves, as raw text with the date of the document. F1; strict: same span; relaxed: some overlap, one to "
                + "one; value: relaxed and the same TimeML value. Rules were mended against errors on these halves."
        );
    }

    private static string Floor(string measure) =>
        measure switch
        {
            "strict" => ".850",
            "value" => ".790",
            _ => "",
        };

    private static string Goal(string measure) =>
        measure switch
        {
            "strict" => ".900",
            "value" => ".850",
            _ => "",
        };

    private sealed class Tally
    {
        private int _gold;
        private int _found;
        private int _relaxed;
        private int _strict;
        private int _value;

        public void Add(Tally other)
        {
            _gold += other._gold;
            _found += other._found;
            _relaxed += other._relaxed;
            _strict += other._strict;
            _value += other._value;
        }

        public void Add(JsonArray gold, JsonArray found)
        {
            _gold += gold.Count;
            _found += found.Count;
            var free = found.Select(time => time!).ToList();
            foreach (var wanted in gold)
            {
                var (start, end) = ((int)wanted!["start"]!, (int)wanted["end"]!);
                var best = free.Where(time => Start(time) < end && End(time) > start)
                    .OrderByDescending(time => Start(time) == start && End(time) == end)
                    .FirstOrDefault();
                if (best is null)
                    continue;
                free.Remove(best);
                _relaxed++;
                _strict += Start(best) == start && End(best) == end ? 1 : 0;
                _value += (string?)best["value"] == (string?)wanted["value"] ? 1 : 0;
            }
        }

        public IEnumerable<(string Measure, string Value)> Rows() =>
            [("strict", Share(_strict)), ("relaxed", Share(_relaxed)), ("value", Share(_value))];

        private static int Start(JsonNode time) => (int)time["span"]!["start"]!;

        private static int End(JsonNode time) => (int)time["span"]!["end"]!;

        private string Share(int right) => Table.Share(2.0 * right / Math.Max(1, _gold + _found));
    }
}
