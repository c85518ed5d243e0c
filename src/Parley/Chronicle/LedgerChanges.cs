using System.Collections.Immutable;
using Parley.Assessments;
using Parley.Claims;
using Parley.Ledger;
using Parley.Links;
using Parley.Negotiations;
using Parley.Records;
using Parley.Tallies;

namespace Parley.Chronicle;

/// <summary>Stage 11. In: the readings of a ledger and two days. Out: what stands otherwise on the second than on the first, with the sentences that brought it.</summary>
public static class LedgerChanges
{
    /// <summary>The changes, the most important first.</summary>
    /// <param name="readings">All readings that count, in the order of the ledger; those without a day are left out.</param>
    /// <param name="from">The day as of which it stood one way, as an ISO date.</param>
    /// <param name="to">The day as of which it stands another way, as an ISO date.</param>
    /// <param name="weigher">Finds the evidence of undertakings; null to weigh by features alone.</param>
    /// <param name="undertakings">False to leave the undertakings out, where the board tells them.</param>
    public static ImmutableArray<LedgerChange> Between(
        ImmutableArray<Reading> readings,
        string from,
        string to,
        EvidenceWeigher? weigher = null,
        bool undertakings = true
    )
    {
        var (then, now) = (AsOf(readings, from), AsOf(readings, to));
        return
        [
            .. (undertakings ? Undertakings(now, from, to, weigher) : [])
                .Concat(Proposals(then, now, from, to))
                .Concat(Positions(now, from))
                .Concat(Claims(then, now, from))
                .Concat(Figures(now, from))
                .OrderByDescending(change => change.Importance)
                .ThenBy(change => change.Subject, StringComparer.Ordinal)
                .ThenBy(change => change.Because[0].Id, StringComparer.Ordinal),
        ];
    }

    private static ImmutableArray<Reading> AsOf(ImmutableArray<Reading> readings, string day) =>
        [.. readings.Where(reading => ReadingOrder.Day(reading) is { } published && string.CompareOrdinal(published, day) <= 0)];

    private static IEnumerable<LedgerChange> Undertakings(ImmutableArray<Reading> now, string from, string to, EvidenceWeigher? weigher)
    {
        foreach (var assessment in Assessor.Assess(now, to, weigher))
        {
            var was = assessment.History.LastOrDefault(step => string.CompareOrdinal(step.At, from) <= 0);
            if (assessment.History is not [.., var last] || was?.To == last.To)
                continue;
            var first = assessment.Undertaking.Tellings[0];
            var because = assessment
                .History.Where(step => IsAfter(step.At, from))
                .SelectMany(step => step.Because)
                .Distinct(StringComparer.Ordinal);
            yield return new LedgerChange
            {
                Kind = "undertaking",
                Subject = $"{assessment.Undertaking.Party} · {UndertakingNames.Of(assessment.Undertaking.Pledge.Kind)}",
                Side = assessment.Undertaking.Pledge.Party,
                Party = assessment.Undertaking.Party,
                Topic = UndertakingNames.Of(assessment.Undertaking.Pledge.Kind),
                From = was is null ? null : BoardEntries.StateName(was.To),
                To = BoardEntries.StateName(last.To),
                Importance = 5,
                Because = Newest([
                    .. because.Select(id => Find(now, id)).OfType<Citation>(),
                    Citation.Of(first.Reading, first.Undertaking.Id, first.Undertaking.Text),
                ]),
            };
        }
    }

    /// <summary>Where the record of that id among all articles stands; null where none has it.</summary>
    private static Citation? Find(ImmutableArray<Reading> readings, string id)
    {
        if (id.Split('/') is not [var article, var record, ..])
            return null;
        foreach (var reading in readings)
            if (reading.Article.Id.StartsWith(article, StringComparison.Ordinal) && SpanOf(reading, record) is { } span)
                return Citation.Of(reading, record, span);
        return null;
    }

    private static Span? SpanOf(Reading reading, string record) =>
        reading.Statements.FirstOrDefault(said => said.Id == record)?.Evidence[0]
        ?? reading.Events.FirstOrDefault(deed => deed.Id == record)?.Evidence[0]
        ?? reading.Figures.FirstOrDefault(figure => figure.Id == record)?.Evidence[0]
        ?? reading.Undertakings.FirstOrDefault(undertaking => undertaking.Id == record)?.Text;

    private static IEnumerable<LedgerChange> Proposals(ImmutableArray<Reading> then, ImmutableArray<Reading> now, string from, string to)
    {
        var before = Threads(then, from).ToDictionary(KeyOf, thread => thread.State, StringComparer.Ordinal);
        foreach (var thread in Threads(now, to))
        {
            var was = before.TryGetValue(KeyOf(thread), out var state) ? (ProposalState?)state : null;
            if (was == thread.State || thread.State == ProposalState.Tabled)
                continue;
            yield return new LedgerChange
            {
                Kind = "proposal",
                Subject = $"{thread.Steps[0].Telling!.Party} · {thread.Topic}",
                Side = thread.Side,
                Party = thread.Steps[0].Telling!.Party,
                Topic = thread.Topic,
                From = was?.ToString().ToLowerInvariant(),
                To = thread.State.ToString().ToLowerInvariant(),
                Importance = 4,
                Because = Newest([.. thread.Steps.Select(step => step.Telling?.Citation).OfType<Citation>()]),
            };
        }
    }

