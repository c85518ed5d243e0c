using System.Collections.Immutable;
using Parley.Actors;
using Parley.Events;
using Parley.Figures;
using Parley.Places;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Times;

namespace Parley.Links;

/// <summary>The last step of a reading: fills the fields that point at later records, with <c>with</c>: a figure's event and statement, an event's figures, an undertaking's evidence and status.</summary>
public sealed class LinkReader
{
    /// <summary>The undertakings of one article that are weighed, the first so many: no article has more, and time stays linear.</summary>
    private const int Most = 100;

    /// <summary>Joins the results of all stages into one reading. What is uncertain is no evidence.</summary>
    public Reading Read(
        ParsedText parsed,
        ActorTable actors,
        PlaceTable places,
        TimeTable times,
        FigureTable figures,
        StatementTable statements,
        EventTable events,
        ImmutableArray<Undertaking> undertakings,
        ImmutableArray<Position> positions,
        double? minConfidence = null,
        bool explain = false
    )
    {
        var figureLinks = new FigureLinks(parsed, figures, statements, events);
        ImmutableArray<Figure> counted = [.. Enumerable.Range(0, figures.Figures.Length).Select(figureLinks.Link)];
        var reading = new Reading
        {
            Article = parsed.Tokens.Article with { Sentences = [.. parsed.Sentences.Select(parsed.SpanOf)] },
            Actors = actors.Actors,
            Places = places.Places,
            Times = times.Times,
            Statements = statements.Statements,
            Events = [.. events.Events.Select(happening => happening with { Figures = FiguresOf(happening, counted) })],
            Figures = counted,
            Undertakings = undertakings,
            Positions = positions,
        };
        if (minConfidence is { } least)
            reading = reading.WithMinConfidence(least);
        return reading with
        {
            Undertakings =
            [
                .. reading.Undertakings.Take(Most).Select(undertaking => UndertakingLinks.Link(undertaking, reading, explain)),
                .. reading.Undertakings.Skip(Most),
            ],
        };
    }

    private static ImmutableArray<string> FiguresOf(Event happening, ImmutableArray<Figure> figures) =>
        [.. figures.Where(figure => figure.Event == happening.Id).Select(figure => figure.Id)];
}
