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
    /// <summary>Joins the results of all stages into one reading.</summary>
    public Reading Read(
        ParsedText parsed,
        ActorTable actors,
        PlaceTable places,
        TimeTable times,
        FigureTable figures,
        StatementTable statements,
        EventTable events,
        ImmutableArray<Undertaking> undertakings,
        ImmutableArray<Position> positions
    )
    {
        var article = parsed.Tokens.Article with { Sentences = [.. parsed.Sentences.Select(parsed.SpanOf)] };
        return new Reading
        {
            Article = article,
            Actors = actors.Actors,
            Places = places.Places,
            Times = times.Times,
            Statements = statements.Statements,
            Events = events.Events,
            Figures = figures.Figures,
            Undertakings = undertakings,
            Positions = positions,
        };
    }
}
