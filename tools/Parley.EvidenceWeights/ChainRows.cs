using System.Collections.Immutable;
using System.Text.Json;
using Parley.Links;
using Parley.Records;
using Parley.Syntax;
using Parley.Undertakings;

namespace Parley.EvidenceWeights;

/// <summary>Rows of chains of reports: the undertakings, their areas, days and evidence are those of the gold boards.</summary>
internal sealed class ChainRows(ILanguageModel model)
{
    private static readonly (string Field, string Label)[] s_bearings =
    [
        ("supports", "for"),
        ("contradicts", "against"),
        ("doubts", "doubt"),
    ];
    private readonly Reader _reader = new(model);

    /// <summary>The rows of all chains of a folder.</summary>
    public IEnumerable<Row> Read(string folder) =>
        Directory
            .EnumerateDirectories(folder)
            .Order(StringComparer.Ordinal)
            .Where(chain => File.Exists(Path.Combine(chain, "gold.json")))
            .SelectMany(ReadChain);

    private IEnumerable<Row> ReadChain(string chain)
    {
        var readings = Directory
            .EnumerateFiles(chain, "*.txt")
            .Order(StringComparer.Ordinal)
            .ToDictionary(
                file => Path.GetFileName(file),
                file => _reader.Read(new SourceDocument { Text = File.ReadAllText(file), Source = Path.GetFileName(file) })
            );
        using var gold = JsonDocument.Parse(File.ReadAllText(Path.Combine(chain, "gold.json")));
        foreach (var undertaking in gold.RootElement.GetProperty("undertakings").EnumerateArray())
        {
            var pledge = Pledge(undertaking, readings.Values);
            var reached = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (name, reading) in readings)
            {
                ImmutableArray<Span> told =
                [
                    .. reading
                        .Undertakings.Where(read => read.Kind == pledge.Kind && SideOf(read, reading) == pledge.Party)
                        .SelectMany(read => read.Evidence.Concat(read.Limits).Concat(read.Open)),
                ];
                foreach (var pair in EvidenceWeigher.Pairs(pledge, reading, told))
                {
                    var label = Label(undertaking, name, reading, pair.Record, out var quote);
                    var row = RowMaker.Make(Path.GetFileName(chain), undertaking.GetProperty("id").GetString()!, label, pair, weight: 2);
                    if (row.Label > 0 && row.Allowed[row.Label])
                        reached.Add(quote);
                    yield return row;
                }
            }
            foreach (var (field, label) in s_bearings)
            foreach (var mark in undertaking.GetProperty(field).EnumerateArray())
                if (!reached.Contains(mark.GetProperty("quote").GetString()!))
                    Console.Error.WriteLine(
                        $"out of reach: {Path.GetFileName(chain)} {undertaking.GetProperty("id")} {label} {mark.GetProperty("report")} | {mark.GetProperty("quote")}"
                    );
        }
    }

    private static Pledge Pledge(JsonElement undertaking, IReadOnlyCollection<Reading> readings)
    {
        var area = undertaking
            .GetProperty("area")
            .EnumerateArray()
            .Select(name => name.GetString()!)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var kind = JsonSerializer.Deserialize<UndertakingKind>($"\"{undertaking.GetProperty("kind").GetString()}\"");
        var party = undertaking.GetProperty("party").GetString()!;
        var read = readings
            .SelectMany(reading =>
                reading
                    .Undertakings.Where(one => one.Kind == kind && SideOf(one, reading) == party)
                    .Select(one => UndertakingPledge.Of(one, reading))
            )
            .OfType<Pledge>()
            .ToList();
        return new Pledge
        {
            Party = party,
            Kind = kind,
            Since = undertaking.GetProperty("since").GetString(),
            Given = readings.Select(reading => reading.Article.Published).OfType<string>().Min(StringComparer.Ordinal),
            Until = undertaking.GetProperty("until").GetString(),
            To = [.. read.SelectMany(one => one.To).Distinct(StringComparer.Ordinal)],
            Matter = [.. read.SelectMany(one => one.Matter).Distinct(StringComparer.Ordinal)],
            Area =
            [
                .. readings
                    .SelectMany(reading =>
                        reading.Places.Where(place =>
                            area.Contains(place.Name) || place.Mentions.Any(span => area.Contains(span.Of(reading.Article.Text).ToString()))
                        )
                    )
                    .DistinctBy(place => place.Name),
            ],
        };
    }

    private static string? SideOf(Undertaking undertaking, Reading reading) =>
        Side.Find(undertaking.By, reading.Actors) is { } actor ? Side.Of(actor, reading.Actors) : null;

    private static string Label(JsonElement undertaking, string name, Reading reading, EvidenceRecord record, out string found)
    {
        found = "";
        foreach (var (field, label) in s_bearings)
        foreach (var mark in undertaking.GetProperty(field).EnumerateArray())
            if (mark.GetProperty("report").GetString() == name)
            {
                var quote = mark.GetProperty("quote").GetString()!;
                var start = reading.Article.Text.IndexOf(quote, StringComparison.Ordinal);
                var common = Math.Min(start + quote.Length, record.Span.End) - Math.Max(start, record.Span.Start);
                if (start >= 0 && common * 2 > Math.Min(quote.Length, record.Span.Length))
                {
                    found = quote;
                    return label;
                }
            }
        return "none";
    }
}
