using System.Text.Json.Nodes;

namespace Parley.Eval;

/// <summary>Whether the types of events hang on who does them and on how the writer feels about him.</summary>
internal static class RobustnessArea
{
    public static IEnumerable<Table> Measure(string folder, MeasuredProgram program)
    {
        var data = Path.Combine(AppContext.BaseDirectory, "robustness");
        var sentences = File.ReadAllLines(TestData.Find(data, "sentences.txt")).Where(line => line.Length > 0 && line[0] != '#').ToList();
        var swap = new WordSwap(TestData.Find(data, "sides.tsv"), TestData.Find(data, "loaded.tsv"));
        var versions = new (string Name, List<string> Sentences)[]
        {
            ("the two sides' names", sentences.ConvertAll(swap.Sides)),
            ("loaded words", sentences.ConvertAll(swap.Loaded)),
        };
        var bars = new Bars(program.Models);
        foreach (var model in program.Models)
        {
            var plain = Read(program, model, sentences);
            bars.Add(model, "sentences with an event", new Ratio(plain.Count(types => types.Count > 0), plain.Count));
            foreach (var (name, others) in versions)
            {
                var swapped = Read(program, model, others);
                var pairs = plain.Zip(swapped).ToList();
                bars.Add(
                    model,
                    $"{name}: the types change",
                    new Ratio(pairs.Count(p => !p.First.SetEquals(p.Second)), pairs.Count),
                    "≤ .03",
                    "≤ .01"
                );
                bars.Add(
                    model,
                    $"{name}: an event in both has another type",
                    new Ratio(pairs.Count(p => p.First.Any(e => p.Second.Any(o => o.Word == e.Word && o.Type != e.Type))), pairs.Count)
                );
            }
        }
        yield return bars.ToTable(
            $"{sentences.Count} sentences written for this measure (`eval/robustness`), each read alone as it is, with the names of its sides exchanged, and with loaded words exchanged. "
                + "The types change: the events, as places of triggers with their types, are others, lost and added events included; uncertain records left out."
        );
    }

    private static List<HashSet<(int Word, string Type)>> Read(MeasuredProgram program, string model, List<string> sentences)
    {
        var readings = ArticleReading.ReadAll(program, model, sentences.Select((sentence, i) => ($"{i}", sentence, (string?)null)));
        return [.. sentences.Select((_, i) => readings.TryGetValue($"{i}", out var reading) ? Types(reading) : [])];
    }

    private static HashSet<(int Word, string Type)> Types(ArticleReading reading)
    {
        var text = reading.Json["article"]!["text"]!.GetValue<string>();
        return [.. reading.Certain("events").Select(e => (WordAt(text, e), e["type"]!.GetValue<string>()))];
    }

    /// <summary>Number of the word between blanks in which the trigger begins.</summary>
    private static int WordAt(string text, JsonNode happening) => text.AsSpan(0, (int)happening["trigger"]!["start"]!).Count(' ');
}
