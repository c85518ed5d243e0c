using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Parley.Ledger;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Claims;

/// <summary>
/// Reads the claims of one article: the deeds that it tells as done, not done or to come, and the counts of people. Uncertain records are passed over,
/// and so are deeds that an uncertain statement tells. What is only said (demands, threats, charges as such) is no claim about the world.
/// </summary>
public static class ClaimReader
{
    private const int IdBytes = 4;

    /// <summary>Of doer, object, place, time and number so many must be told: nobody can check a claim of which only the deed is known.</summary>
    private const int LeastTold = 2;

    private static readonly EventType[] s_words =
    [
        EventType.Accuse,
        EventType.Request,
        EventType.Reject,
        EventType.Threaten,
        EventType.Concede,
    ];

    /// <summary>The claims of a reading, in the order of the text. Needs no other article.</summary>
    public static ImmutableArray<Claim> Read(Reading reading)
    {
        var found = new List<Claim>();
        foreach (var happening in reading.Events)
            if (!happening.Uncertain && !s_words.Contains(happening.Type) && PolarityOf(happening.Status) is { } polarity)
                if (IsToldSurely(reading, happening.Statement) && !IsGivenUp(reading, happening))
                    found.Add(OfEvent(reading, happening, polarity));
        foreach (var figure in reading.Figures)
            if (IsOfPeople(figure.Measure) && IsToldSurely(reading, figure.Statement))
                found.Add(OfFigure(reading, figure));
        return [.. found.Where(claim => claim.ToldSlots >= LeastTold).OrderBy(claim => claim.Clause)];
    }

    /// <summary>True for measures that count people in what befell them.</summary>
    public static bool IsOfPeople(FigureMeasure measure) =>
        measure is not (FigureMeasure.Troops or FigureMeasure.Weapons or FigureMeasure.Money or FigureMeasure.Other);

    /// <summary>True for a deed that the article tells as one: not in a statement that is doubted or uncertain, and not as what another deed ends.</summary>
    public static bool IsTold(Reading reading, Event happening) =>
        IsToldSurely(reading, happening.Statement) && !IsGivenUp(reading, happening);

    /// <summary>
    /// Those who did a deed and those it was done to, as far as the words around it name them: by their side, or, where no side of theirs is known, themselves.
    /// </summary>
    public static (ImmutableArray<Actor> Doers, ImmutableArray<Actor> Objects) PartiesOf(Reading reading, Event happening)
    {
        var clause = happening.Evidence.FirstOrDefault(span => span.Contains(happening.Trigger), happening.Evidence[0]);
        var (_, around) = Around(reading, happening.Statement, clause);
        var words = ClaimWords.Of(reading, around, clause, happening.Trigger);
        var sentence = SentenceOf(reading, clause);
        return (Of(happening.Sources), Of(happening.Targets));

        ImmutableArray<Actor> Of(ImmutableArray<string> actors)
        {
            var named = Named(reading, actors, words);
            return
            [
                .. actors
                    .Select(id => Side.Find(id, reading.Actors))
                    .OfType<Actor>()
                    .Where(actor => named.Contains(actor) || IsNamedItself(actor, reading.Actors, sentence)),
            ];
        }
    }

    /// <summary>True for people and armed men of no known side whom the sentence names.</summary>
    private static bool IsNamedItself(Actor actor, ImmutableArray<Actor> actors, Span sentence) =>
        actor.Kind is ActorKind.ArmedGroup or ActorKind.Military or ActorKind.Person or ActorKind.People
        && Tellers.CodeOf(actor, actors).Length == 0
        && actor.Mentions.Any(sentence.Overlaps);

    private static ClaimPolarity? PolarityOf(EventStatus status) =>
        status switch
        {
            EventStatus.Happened or EventStatus.Ongoing or EventStatus.Alleged => ClaimPolarity.Done,
            EventStatus.Denied => ClaimPolarity.NotDone,
            EventStatus.Planned => ClaimPolarity.Planned,
            _ => null,
        };

    private static bool IsToldSurely(Reading reading, string? statement) =>
        reading.Statements.FirstOrDefault(said => said.Id == statement) is not ({ Uncertain: true } or { Act: StatementAct.Doubts });

    /// <summary>True for the fighting that another deed of the article ends or lessens: "to cut back fighting" tells of no fighting.</summary>
    private static bool IsGivenUp(Reading reading, Event happening) =>
        happening.Type == EventType.Assault
        && reading.Events.Any(end => end.Type == EventType.Retreat && end.Evidence.Any(span => span.Contains(happening.Trigger)));

