using System.Collections.Frozen;
using System.Collections.Immutable;
using Parley.Ledger;
using Parley.Ledger.Origins;
using Parley.Links;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Assessments;

/// <summary>
/// Stage 9. In: a ledger. Out: each undertaking once, with who supports, doubts and contradicts it, and how it stands by rule. Independence goes
/// by origin, not by outlet: a copy adds nothing, nor does the party's own word.
/// </summary>
public static class Assessor
{
    private static readonly EvidenceWeigher s_weigher = new();

    /// <summary>Assesses all undertakings of a ledger, in the order of their first telling.</summary>
    public static ImmutableArray<Assessment> Assess(ILedger ledger) => Assess(ledger.Readings());

    /// <summary>Assesses all undertakings of readings in the order of a ledger. What is uncertain in them is neither assessed nor evidence.</summary>
    public static ImmutableArray<Assessment> Assess(ImmutableArray<Reading> readings)
    {
        var origins = OriginFinder.Find(readings);
        return [.. UndertakingJoiner.Join(readings).Select(undertaking => Assess(undertaking, readings, origins))];
    }

    private static Assessment Assess(
        JoinedUndertaking undertaking,
        ImmutableArray<Reading> readings,
        FrozenDictionary<string, ArticleOrigin> origins
    )
    {
        var told = undertaking.Tellings.ToLookup(telling => telling.Reading.Article.Id, StringComparer.Ordinal);
        var testimonies = new List<Testimony>();
        foreach (var reading in readings)
        {
            if (Before(reading, undertaking.Pledge))
                continue;
            ImmutableArray<Span> spans = [.. told[reading.Article.Id].SelectMany(telling => telling.Undertaking.Evidence)];
            foreach (var evidence in s_weigher.Weigh(undertaking.Pledge, reading, spans))
                Add(testimonies, Make(evidence, reading, origins[reading.Article.Id]));
        }
        var articles = testimonies
            .Select(testimony => testimony.Reading)
            .Concat(undertaking.Tellings.Select(telling => telling.Reading))
            .DistinctBy(reading => reading.Article.Id)
            .ToList();
        return new Assessment
        {
            Undertaking = undertaking,
            Status = StatusRules.Judge(undertaking.Pledge.Party, Adversary(undertaking, readings), testimonies),
            Supports = [.. testimonies.Where(testimony => testimony.Bearing == Bearing.For)],
            Doubts = [.. testimonies.Where(testimony => testimony.Bearing == Bearing.Doubt)],
            Contradicts = [.. testimonies.Where(testimony => testimony.Bearing is Bearing.Against or Bearing.Revokes)],
            Articles = [.. readings.Where(articles.Contains).Select(reading => origins[reading.Article.Id])],
            Reports = articles.Count,
            Outlets = articles
                .Select(reading => reading.Article.Publisher ?? reading.Article.Id)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Count(),
            Origins = testimonies
                .Select(testimony => testimony.Origin)
                .Append(undertaking.Pledge.Party)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Count(),
        };
    }

    /// <summary>One sentence of an article counts once each way.</summary>
    private static void Add(List<Testimony> testimonies, Testimony testimony)
    {
        if (
            !testimonies.Exists(other =>
                other.Reading == testimony.Reading && other.Sentence == testimony.Sentence && other.Bearing == testimony.Bearing
            )
        )
            testimonies.Add(testimony);
    }

    private static Testimony Make(Evidence evidence, Reading reading, ArticleOrigin origin)
    {
        var speaker = Side.Find(evidence.Statement?.Speaker, reading.Actors);
        var voice = speaker ?? (evidence.Statement is null ? OwnVoice(reading) : null);
        var side = voice is null ? null : Named(Side.Of(voice, reading.Actors));
        return new Testimony
        {
            Bearing = evidence.Bearing,
            Reading = reading,
            Speaker = speaker?.Name,
            Side = side,
            Origin = side ?? speaker?.Name ?? origin.Key,
            Place = evidence.Place,
            Sentence = Sentence(reading, evidence.Span),
        };
    }

    private static string? Named(string side) => side.StartsWith('#') ? null : side;

    /// <summary>The actor whose own paper it is: a ministry's readout speaks for the ministry.</summary>
    private static Actor? OwnVoice(Reading reading)
    {
        if (reading.Article.Publisher is not { } publisher)
            return null;
        foreach (var actor in reading.Actors)
            if (
                Side.CanBind(actor, reading.Actors)
                && actor.Kind is not (ActorKind.Person or ActorKind.Country)
                && publisher.Contains(actor.Name, StringComparison.OrdinalIgnoreCase)
            )
                return actor;
        return null;
    }

    private static Span Sentence(Reading reading, Span evidence)
    {
        foreach (var sentence in reading.Article.Sentences)
            if (sentence.Contains(evidence))
                return sentence;
        return evidence;
    }

    private static bool Before(Reading reading, Pledge pledge) =>
        ReadingOrder.Day(reading) is { } day && pledge.Since is { } since && string.CompareOrdinal(day, since) < 0;

    /// <summary>The side that the party fights most often in these articles; null where it fights none.</summary>
    private static string? Adversary(JoinedUndertaking undertaking, ImmutableArray<Reading> readings)
    {
        var fought = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var reading in readings)
        foreach (var happening in reading.Events.Where(happening => happening is { Type: EventType.Assault, Uncertain: false }))
        {
            var (sources, targets) = (Sides(happening.Sources, reading), Sides(happening.Targets, reading));
            if (sources.Contains(undertaking.Pledge.Party) || targets.Contains(undertaking.Pledge.Party))
                foreach (var side in sources.Concat(targets).Where(side => side != undertaking.Pledge.Party))
                    fought[side] = fought.GetValueOrDefault(side) + 1;
        }
        return fought.Count == 0
            ? undertaking.Pledge.Area.Select(place => place.Country).FirstOrDefault(country => country != undertaking.Pledge.Party)
            : fought.MaxBy(pair => pair.Value).Key;
    }

    private static HashSet<string> Sides(ImmutableArray<string> ids, Reading reading) =>
        [
            .. ids.Select(id => Side.Find(id, reading.Actors))
                .OfType<Actor>()
                .Select(actor => Side.Of(actor, reading.Actors))
                .Where(side => !side.StartsWith('#')),
        ];
}
