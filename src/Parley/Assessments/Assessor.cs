using System.Collections.Immutable;
using Parley.Ledger;
using Parley.Ledger.Origins;
using Parley.Links;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Assessments;

/// <summary>
/// Stage 9. In: a ledger. Out: each undertaking once, with who supports, doubts and contradicts it, and how it stood day by day, by rule. Independence goes
/// by origin, not by outlet: a copy adds nothing. The day of the judgement is an argument; no clock is read.
/// </summary>
public static class Assessor
{
    private const double Less = 0.75;
    private const double More = 1.25;
    private static readonly EvidenceWeigher s_weigher = new();

    /// <summary>Assesses all undertakings of a ledger, in the order of their first telling.</summary>
    public static ImmutableArray<Assessment> Assess(ILedger ledger) => Assess(ledger.Readings());

    /// <summary>Assesses all undertakings of readings in the order of a ledger. What is uncertain in them is neither assessed nor evidence.</summary>
    /// <param name="readings">The readings.</param>
    /// <param name="asOf">ISO day of the judgement; null for the last day of publication.</param>
    /// <param name="weigher">Finds the evidence; null to weigh by features alone.</param>
    public static ImmutableArray<Assessment> Assess(ImmutableArray<Reading> readings, string? asOf = null, EvidenceWeigher? weigher = null)
    {
        if (asOf is not null)
            readings = [.. readings.Where(reading => ReadingOrder.Day(reading) is not { } day || string.CompareOrdinal(day, asOf) <= 0)];
        var origins = OriginFinder.Find(readings);
        var joined = UndertakingJoiner.Join(readings);
        var day = asOf ?? readings.Select(ReadingOrder.Day).OfType<string>().Max(StringComparer.Ordinal) ?? "9999-12-31";
        return
        [
            .. joined.Select(undertaking =>
                Assess(undertaking, readings, origins, day, joined.Where(other => other.Supersedes == undertaking.Id), weigher)
            ),
        ];
    }

    /// <summary>Assesses one undertaking on the readings that may speak to it.</summary>
    /// <param name="undertaking">The undertaking.</param>
    /// <param name="readings">Those readings, in the order of the ledger; others among them change nothing.</param>
    /// <param name="origins">The origins of their articles, by article id.</param>
    /// <param name="asOf">ISO day of the judgement.</param>
    /// <param name="successors">Undertakings that take its place.</param>
    /// <param name="weigher">Finds the evidence; null to weigh by features alone.</param>
    public static Assessment Assess(
        JoinedUndertaking undertaking,
        ImmutableArray<Reading> readings,
        IReadOnlyDictionary<string, ArticleOrigin> origins,
        string asOf,
        IEnumerable<JoinedUndertaking> successors,
        EvidenceWeigher? weigher = null
    )
    {
        var testimonies = Testimonies(undertaking, readings, origins, weigher ?? s_weigher);
        var life = LifeOf(undertaking);
        List<LifeEvent> events =
        [
            .. testimonies.Where(one => one.Known is not null).Select(one => EventOf(one, undertaking)),
            .. successors.Select(Succession),
        ];
        var history = LifeJudge.Judge(life, events, asOf);
        List<LifeEvent> known = [.. events.Where(one => one.Turn == Turn.None && string.CompareOrdinal(one.Known, asOf) <= 0)];
        var articles = testimonies
            .Select(one => one.Reading)
            .Concat(undertaking.Tellings.Select(telling => telling.Reading))
            .Select(reading => reading.Article.Id)
            .ToHashSet(StringComparer.Ordinal);
        ImmutableArray<Reading> speaking = [.. readings.Where(reading => articles.Contains(reading.Article.Id))];
        return new Assessment
        {
            Undertaking = undertaking,
            History = history,
            Keeping = ComplianceJudge.Keeping(life, known, AssessmentWeights.Default),
            Breach = ComplianceJudge.Breach(
                known.FindAll(one => one.Item.Stance == Stance.Contradicts && one.IsAttributed),
                known.FindAll(one => one.Item.Stance == Stance.Supports),
                AssessmentWeights.Default
            ),
            Supports = [.. testimonies.Where(one => one.Evidence.Bearing == Bearing.For)],
            Doubts = [.. testimonies.Where(one => one.Evidence.Bearing == Bearing.Doubt)],
            Contradicts = [.. testimonies.Where(one => one.Evidence.Bearing is Bearing.Against or Bearing.Revokes)],
            Articles = [.. speaking.Select(reading => origins[reading.Article.Id])],
            Reports = speaking.Length,
            Outlets = speaking
                .Select(reading => reading.Article.Publisher ?? reading.Article.Id)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Count(),
            Origins = testimonies
                .Select(one => one.Item.Origin)
                .Append(undertaking.Pledge.Party)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Count(),
            Sensitivities = Sensitivities(life, events, asOf, history),
        };
    }