    private static Claim OfEvent(Reading reading, Event happening, ClaimPolarity polarity)
    {
        var clause = happening.Evidence.FirstOrDefault(span => span.Contains(happening.Trigger), happening.Evidence[0]);
        var (statement, around) = Around(reading, happening.Statement, clause);
        var words = ClaimWords.Of(reading, around, clause, happening.Trigger);
        var doers = Named(reading, happening.Sources, words);
        return new Claim
        {
            Id = IdOf(reading, happening.Id),
            Reading = reading,
            Record = happening.Id,
            Deed = ReadingJson.Spell(happening.Type),
            Mode = happening.Mode,
            Cameo = happening.Cameo,
            Polarity = polarity,
            Doers = CodesOf(reading, doers),
            DoerNames = [.. doers.Select(actor => actor.Name).Distinct(StringComparer.Ordinal)],
            Objects = CodesOf(reading, Named(reading, happening.Targets, words)),
            Places = [.. PlaceIds(happening).Select(id => reading.Places.FirstOrDefault(place => place.Id == id)).OfType<Place>()],
            Time = When(reading, happening.Time),
            Amounts = [.. reading.Figures.Where(figure => happening.Figures.Contains(figure.Id)).Select(AmountOf)],
            Statement = statement,
            Clause = clause,
            Sentence = SentenceOf(reading, clause),
            Words = words,
        };
    }

    private static Claim OfFigure(Reading reading, Figure figure)
    {
        var clause = figure.Evidence[0];
        var (statement, around) = Around(reading, figure.Statement, clause);
        var happening = reading.Events.FirstOrDefault(happening => happening.Id == figure.Event);
        var words = ClaimWords.Of(reading, around, clause, figure.Span);
        return new Claim
        {
            Id = IdOf(reading, figure.Id),
            Reading = reading,
            Record = figure.Id,
            Deed = ReadingJson.Spell(figure.Measure),
            Polarity = ClaimPolarity.Done,
            Doers = happening is null ? [] : CodesOf(reading, Named(reading, happening.Sources, words)),
            Places = happening?.Place is { } id
                ? [.. reading.Places.Where(place => place.Id == id)]
                : [.. words.Places.Where(place => words.Places.Length == 1)],
            Time =
                happening?.Time is { } time ? When(reading, time)
                : words.Times is [var only] ? only
                : null,
            Amounts = [AmountOf(figure)],
            Statement = statement,
            Clause = clause,
            Sentence = SentenceOf(reading, clause),
            Words = words,
        };
    }

    /// <summary>The statement that tells a clause, and what it says; where the article tells it, the sentence without those who tell of it.</summary>
    private static (Statement? Statement, ImmutableArray<Span> Around) Around(Reading reading, string? id, Span clause)
    {
        var statement =
            reading.Statements.FirstOrDefault(said => said.Id == id)
            ?? reading.Statements.LastOrDefault(said => !said.Uncertain && said.Content.Any(span => span.Contains(clause)));
        if (statement is not null && statement.Content.Any(span => span.Overlaps(clause)))
            return (statement, statement.Content);
        return (statement, [SentenceOf(reading, clause)]);
    }

    /// <summary>
    /// Those of the actors whose side the words name. A reader may rightly infer the others from the rest of the article; but who tells of explosions has
    /// not said whose they were.
    /// </summary>
    private static List<Actor> Named(Reading reading, ImmutableArray<string> actors, ClaimWords words) =>
        [
            .. actors
                .Select(id => Side.Find(id, reading.Actors))
                .OfType<Actor>()
                .Where(actor => Tellers.CodeOf(actor, reading.Actors) is { Length: > 0 } code && words.Sides.Contains(Codes.SideOf(code))),
        ];

    private static ImmutableArray<string> CodesOf(Reading reading, List<Actor> actors) =>
        [.. actors.Select(actor => Tellers.CodeOf(actor, reading.Actors)).Distinct(StringComparer.Ordinal)];

    private static ImmutableArray<string> PlaceIds(Event happening) =>
        happening.Places.IsEmpty && happening.Place is { } only ? [only] : happening.Places;

    private static TimeRange? When(Reading reading, string? id) =>
        reading.Times.FirstOrDefault(time => time.Id == id) is { Resolved: true } time ? TimeRange.Of(time.Value) : null;

    private static Amount AmountOf(Figure figure) => new(figure.Measure, figure.Value, figure.High, figure.Bound);

    private static Span SentenceOf(Reading reading, Span clause)
    {
        foreach (var sentence in reading.Article.Sentences)
            if (sentence.Contains(clause))
                return sentence;
        return clause;
    }

    private static string IdOf(Reading reading, string record) =>
        "c" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{reading.Article.Id}/{record}")).AsSpan(0, IdBytes));
}
