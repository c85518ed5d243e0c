using System.Text.Json.Nodes;
using Parley.Ledger.Joining;
using Parley.Ledger.Stories;
using Parley.Models;
using Parley.Records;
using Parley.Syntax.Fast;

namespace Parley.Eval;

/// <summary>Gold mentions of happenings in one sub-topic of ECB+: articles on one happening, and which mentions mean the same.</summary>
/// <param name="Topic">The topic, two happenings of one kind.</param>
/// <param name="Name">The sub-topic.</param>
/// <param name="Tellings">The mentions.</param>
/// <param name="Gold">For each the name of what it means.</param>
/// <param name="LastWords">For each the stem of its last word.</param>
internal sealed record DeedMentions(int Topic, string Name, List<DeedTelling> Tellings, List<string> Gold, List<string> LastWords)
{
    /// <summary>Reads all sub-topics; the articles are read with the fast model, the mentions are given.</summary>
    public static List<DeedMentions> Read(string folder)
    {
        using var model = FastLanguageModel.Open(
            ModelManifest.FindFolder("en-fast") ?? throw new InvalidOperationException("models/en-fast stands nowhere above the tool")
        );
        var reader = new Reader(model);
        var subtopics = new SortedDictionary<string, DeedMentions>(StringComparer.Ordinal);
        foreach (var line in TestData.Lines(folder, "eval", "crossdoc", "ecbplus.jsonl.gz"))
        {
            var name = $"{line["topic"]}{line["subtopic"]}";
            if (!subtopics.TryGetValue(name, out var mentions))
                subtopics.Add(name, mentions = new DeedMentions(int.Parse((string)line["topic"]!), name, [], [], []));
            mentions.Add(line, reader.Read(new SourceDocument { Text = (string)line["text"]!, Source = (string)line["id"]! }));
        }
        return [.. subtopics.Values];
    }

    /// <summary>The groups of mentions by a score, as names in the order of the mentions.</summary>
    public List<string> Group(DeedLikeness likeness, double least)
    {
        var found = new string[Tellings.Count];
        var groups = AverageLinks.Group(Tellings.Count, (a, b) => likeness.Score(Tellings[a], Tellings[b]), least);
        for (var g = 0; g < groups.Count; g++)
            foreach (var at in groups[g])
                found[at] = $"{Name} {g}";
        return [.. found];
    }

    private void Add(JsonNode line, Reading reading)
    {
        var sketch = StorySketch.Of(reading.Article);
        foreach (var mention in line["mentions"]!.AsArray())
        {
            var type = (string)mention!["type"]!;
            if (
                !(bool)mention["validated"]!
                || !(type.StartsWith("ACTION", StringComparison.Ordinal) || type.StartsWith("NEG_ACTION", StringComparison.Ordinal))
            )
                continue;
            var id = (string)mention["m_id"]!;
            var words = WordBag.StemsOf((string)mention["text"]!);
            Tellings.Add(
                DeedTelling.Of(
                    new RecordKey(reading.Article.Id, id),
                    new Span((int)mention["start"]!, (int)mention["end"]!),
                    reading,
                    sketch
                )
            );
            Gold.Add((string?)mention["chain"] ?? $"{line["id"]} {id}");
            LastWords.Add($"{Name} {(words.IsEmpty ? (string)mention["text"]! : words[^1])}");
        }
    }
}