    /// <summary>How an undertaking would stand on these testimonies alone.</summary>
    internal static UndertakingStatus StateWithout(
        JoinedUndertaking undertaking,
        IReadOnlyList<Testimony> testimonies,
        string asOf,
        IEnumerable<JoinedUndertaking> successors
    )
    {
        List<LifeEvent> events =
        [
            .. testimonies.Where(one => one.Known is not null).Select(one => EventOf(one, undertaking)),
            .. successors.Select(Succession),
        ];
        return LifeJudge.Judge(LifeOf(undertaking), events, asOf) is [.., var last] ? last.To : UndertakingStatus.Announced;
    }

    private static List<Testimony> Testimonies(
        JoinedUndertaking undertaking,
        ImmutableArray<Reading> readings,
        IReadOnlyDictionary<string, ArticleOrigin> origins,
        EvidenceWeigher weigher
    )
    {
        var pledge = undertaking.Pledge;
        var told = undertaking.Tellings.ToLookup(telling => telling.Reading.Article.Id, StringComparer.Ordinal);
        var weighed = new List<(Reading Reading, Evidence Evidence)>();
        foreach (var reading in readings)
        {
            if (ReadingOrder.Day(reading) is { } day && pledge.Since is { } since && string.CompareOrdinal(day, since) < 0)
                continue;
            ImmutableArray<Span> spans =
            [
                .. told[reading.Article.Id]
                    .SelectMany(telling =>
                        telling.Undertaking.Evidence.Concat(telling.Undertaking.Limits).Concat(telling.Undertaking.Open)
                    ),
            ];
            weighed.AddRange(weigher.Weigh(pledge, reading, spans).Select(evidence => (reading, evidence)));
        }
        var voice = new Voice(
            pledge.Party,
            Adversaries(
                undertaking,
                [
                    .. weighed
                        .Select(one => one.Reading)
                        .Concat(undertaking.Tellings.Select(telling => telling.Reading))
                        .DistinctBy(reading => reading.Article.Id),
                ]
            )
        );
        var found = new List<Testimony>();
        var places = new Dictionary<(string Article, Span Sentence, Stance Stance, string Origin), int>();
        foreach (var (reading, evidence) in weighed)
            Add(found, places, voice.Of(evidence, reading, origins[reading.Article.Id].Key, !pledge.Area.IsEmpty));
        return found;
    }

    /// <summary>One sentence of an article counts once each way; the piece that tells most of it stays.</summary>
    private static void Add(
        List<Testimony> found,
        Dictionary<(string Article, Span Sentence, Stance Stance, string Origin), int> places,
        Testimony testimony
    )
    {
        var key = (testimony.Reading.Article.Id, testimony.Sentence, testimony.Item.Stance, testimony.Item.Origin);
        if (places.TryAdd(key, found.Count))
        {
            found.Add(testimony);
            return;
        }
        var at = places[key];
        if (
            found[at].Evidence.Place is null && testimony.Evidence.Place is not null
            || !found[at].Evidence.IsAttributed && testimony.Evidence.IsAttributed
        )
            found[at] = testimony;
    }

    private static Life LifeOf(JoinedUndertaking undertaking)
    {
        var first = undertaking.Tellings.Select(telling => ReadingOrder.Day(telling.Reading)).OfType<string>().Min(StringComparer.Ordinal);
        var announced = first ?? undertaking.Pledge.Since ?? "0001-01-01";
        return new Life
        {
            Kind = undertaking.Pledge.Kind,
            Party = undertaking.Pledge.Party,
            Announced = announced,
            Begins = undertaking.Begins is { } begins && string.CompareOrdinal(begins, announced) < 0 ? announced : undertaking.Begins,
            Ends = undertaking.Pledge.Until,
            GivenBy =
            [
                .. undertaking
                    .Tellings.Where(telling => ReadingOrder.Day(telling.Reading) == first)
                    .Select(telling =>
                        $"{telling.Reading.Article.Id[..Math.Min(8, telling.Reading.Article.Id.Length)]}/{telling.Undertaking.Id}"
                    ),
            ],
        };
    }

