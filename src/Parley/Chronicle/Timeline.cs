using System.Collections.Immutable;
using Parley.Claims;
using Parley.Ledger;
using Parley.Links;
using Parley.Negotiations;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Chronicle;

/// <summary>Stage 11. In: the readings of a ledger. Out: words and deeds on their days, each once, with when it was said, happened and was reported.</summary>
public static class Timeline
{
    /// <summary>Acts of speech that stand on the timeline for themselves; promises, demands and offers stand there as undertakings and positions.</summary>
    private static readonly StatementAct[] s_acts =
    [
        StatementAct.Denies,
        StatementAct.Doubts,
        StatementAct.Threatens,
        StatementAct.Accuses,
    ];

    /// <summary>All entries, day by day, words before deeds; those without a day last.</summary>
    public static ImmutableArray<TimelineEntry> Of(ImmutableArray<Reading> readings) =>
        [
            .. Undertakings(readings)
                .Concat(Positions(readings))
                .Concat(Statements(readings))
                .Concat(Deeds(readings))
                .OrderBy(entry => entry.Day ?? "9999", StringComparer.Ordinal)
                .ThenByDescending(entry => entry.Track, StringComparer.Ordinal)
                .ThenBy(entry => entry.Reported ?? "9999", StringComparer.Ordinal)
                .ThenBy(entry => entry.Citation.Article, StringComparer.Ordinal)
                .ThenBy(entry => entry.Citation.Start),
        ];

    private static IEnumerable<TimelineEntry> Undertakings(ImmutableArray<Reading> readings) =>
        UndertakingJoiner
            .Join(readings)
            .Select(undertaking =>
            {
                var first = undertaking.Tellings[0];
                var citation = Citation.Of(first.Reading, first.Undertaking.Id, first.Undertaking.Text);
                return new TimelineEntry
                {
                    Day = undertaking.Pledge.Since ?? citation.Published,
                    Track = "word",
                    Side = undertaking.Pledge.Party,
                    Party = undertaking.Party,
                    What =
                        $"undertakes {UndertakingNames.Of(undertaking.Pledge.Kind)}{(undertaking.Tellings.Any(told => !told.Undertaking.Conditions.IsEmpty) ? " on a condition" : "")}",
                    Words = Citation.OneLine(first.Undertaking.Text.Of(first.Reading.Article.Text)),
                    Place = undertaking.Pledge.Area.IsEmpty ? null : string.Join(", ", undertaking.Pledge.Area.Select(place => place.Name)),
                    Said = undertaking.Pledge.Since ?? citation.Published,
                    Reported = citation.Published,
                    Reports = undertaking.Tellings.Length,
                    Citation = citation,
                };
            });

    private static IEnumerable<TimelineEntry> Positions(ImmutableArray<Reading> readings) =>
        PositionTellings
            .Of(readings)
            .GroupBy(telling => (telling.Side, telling.Topic, telling.Stance, telling.Day))
            .Select(group =>
            {
                var first = group.First();
                return new TimelineEntry
                {
                    Day = first.Day,
                    Track = "word",
                    Side = first.Side,
                    Party = first.By,
                    What = StanceWords.OfTopic(first),
                    Words = first.Words,
                    Said = first.Day,
                    Reported = first.Citation.Published,
                    Reports = group.Select(telling => telling.Citation.Article).Distinct(StringComparer.Ordinal).Count(),
                    Citation = first.Citation,
                };
            });

    private static IEnumerable<TimelineEntry> Statements(ImmutableArray<Reading> readings) =>
        readings
            .SelectMany(reading =>
                reading
                    .Statements.Where(said => !said.Uncertain && s_acts.Contains(said.Act) && !IsPart(reading, said))
                    .Select(said => (reading, said))
            )
            .Select(pair => (pair.reading, pair.said, Speaker: Side.Find(pair.said.Speaker, pair.reading.Actors)))
            .Where(pair => pair.Speaker is not null && Side.CodeOf(pair.Speaker, pair.reading.Actors).Length > 0)
            .Select(pair =>
            {
                var citation = Citation.Of(pair.reading, pair.said.Id, pair.said.Evidence[0]);
                var said = DayOf(pair.reading, pair.said.Time) ?? citation.Published;
                return new TimelineEntry
                {
                    Day = said,
                    Track = "word",
                    Side = Codes.SideOf(Side.CodeOf(pair.Speaker!, pair.reading.Actors)),
                    Party = pair.Speaker!.Name,
                    What = ReadingJson.Spell(pair.said.Act),
                    Words = Citation.OneLine(pair.said.Evidence[0].Of(pair.reading.Article.Text)),
                    Said = said,
                    Reported = citation.Published,
                    Citation = citation,
                };
            })
            .GroupBy(entry => (entry.Side, entry.What, entry.Words))
            .Select(group => group.First() with { Reports = group.Count() });

    /// <summary>True for a statement inside another of the same speaker.</summary>
    private static bool IsPart(Reading reading, Statement said) =>
        reading.Statements.Any(outer => outer.Id == said.NestedIn && outer.Speaker == said.Speaker);

    private static IEnumerable<TimelineEntry> Deeds(ImmutableArray<Reading> readings) =>
        ClaimAssessor
            .Assess(readings)
            .Where(claim => !claim.Claim.First.IsCount && claim.Claim.First.Polarity != ClaimPolarity.Planned)
            .Select(assessment =>
            {
                var first = assessment.Claim.First;
                var entry = ClaimEntries.Of(assessment);
                return new TimelineEntry
                {
                    Day = entry.Day ?? entry.First.Published,
                    Track = "deed",
                    Side = first.Doers.IsEmpty ? null : Codes.SideOf(first.Doers[0]),
                    Party = first.DoerNames.IsEmpty ? null : string.Join(" and ", first.DoerNames),
                    What = first.Deed,
                    Status =
                        $"{entry.Polarity}, {entry.Status}{(entry.Origins == 1 ? $" by {entry.Supports[0].Teller ?? "the report itself"}" : "")}",
                    Words = entry.Words,
                    Place = entry.Places.IsEmpty ? null : string.Join(", ", entry.Places),
                    Happened = entry.Day,
                    Reported = entry.First.Published,
                    Reports = entry.Reports,
                    Citation = entry.First,
                };
            });

    private static string? DayOf(Reading reading, string? id) =>
        reading.Times.FirstOrDefault(time => time.Id == id) is { Resolved: true, Value: { Length: >= 10 } value }
        && char.IsAsciiDigit(value[0])
            ? value[..10]
            : null;
}
