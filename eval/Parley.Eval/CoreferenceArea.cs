using System.Text.Json.Nodes;

namespace Parley.Eval;

/// <summary>Pronouns for people, and whether the actor they are given is the person that the gold names.</summary>
internal static class CoreferenceArea
{
    private static readonly (string Name, string[] Forms, bool InQuotations)[] s_sorts =
    [
        ("he, she", ["he", "him", "his", "himself", "she", "her", "hers", "herself"], false),
        ("they", ["they", "them", "their", "theirs", "themselves", "themself"], false),
        ("I, we in quotation marks", ["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"], true),
    ];

    public static IEnumerable<Table> Measure(string folder, MeasuredProgram program)
    {
        var gold = File.ReadLines(Path.Combine(folder, "train", "coref", "gum-dev.open.jsonl"))
            .Select(line => GoldDocument.Read(JsonNode.Parse(line)!))
            .ToList();
        var answers = Read(gold, program);
        var bySort = s_sorts.ToDictionary(sort => sort.Name, _ => new Tally());
        var byGenre = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        for (var d = 0; d < gold.Count; d++)
            foreach (var pronoun in gold[d].Mentions)
                if (SortOf(gold[d], pronoun) is { } sort)
                {
                    var outcome = Judge(gold[d], pronoun, answers[d]);
                    bySort[sort].Add(outcome);
                    if (sort == s_sorts[0].Name)
                        (byGenre.TryGetValue(gold[d].Genre, out var tally) ? tally : byGenre[gold[d].Genre] = new Tally()).Add(outcome);
                }

        string[] columns = ["pronouns", "of people", "of named people", "given an actor", "right", "right, of named", "right, of given"];
        yield return new Table(
            "GUM open dev, 20 documents as raw text through `parley read`: third-person pronouns that the gold has for a person or people. "
                + "Right: the actor has a mention that covers a gold name of that entity and is, of all gold mentions, most like one of it. Rules "
                + "were mended against errors on these documents.",
            columns,
            [.. bySort.Select(pair => pair.Value.Row(pair.Key))]
        );
        yield return new Table(
            "The same, he and she, by genre.",
            ["genre", .. columns[1..]],
            [.. byGenre.Select(pair => pair.Value.Row(pair.Key))]
        );
        yield return Clusters(gold, answers);
    }

    /// <summary>The clusters of mentions as a whole, by genre.</summary>
    private static Table Clusters(List<GoldDocument> gold, List<List<List<(int Start, int End)>>> answers)
    {
        var scores = new SortedDictionary<string, ClusterScores>(StringComparer.Ordinal);
        var all = new ClusterScores();
        for (var d = 0; d < gold.Count; d++)
        {
            if (!scores.TryGetValue(gold[d].Genre, out var ofGenre))
                scores.Add(gold[d].Genre, ofGenre = new ClusterScores());
            var (wanted, found) = ClusterPair.Of(gold[d], answers[d]);
            all.Add(wanted, found);
            ofGenre.Add(wanted, found);
        }
        return new Table(
            "The same documents: clusters of mentions of people, organizations and places in the OntoGUM scheme. A mention is the gold one with which it shares "
                + "the most characters, at least half of the longer's; what is most like a mention of another sort, and what is mentioned once, is left out on both sides.",
            ["genre", "MUC", "B-cubed", "CEAF-e", "CoNLL F1"],
            [.. scores.Select(pair => Row(pair.Key, pair.Value)), Row("all", all)]
        );

        static string[] Row(string name, ClusterScores s) =>
            [name, Table.Share(s.Muc), Table.Share(s.BCubed), Table.Share(s.Ceaf), Table.Share(s.Conll)];
    }

    private static List<List<List<(int Start, int End)>>> Read(List<GoldDocument> gold, MeasuredProgram program)
    {
        using var scratch = new Scratch();
        File.WriteAllLines(
            scratch.File("documents.jsonl"),
            gold.Select(document => new JsonObject { ["id"] = document.Id, ["text"] = document.Text }.ToJsonString())
        );
        var (_, output, errors) = program.Parley(null, "read", "--jsonl", scratch.File("documents.jsonl"));
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        if (lines.Count != gold.Count)
            throw new InvalidOperationException($"parley read gave {lines.Count} lines for {gold.Count}: {errors}");
        return [.. lines.Select(Clusters)];
    }

    /// <summary>The mentions of each actor; none for a skipped document, whose pronouns all count as not found.</summary>
    private static List<List<(int Start, int End)>> Clusters(JsonNode reading) =>
        [
            .. (reading["actors"]?.AsArray() ?? []).Select(actor =>
                actor!["mentions"]!.AsArray().Select(span => ((int)span!["start"]!, (int)span["end"]!)).ToList()
            ),
        ];

    private static string? SortOf(GoldDocument document, GoldMention mention)
    {
        if (!mention.IsPerson)
            return null;
        var form = document.Text[mention.Start..mention.End].ToLowerInvariant();
        foreach (var (name, forms, inQuotations) in s_sorts)
            if (forms.Contains(form) && (!inQuotations || document.IsQuoted(mention.Start)))
                return name;
        return null;
    }

    private static Outcome Judge(GoldDocument document, GoldMention pronoun, List<List<(int Start, int End)>> clusters)
    {
        var isNamed = document.Mentions.Any(m => m.IsName && m.Entity == pronoun.Entity);
        var cluster = clusters.Find(spans => spans.Contains((pronoun.Start, pronoun.End)));
        var isRight = cluster?.Exists(span => document.Names(span, pronoun.Entity)) == true;
        return new Outcome(isNamed, cluster is not null, isRight);
    }

    private readonly record struct Outcome(bool IsNamed, bool IsGiven, bool IsRight);

    private sealed class Tally
    {
        private int _all;
        private int _named;
        private int _given;
        private int _right;

        public void Add(Outcome outcome)
        {
            _all++;
            _named += outcome.IsNamed ? 1 : 0;
            _given += outcome.IsGiven ? 1 : 0;
            _right += outcome.IsRight ? 1 : 0;
        }

        public string[] Row(string name) =>
            [name, $"{_all}", $"{_named}", $"{_given}", $"{_right}", Share(_right, _named), Share(_right, _given)];

        private static string Share(int part, int whole) => whole == 0 ? "–" : Table.Share((double)part / whole);
    }
}
