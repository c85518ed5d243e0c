using System.Collections.Immutable;
using Parley.Claims;
using Parley.Ledger;
using Parley.Lexicons;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Tallies;

/// <summary>Reads the figures of one article: how many, of whom, where, by whose count. Each keeps its number; nothing is added or averaged.</summary>
public static class FigureTellingReader
{
    private static readonly Lexicon s_corrections = LexiconSet.Get("lexicons/correction-words");

    /// <summary>The figures of a reading, in the order of the text. Needs no other article.</summary>
    public static ImmutableArray<FigureTelling> Read(Reading reading) =>
        [
            .. reading
                .Figures.Where(figure => reading.Statements.FirstOrDefault(said => said.Id == figure.Statement) is not { Uncertain: true })
                .Select(figure => Read(reading, figure)),
        ];

    private static FigureTelling Read(Reading reading, Figure figure)
    {
        var happening = reading.Events.FirstOrDefault(happening => happening.Id == figure.Event && !happening.Uncertain);
        var statement = reading.Statements.FirstOrDefault(said => said.Id == figure.Statement);
        var counter = Side.Find(statement?.Speaker, reading.Actors);
        var code = counter is null ? "" : Side.CodeOf(counter, reading.Actors);
        var citation = Citation.Of(reading, figure.Id, figure.Span);
        var clause = figure.Evidence[0];
        return new FigureTelling
        {
            Amount = new Amount(figure.Measure, figure.Value, figure.High, figure.Bound),
            Unit = figure.Unit,
            Who = figure.Who,
            Place = PlaceOf(reading, happening, clause)?.Name,
            Counter = counter?.Name ?? citation.Outlet,
            Side = code.Length == 0 || counter!.Kind == ActorKind.Media ? null : Codes.SideOf(code),
            Time = happening?.Time is { } id
                ? When(reading.Times.FirstOrDefault(time => time.Id == id))
                : TimeIn(reading, clause, statement?.Time),
            Around = TimeIn(reading, Citation.Around(reading, clause), statement?.Time),
            Before = figure.Before,
            PartOf = figure.PartOf,
            Day = ReadingOrder.Day(reading),
            IsCorrection = citation.Sentence.Split(' ').Any(word => s_corrections.Contains(word.Trim(',', '.', ';'))),
            Words = Citation.OneLine(figure.Span.Of(reading.Article.Text)),
            Citation = citation,
        };
    }

    /// <summary>From the first to the last time that the words name, but for that of the saying; null where they name none.</summary>
    private static TimeRange? TimeIn(Reading reading, Span span, string? said)
    {
        var named = reading.Times.Where(time => time.Id != said && span.Contains(time.Span)).Select(When).OfType<TimeRange>().ToList();
        return named.Count == 0 ? null : new TimeRange(named.Min(time => time.From), named.Max(time => time.To));
    }

    private static TimeRange? When(Time? time) => time is { Resolved: true } ? TimeRange.Of(time.Value) : null;

    /// <summary>The place of the deed that is counted, else the one place that the clause names.</summary>
    private static Place? PlaceOf(Reading reading, Event? happening, Span clause)
    {
        if (happening?.Place is { } place)
            return reading.Places.FirstOrDefault(other => other.Id == place);
        var named = reading.Places.Where(other => other.Use == PlaceUse.Literal && other.Mentions.Any(clause.Contains)).ToList();
        return named is [var only] ? only : null;
    }
}
