using Parley.Mentions;
using Parley.Syntax;

namespace Parley.Eval;

/// <summary>Mentions of deeds, sayings, undertakings and positions against marked sentences, their words given.</summary>
internal static class MeaningArea
{
    private static readonly Dictionary<string, (string Floor, string Goal)> s_bars = new()
    {
        ["events with type"] = (".80", ".88"),
        ["status, given the event"] = (".83", ".90"),
        ["doers exact, given the event"] = (".78", ".86"),
        ["targets exact, given the event"] = (".80", ".87"),
    };

    public static IEnumerable<Table> Measure(string folder, MeasuredProgram program)
    {
        var gold = TestData.Lines(folder, "train", "semantics", "marked-dev.jsonl.gz").ConvertAll(MarkedSentence.Read);
        var bars = new Bars(program.Models);
        foreach (var model in program.Models)
        foreach (var (measure, value) in Score(gold, model).All)
        {
            var (floor, goal) = s_bars.GetValueOrDefault(measure, ("", ""));
            bars.Add(model, measure, value, floor, goal);
        }
        yield return bars.ToTable(
            $"{gold.Count} marked dev sentences, each read alone, its words given, decoded by the stage of mentions at a probability of one half or more. F1 by word "
                + "numbers within the sentence; “exact” and “status”: share of the marked events or cues found whose argument words are all right, none missing and none too many."
        );
    }

    private static MentionScores Score(List<MarkedSentence> gold, string name)
    {
        using var model = SemanticModels.Open(name);
        var scores = new MentionScores();
        var mentions = new MentionReader().Read(new SyntaxReader(model).Read(MarkedSentence.Join(gold)));
        var first = 0;
        foreach (var sentence in gold)
        {
            scores.Add(sentence, first, mentions);
            first += sentence.Words.Length;
        }
        return scores;
    }
}
