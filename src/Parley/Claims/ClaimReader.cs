using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
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
                if (IsToldSurely(reading, happening.Statement))
                    found.Add(OfEvent(reading, happening, polarity));
        foreach (var figure in reading.Figures)
            if (IsOfPeople(figure.Measure) && IsToldSurely(reading, figure.Statement))
                found.Add(OfFigure(reading, figure));
        return [.. found.OrderBy(claim => claim.Clause)];
    }

    /// <summary>True for measures that count people in what befell them.</summary>
    public static bool IsOfPeople(FigureMeasure measure) =>
        measure is not (FigureMeasure.Troops or FigureMeasure.Weapons or FigureMeasure.Money or FigureMeasure.Other);

    private static ClaimPolarity? PolarityOf(EventStatus status) =>
        status switch
        {
            EventStatus.Happened or EventStatus.Ongoing or EventStatus.Alleged => ClaimPolarity.Done,
            EventStatus.Denied => ClaimPolarity.NotDone,
            EventStatus.Planned => ClaimPolarity.Planned,
            _ => null,
        };

    private static bool IsToldSurely(Reading reading, string? statement) =>
        reading.Statements.FirstOrDefault(said => said.Id == statement) is not { Uncertain: true };

    private static Claim OfEvent(Reading reading, Event happening, ClaimPolarity polarity)
    {
        var clause = happening.Evidence.FirstOrDefault(span => span.Contains(happening.Trigger), happening.Evidence[0]);
        var (statement, around) = Around(reading, happening.Statement, clause);
        return new Claim
        {
            Id = IdOf(reading, happening.Id),
            Reading = reading,
            Record = happening.Id,
            Deed = ReadingJson.Spell(happening.Type),
            Mode = happening.Mode,
            Cameo = happening.Cameo,
            Polarity = polarity,
            Doers = Codes(reading, happening.Sources),
            Objects = Codes(reading, happening.Targets),
            Places = [.. PlaceIds(happening).Select(id => reading.Places.FirstOrDefault(place => place.Id == id)).OfType<Place>()],
            Time = When(reading, happening.Time),
            Amounts = [.. reading.Figures.Where(figure => happening.Figures.Contains(figure.Id)).Select(AmountOf)],
            Statement = statement,
            Clause = clause,
            Sentence = SentenceOf(reading, clause),
            Words = ClaimWords.Of(reading, around, clause, happening.Trigger),
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
            Doers = happening is null ? [] : Codes(reading, happening.Sources),
            Places = happening?.Place is { } id
                ? [.. reading.Places.Where(place => place.Id == id)]
                : [.. words.Places.Where(place => words.Places.Length == 1)],
            Time = happening?.Time is { } time ? When(reading, time) : words.Times is [var only] ? only : null,
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

    private static ImmutableArray<string> Codes(Reading reading, ImmutableArray<string> actors) =>
        [
            .. actors
                .Select(id => Side.Find(id, reading.Actors))
                .OfType<Actor>()
                .Select(actor => Side.CodeOf(actor, reading.Actors))
                .Where(code => code.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];

    private static IEnumerable<string> PlaceIds(Event happening) =>
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
        "c"
        + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{reading.Article.Id}/{record}")).AsSpan(0, IdBytes));
}