    private static LifeEvent EventOf(Testimony testimony, JoinedUndertaking undertaking) =>
        new()
        {
            Item = testimony.Item,
            Known = testimony.Known!,
            Day = testimony.Evidence.Day,
            Place = PartOf(testimony.Evidence.Place, undertaking.Pledge),
            IsOwn = testimony.Item.Origin == undertaking.Pledge.Party,
            IsAttributed = testimony.Evidence.IsAttributed || testimony.Item.Origin == undertaking.Pledge.Party,
            HasCasualties = testimony.Evidence.HasCasualties,
            Completes = testimony.Evidence.Completes,
            IsPart = testimony.Evidence.IsPart,
            Turn = testimony.Evidence.Bearing switch
            {
                Bearing.Revokes => Turn.Revokes,
                Bearing.Voids => Turn.Voids,
                _ => Turn.None,
            },
        };

    /// <summary>The part of the area that a place lies in, or its own name where it lies in none by name.</summary>
    private static string PartOf(Place? place, Pledge pledge) =>
        place is null ? ""
        : pledge.Area.Where(part => PledgeArea.Covers(part, place)).MinBy(part => PledgeArea.Distance(part, place))
            is { Precision: not PlacePrecision.Country } nearest
            ? nearest.Name
        : place.Name;

    private static LifeEvent Succession(JoinedUndertaking successor)
    {
        var first = successor.Tellings[0];
        return new LifeEvent
        {
            Item = new EvidenceItem
            {
                Id = $"{first.Reading.Article.Id[..Math.Min(8, first.Reading.Article.Id.Length)]}/{first.Undertaking.Id}",
                Stance = Stance.Doubts,
                Origin = successor.Pledge.Party,
            },
            Known = ReadingOrder.Day(first.Reading) ?? successor.Pledge.Since ?? "9999-12-31",
            Turn = Turn.Supersedes,
        };
    }

    /// <summary>The sides that stand against the party: those it gave its word to, those of the area, and the one that it fights most often in these articles.</summary>
    private static HashSet<string> Adversaries(JoinedUndertaking undertaking, IReadOnlyList<Reading> readings)
    {
        var party = undertaking.Pledge.Party;
        var found = undertaking
            .Pledge.To.Concat(undertaking.Pledge.Area.Select(place => place.Country).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);
        var fought = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var reading in readings)
        foreach (var happening in reading.Events.Where(happening => happening is { Type: EventType.Assault, Uncertain: false }))
        {
            var (sources, targets) = (Sides(happening.Sources, reading), Sides(happening.Targets, reading));
            if (sources.Contains(party) || targets.Contains(party))
                foreach (var side in sources.Concat(targets).Where(side => side != party))
                    fought[side] = fought.GetValueOrDefault(side) + 1;
        }
        if (fought.Count > 0)
            found.Add(fought.MaxBy(pair => pair.Value).Key);
        found.RemoveWhere(side => side == party || side.StartsWith("IGO", StringComparison.Ordinal) || side.StartsWith('#'));
        return found;
    }

    private static HashSet<string> Sides(ImmutableArray<string> ids, Reading reading) =>
        [
            .. ids.Select(id => Side.Find(id, reading.Actors))
                .OfType<Actor>()
                .Select(actor => Side.Of(actor, reading.Actors))
                .Where(side => !side.StartsWith('#') && !side.EndsWith(".CVL", StringComparison.Ordinal)),
        ];

    private static ImmutableArray<Sensitivity> Sensitivities(
        Life life,
        List<LifeEvent> events,
        string asOf,
        ImmutableArray<StateChange> history
    )
    {
        if (history.IsEmpty)
            return [];
        var found = ImmutableArray.CreateBuilder<Sensitivity>();
        foreach (var name in AssessmentWeights.Default.Names.Where(AssessmentWeights.Used([.. events.Select(one => one.Item)]).Contains))
        foreach (var factor in (double[])[Less, More])
            if (LifeJudge.Judge(life, events, asOf, AssessmentWeights.Varied(name, factor)) is [.., var last] && last.To != history[^1].To)
                found.Add(new Sensitivity(name, factor, last.To));
        return found.ToImmutable();
    }
}
