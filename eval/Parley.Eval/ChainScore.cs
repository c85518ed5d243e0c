using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Parley.Assessments;
using Parley.Ledger;
using Parley.Ledger.Origins;
using Parley.Records;

namespace Parley.Eval;

/// <summary>Counts what a board has right of the gold boards of chains.</summary>
internal sealed class ChainScore
{
    private static readonly (string Field, Func<BoardEntry, ImmutableArray<BoardWitness>> Of)[] s_stances =
    [
        ("supports", entry => entry.Supports),
        ("contradicts", entry => entry.Contradicts),
        ("doubts", entry => entry.Doubts),
    ];

    private int _found;
    private int _wanted;
    private int _right;
    private int _states;
    private int _evidenceRight;
    private int _evidenceFound;
    private int _evidenceWanted;
    private int _origins;
    private int _reports;

    /// <summary>Undertakings found and joined: party, kind and area, one entry for each gold one.</summary>
    public Ratio Undertakings => Ratio.F1(_right, _found, _wanted);

    /// <summary>Gold undertakings whose last state is right.</summary>
    public Ratio States => new(_states, _wanted);

    /// <summary>Evidence of the same report, overlapping sentence and stance.</summary>
    public Ratio Evidence => Ratio.F1(_evidenceRight, _evidenceFound, _evidenceWanted);

    /// <summary>Share of the evidence found that is right.</summary>
    public Ratio EvidencePrecision => new(_evidenceRight, _evidenceFound);

    /// <summary>Reports grouped with all and only those whose text comes from where theirs does.</summary>
    public Ratio Origins => new(_origins, _reports);

    /// <summary>What went wrong, a line each.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Adds a chain as its board and origins came out.</summary>
    public void Add(ChainGold chain, IReadOnlyList<Reading> readings, ImmutableArray<BoardEntry> board)
    {
        var texts = readings.ToDictionary(
            reading => Path.GetFileName(reading.Article.Source!),
            reading => reading.Article.Text,
            StringComparer.Ordinal
        );
        var names = readings
            .SelectMany(reading =>
                reading.Places.SelectMany(place =>
                    place.Mentions.Select(mention => (place.Name, Form: mention.Of(reading.Article.Text).ToString()))
                )
            )
            .ToLookup(pair => pair.Name, pair => pair.Form, StringComparer.Ordinal);
        var left = board.ToList();
        foreach (var gold in chain.Undertakings)
        {
            var entry = left.Where(one => Fits(gold, one, names)).OrderByDescending(one => Shared(gold, one, names)).FirstOrDefault();
            if (entry is not null)
            {
                left.Remove(entry);
                _right++;
            }
            else
                Errors.Add($"{chain.Name} {gold["id"]} missed: {gold["party"]} {gold["kind"]}");
            var state = gold["state"]!.GetValue<string>();
            if (entry?.State == state)
                _states++;
            else if (entry is not null)
                Errors.Add(
                    $"{chain.Name} {gold["id"]} state {entry.State}, wanted {state}: {string.Join(" ", entry.History.Select(step => $"{step.At} {step.To} {step.Rule}"))}"
                );
            AddEvidence(chain, gold, entry, texts);
        }
        foreach (var entry in left)
        {
            Errors.Add($"{chain.Name} invented {entry.Side} {entry.Kind} “{entry.Words}”");
            foreach (var (_, of) in s_stances)
                _evidenceFound += Sentences(of(entry)).Count;
        }
        (_found, _wanted) = (_found + board.Length, _wanted + chain.Undertakings.Length);
        AddOrigins(chain, readings);
    }

    private void AddEvidence(ChainGold chain, JsonNode gold, BoardEntry? entry, Dictionary<string, string> texts)
    {
        foreach (var (field, of) in s_stances)
        {
            var wanted = gold[field]!.AsArray().Select(mark => Locate(mark!, texts)).ToList();
            var found = entry is null ? [] : Sentences(of(entry));
            foreach (var mark in wanted)
            {
                var at = found.FindIndex(one => one.Report == mark.Report && one.Start < mark.End && mark.Start < one.End);
                if (at >= 0)
                {
                    found.RemoveAt(at);
                    _evidenceRight++;
                    _evidenceFound++;
                }
                else
                    Errors.Add($"{chain.Name} {gold["id"]} {field} missed {mark.Report} | {mark.Words}");
            }
            foreach (var one in found)
                if (!wanted.Exists(mark => one.Report == mark.Report && one.Start < mark.End && mark.Start < one.End))
                {
                    _evidenceFound++;
                    Errors.Add($"{chain.Name} {gold["id"]} {field} invented {one.Report} | {one.Words}");
                }
            _evidenceWanted += wanted.Count;
        }
    }

    private void AddOrigins(ChainGold chain, IReadOnlyList<Reading> readings)
    {
        var origins = OriginFinder.Find(readings);
        var groups = readings
            .GroupBy(
                // The gold groups reports of one text; what one outlet wrote on two days are two, though its word counts once.
                reading => origins[reading.Article.Id].Root,
                reading => Path.GetFileName(reading.Article.Source!),
                StringComparer.OrdinalIgnoreCase
            )
            .Select(group => group.ToHashSet(StringComparer.Ordinal))
            .ToList();
        foreach (var gold in chain.Origins)
        foreach (var report in gold)
        {
            _reports++;
            if (groups.Find(group => group.Contains(report))?.SetEquals(gold) == true)
                _origins++;
            else
                Errors.Add($"{chain.Name} origin of {report}");
        }
    }

    private static bool Fits(JsonNode gold, BoardEntry entry, ILookup<string, string> names)
    {
        var party = gold["party"]!.GetValue<string>();
        return (entry.Side == party || entry.By.StartsWith(party, StringComparison.Ordinal))
            && entry.Kind == gold["kind"]!.GetValue<string>()
            && (entry.Area.IsEmpty || gold["area"]!.AsArray().Count == 0 || Shared(gold, entry, names) > 0);
    }

    /// <summary>Gold areas that the entry has by its name, or by a form that the reports have for it.</summary>
    private static int Shared(JsonNode gold, BoardEntry entry, ILookup<string, string> names) =>
        gold["area"]!
            .AsArray()
            .Count(name => entry.Area.Any(place => names[place].Append(place).Any(form => IsOneName(form, name!.GetValue<string>()))));

    private static bool IsOneName(string a, string b) =>
        Plain(a) is var one
        && Plain(b) is var other
        && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal));

    /// <summary>Letters alone, without accents: names of one place are spelt in several ways.</summary>
    private static string Plain(string name) =>
        string.Concat(name.Normalize(System.Text.NormalizationForm.FormD).Where(char.IsAsciiLetter)).ToLowerInvariant();

    private static (string Report, int Start, int End, string Words) Locate(JsonNode mark, Dictionary<string, string> texts)
    {
        var (report, words) = (mark["report"]!.GetValue<string>(), mark["quote"]!.GetValue<string>());
        var start = texts[report].IndexOf(words, StringComparison.Ordinal);
        return start >= 0
            ? (report, start, start + words.Length, words)
            : throw new InvalidOperationException($"{report} has no “{words}”");
    }

    private static List<(string Report, int Start, int End, string Words)> Sentences(ImmutableArray<BoardWitness> witnesses) =>
        [
            .. witnesses
                .Select(one => (Path.GetFileName(one.Source!), one.Start, one.End, one.Sentence))
                .DistinctBy(one => (one.Item1, one.Start)),
        ];
}
