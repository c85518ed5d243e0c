using Parley.Mentions;

namespace Parley.Eval;

/// <summary>Compares mentions with marked sentences, measure by measure, as the trainer does.</summary>
internal sealed class MentionScores
{
    private const float Least = 0.5f;
    private readonly Dictionary<string, (int Right, int Found, int Wanted)> _counts = [];

    /// <summary>The measures in their order: F1, or a share where what was wanted was found.</summary>
    public IEnumerable<(string Measure, Ratio Value)> All =>
        _counts.Select(pair => (pair.Key, Ratio.F1(pair.Value.Right, pair.Value.Found, pair.Value.Wanted)));

    /// <summary>Compares one sentence, whose first word has the number <paramref name="first"/> in the text.</summary>
    public void Add(MarkedSentence gold, int first, MentionTable mentions)
    {
        bool Inside(int word) => word >= first && word < first + gold.Words.Length;
        HashSet<int> Fillers(IEnumerable<Argument> arguments) =>
            [.. arguments.Where(a => a.Probability >= Least).Select(a => a.Word - first)];

        AddEvents(gold, [.. mentions.Events.Where(m => Inside(m.Word) && m.Probability >= Least)], first, Fillers);
        AddStatements(gold, [.. mentions.Statements.Where(m => Inside(m.Word) && m.Probability >= Least)], first, Fillers);
        var undertakings = mentions.Undertakings.Where(m => Inside(m.Word) && m.Probability >= Least).ToList();
        Compare("undertakings", Marks(gold, "undertakings", "deed"), undertakings.Select(u => $"{u.Word - first}"));
        Compare(
            "undertakings with kind",
            Marks(gold, "undertakings", "deed", "kind"),
            undertakings.Select(u => $"{u.Word - first} {Name(u.Kind.Best)}")
        );
        var positions = mentions.Positions.Where(m => Inside(m.Word) && m.Probability >= Least).ToList();
        Compare(
            "positions with topic",
            Marks(gold, "positions", "word", "topic"),
            positions.Select(p => $"{p.Word - first} {p.Topic.Best}")
        );
        Compare(
            "positions with topic and stance",
            Marks(gold, "positions", "word", "topic", "stance"),
            positions.Select(p => $"{p.Word - first} {p.Topic.Best} {Name(p.Stance.Best)}")
        );
        foreach (var (kind, key) in new[] { (PassageKind.Limit, "limits"), (PassageKind.Gap, "gaps") })
            Compare(
                $"words of {key}",
                MarkedSentence.WordsOf(gold.Marks[key]),
                mentions
                    .Passages.Where(p => p.Kind == kind && p.Probability >= Least && Inside(p.Words.Start))
                    .SelectMany(p => Enumerable.Range(p.Words.Start - first, p.Words.Length))
            );
    }

    private void AddEvents(MarkedSentence gold, List<EventMention> found, int first, Func<IEnumerable<Argument>, HashSet<int>> fillers)
    {
        Compare("events", Marks(gold, "events", "trigger"), found.Select(e => $"{e.Word - first}"));
        Compare("events with type", Marks(gold, "events", "trigger", "type"), found.Select(e => $"{e.Word - first} {Type(e)}"));
        Compare(
            "events with type and status",
            Marks(gold, "events", "trigger", "type", "status"),
            found.Select(e => $"{e.Word - first} {Type(e)} {Name(e.Status.Best)}")
        );
        foreach (var mark in gold.Of("events"))
        {
            if (found.Find(e => e.Word - first == (int)mark["trigger"]!) is not { } own)
                continue;
            Share("status, given the event", mark["status"]!.GetValue<string>() == Name(own.Status.Best));
            Share("doers exact, given the event", fillers(own.Doers).SetEquals(TestData.Numbers(mark["doers"])));
            Share("targets exact, given the event", fillers(own.Targets).SetEquals(TestData.Numbers(mark["targets"])));
            Compare("places, given the event", TestData.Numbers(mark["place"]), fillers(own.Places));
            Compare("times, given the event", TestData.Numbers(mark["time"]), fillers(own.Times));
            Compare("numbers, given the event", TestData.Numbers(mark["numbers"]), fillers(own.Numbers));
        }
    }

    private void AddStatements(
        MarkedSentence gold,
        List<StatementMention> found,
        int first,
        Func<IEnumerable<Argument>, HashSet<int>> fillers
    )
    {
        Compare("cues", Marks(gold, "statements", "cue"), found.Select(s => $"{s.Word - first}"));
        Compare("cues with act", Marks(gold, "statements", "cue", "act"), found.Select(s => $"{s.Word - first} {Name(s.Act.Best)}"));
        foreach (var mark in gold.Of("statements"))
        {
            if (found.Find(s => s.Word - first == (int)mark["cue"]!) is not { } own)
                continue;
            Share("speakers exact, given the cue", fillers(own.Speakers).SetEquals(TestData.Numbers(mark["speaker"])));
            Compare(
                "words of content, given the cue",
                MarkedSentence.WordsOf(mark["content"]),
                own.Content.SelectMany(run => Enumerable.Range(run.Start - first, run.Length))
            );
        }
    }

    private static IEnumerable<string> Marks(MarkedSentence gold, string kind, params string[] fields) =>
        gold.Of(kind).Select(mark => string.Join(' ', fields.Select(field => mark[field]!.ToString())));

    private void Compare<T>(string measure, IEnumerable<T> gold, IEnumerable<T> found)
    {
        var (wanted, given) = (gold.ToHashSet(), found.ToHashSet());
        var at = _counts.GetValueOrDefault(measure);
        _counts[measure] = (at.Right + wanted.Count(given.Contains), at.Found + given.Count, at.Wanted + wanted.Count);
    }

    /// <summary>A share is an F1 in which as many are found as wanted.</summary>
    private void Share(string measure, bool isRight)
    {
        var at = _counts.GetValueOrDefault(measure);
        _counts[measure] = (at.Right + (isRight ? 1 : 0), at.Found + 1, at.Wanted + 1);
    }

    private static string Type(EventMention mention) => mention.Type.Best.ToString().ToUpperInvariant();

    /// <summary>The name of a class as the marks spell it: <c>OpenTo</c> is <c>open-to</c>.</summary>
    private static string Name<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => (i > 0 && char.IsUpper(c) ? "-" : "") + char.ToLowerInvariant(c)));
}