    private static IEnumerable<ProposalThread> Threads(ImmutableArray<Reading> readings, string lastDay) =>
        PositionTellings
            .Of(readings)
            .GroupBy(telling => telling.Topic, StringComparer.Ordinal)
            .SelectMany(topic => ProposalThreads.Of(topic, lastDay));

    private static string KeyOf(ProposalThread thread) => $"{thread.Topic}/{thread.Side}/{thread.Steps[0].Telling!.Citation.Id}";

    private static IEnumerable<LedgerChange> Positions(ImmutableArray<Reading> now, string from)
    {
        var courses = PositionCourses.Of(now, NextDay(from));
        // Who had fallen silent before is no change.
        var lastDays = courses
            .GroupBy(course => course.Side, StringComparer.Ordinal)
            .ToDictionary(
                side => side.Key,
                side =>
                    side.SelectMany(course => course.Tellings)
                        .Select(telling => telling.Day)
                        .Where(day => string.CompareOrdinal(day, from) <= 0)
                        .Max(),
                StringComparer.Ordinal
            );
        return courses
            .Where(course => course.Drift is not (PositionDrift.None or PositionDrift.Same))
            .Where(course => course.Drift != PositionDrift.Silent || !PositionCourses.IsSilent(course.Now.Day, lastDays[course.Side]))
            .Select(course => new LedgerChange
            {
                Kind = "position",
                Subject = $"{course.Party} · {course.Topic}",
                Side = course.Side,
                Party = course.Party,
                Topic = course.Topic,
                From = course.Before is { } before ? StanceWords.Of(before) : null,
                To = course.Drift == PositionDrift.Silent ? "silent" : StanceWords.Of(course.Now),
                Importance =
                    course.Drift is PositionDrift.Closer or PositionDrift.Apart ? 4
                    : course.Drift == PositionDrift.Silent ? 1
                    : 3,
                Because = [course.Now.Citation],
            });
    }

    private static IEnumerable<LedgerChange> Claims(ImmutableArray<Reading> then, ImmutableArray<Reading> now, string from)
    {
        var before = ClaimAssessor
            .Assess(then)
            .ToDictionary(claim => claim.Claim.Id, claim => claim.Verdict.Status, StringComparer.Ordinal);
        foreach (var claim in ClaimAssessor.Assess(now))
        {
            var was = before.TryGetValue(claim.Claim.Id, out var status) ? (ClaimStatus?)status : null;
            var stands = claim.Verdict.Status;
            if (was == stands || (was is null && stands == ClaimStatus.Claimed) || claim.Claim.First.Polarity == ClaimPolarity.Planned)
                continue;
            var entry = ClaimEntries.Of(claim);
            yield return new LedgerChange
            {
                Kind = "claim",
                Subject = entry.DoerNames.IsEmpty
                    ? $"“{entry.Words}”"
                    : $"{string.Join(" and ", entry.DoerNames)}: {entry.Deed} “{entry.Words}”",
                Side = entry.Doers.IsEmpty ? null : Codes.SideOf(entry.Doers[0]),
                Topic = entry.Deed,
                From = was is { } earlier ? ClaimEntries.Spell(earlier) : null,
                To = entry.Status,
                Importance = stands is ClaimStatus.Supported or ClaimStatus.Corroborated or ClaimStatus.Agreed ? 2 : 3,
                Because = Newest([
                    .. entry
                        .Contradicts.Concat(entry.Supports)
                        .Select(origin => origin.Quote)
                        .DistinctBy(quote => (quote.Article, quote.Start)),
                ]),
            };
        }
    }

    private static IEnumerable<LedgerChange> Figures(ImmutableArray<Reading> now, string from)
    {
        foreach (var series in FigureSeriesJoiner.Join(now).Where(series => ClaimReader.IsOfPeople(series.Measure)))
        foreach (
            var counter in series.Entries.GroupBy(entry => entry.Telling.Side ?? entry.Telling.Counter, StringComparer.OrdinalIgnoreCase)
        )
        {
            var newest = counter.Last().Telling;
            if (!IsAfter(newest.Day, from))
                continue;
            var earlier = counter.LastOrDefault(entry => !IsAfter(entry.Telling.Day, from));
            yield return new LedgerChange
            {
                Kind = "figure",
                Subject = string.Join(
                    " · ",
                    new[] { ReadingJson.Spell(series.Measure), series.Place, $"counted by {newest.Counter}" }.OfType<string>()
                ),
                Side = newest.Side,
                Party = newest.Counter,
                Topic = ReadingJson.Spell(series.Measure),
                From = earlier is null ? null : ClaimEntries.Spell(earlier.Telling.Amount),
                To = $"{ClaimEntries.Spell(newest.Amount)} {newest.Who}".TrimEnd(),
                Importance = earlier is null ? 1 : 2,
                Because = [newest.Citation],
            };
        }
    }

    private static ImmutableArray<Citation> Newest(ImmutableArray<Citation> citations) =>
        [
            .. citations
                .DistinctBy(citation => (citation.Article, citation.Start))
                .OrderByDescending(citation => citation.Published, StringComparer.Ordinal)
                .ThenBy(citation => citation.Id, StringComparer.Ordinal)
                .Take(3),
        ];

    private static bool IsAfter(string? day, string from) => day is not null && string.CompareOrdinal(day, from) > 0;

    private static string NextDay(string day) =>
        DateOnly
            .ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            .AddDays(1)
            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
