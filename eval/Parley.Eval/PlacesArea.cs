using System.Diagnostics;
using System.Text.Json.Nodes;
using Parley.Models;
using Parley.Places;

namespace Parley.Eval;

/// <summary>Named places against gold: whether they are found, and whether they are put where they lie.</summary>
internal static class PlacesArea
{
    private static readonly string[] s_sets = ["lgl", "trnews", "gwn", "geovirus"];

    /// <summary>Common nouns and names that are no places in GeoWebNews.</summary>
    private static readonly string[] s_leftOut = ["Literal_Expression", "Non_Lit_Expression", "Non_Toponym"];

    public static IEnumerable<Table> Measure(string folder, MeasuredProgram program)
    {
        var bars = new Bars(program.Models);
        foreach (var model in program.Models)
        {
            var all = new Tally();
            foreach (var set in s_sets)
            {
                var tally = new Tally();
                foreach (var (gold, found) in ArticleReading.ReadSet(program, model, folder, Path.Combine("place", set), "places"))
                    tally.Add(gold["places"]!.AsArray().Where(place => !s_leftOut.Contains((string?)place!["kind"])), found);
                foreach (var (measure, value) in tally.Rows())
                    bars.Add(
                        model,
                        $"{set}, {measure}",
                        value,
                        set == "gwn" && measure == "F1 of names" ? ".76" : "",
                        set == "gwn" && measure == "F1 of names" ? ".86" : ""
                    );
                if (set != "geovirus")
                    all.Add(tally);
            }
            bars.Add(model, "lgl, trnews and gwn, within 161 km", all.Within, ".62", ".74");
        }
        yield return bars.ToTable(
            "Developer halves of LGL, TR-News, GeoWebNews and GeoVirus, as raw text. F1 of names: same span, all uses, without GeoWebNews' common nouns and "
                + "non-places. Within 161 km: found by name and put within 100 miles, of all gold with coordinates. Right where placed: of the names that got "
                + "coordinates. Weights were learned from these halves (five-fold figures: docs/stages/4-places.md)."
        );
        yield return Loading();
    }

    private static Table Loading()
    {
        var times = new List<double>();
        for (var run = 0; run < 5; run++)
        {
            var watch = Stopwatch.StartNew();
            var places = Gazetteer.Open(ModelManifest.FindFolder("places"));
            times.Add(watch.Elapsed.TotalMilliseconds);
            places.Verify();
        }
        times.Sort();
        return new Table(
            "Opening the gazetteer in a warm process, milliseconds: median and most of five runs; the sha-256 is checked on another thread while the language model loads.",
            ["median", "most"],
            [
                [
                    times[2].ToString("0.00", System.Globalization.CultureInfo.InvariantCulture),
                    times[^1].ToString("0.00", System.Globalization.CultureInfo.InvariantCulture),
                ],
            ]
        );
    }

    private sealed class Tally
    {
        private const double Near = 161;

        private int _gold;
        private int _found;
        private int _same;
        private int _known;
        private int _placed;
        private int _right;

        public string Within => Table.Share(_right / Math.Max(1.0, _known));

        public void Add(Tally other)
        {
            _gold += other._gold;
            _found += other._found;
            _same += other._same;
            _known += other._known;
            _placed += other._placed;
            _right += other._right;
        }

        public void Add(IEnumerable<JsonNode?> gold, JsonArray found)
        {
            var mentions = new Dictionary<(int Start, int End), JsonNode>();
            foreach (var place in found)
            foreach (var span in place!["mentions"]!.AsArray())
                mentions.TryAdd(((int)span!["start"]!, (int)span["end"]!), place);
            var wanted = gold.Select(place => place!).DistinctBy(place => ((int)place["start"]!, (int)place["end"]!)).ToList();
            _found += mentions.Count;
            _gold += wanted.Count;
            foreach (var place in wanted)
            {
                var (start, end) = ((int)place["start"]!, (int)place["end"]!);
                var isSame = mentions.TryGetValue((start, end), out var named);
                _same += isSame ? 1 : 0;
                if (place["lat"] is null)
                    continue;
                _known++;
                named ??= mentions.FirstOrDefault(mention => mention.Key.Start < end && mention.Key.End > start).Value;
                if (named?["lat"] is null)
                    continue;
                _placed++;
                _right += Kilometres(named, place) <= Near ? 1 : 0;
            }
        }

        public IEnumerable<(string Measure, string Value)> Rows() =>
            [
                ("F1 of names", Table.Share(2.0 * _same / Math.Max(1, _gold + _found))),
                ("within 161 km", Within),
                ("right where placed", Table.Share(_right / Math.Max(1.0, _placed))),
            ];

        private static double Kilometres(JsonNode a, JsonNode b)
        {
            var (from, to) = (double.DegreesToRadians((double)a["lat"]!), double.DegreesToRadians((double)b["lat"]!));
            var north = Math.Sin((to - from) / 2);
            var east = Math.Sin(double.DegreesToRadians((double)b["lon"]! - (double)a["lon"]!) / 2);
            return 2 * 6371 * Math.Asin(Math.Min(1, Math.Sqrt(north * north + Math.Cos(from) * Math.Cos(to) * east * east)));
        }
    }
}
