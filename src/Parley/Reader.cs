using Parley.Actors;
using Parley.Events;
using Parley.Figures;
using Parley.Links;
using Parley.Mentions;
using Parley.Places;
using Parley.Positions;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;
using Parley.Undertakings;

namespace Parley;

/// <summary>The front door: reads one article into a ledger. Safe to use from several threads at once.</summary>
/// <param name="model">The language model that the syntax is read with; the caller disposes of it.</param>
public sealed class Reader(ILanguageModel model)
{
    private readonly ArticleTextReader _text = new();
    private readonly SyntaxReader _syntax = new(model);
    private readonly MentionReader _mentions = new();
    private ActorReader _actors = new();
    private readonly PlaceReader _places = new();
    private readonly TimeReader _times = new();
    private readonly FigureReader _figures = new();
    private readonly StatementReader _statements = new();
    private readonly EventReader _events = new(model.Name);
    private readonly UndertakingReader _undertakings = new();
    private readonly PositionReader _positions = new(model.Name);
    private readonly LinkReader _links = new();

    /// <summary>Statements, events, undertakings and positions of at least this confidence, 0 to 1, are shown and weighed, the others are uncertain; null for each kind's own threshold.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>Names and nouns of the user's own, which go before those that Parley knows; null for none.</summary>
    public ActorList? Actors
    {
        get => _actors.List;
        init => _actors = new ActorReader { List = value };
    }

    /// <summary>Reads an article. Every stage is a function of earlier results; this is their order.</summary>
    public Reading Read(SourceDocument document) => Read(document, explain: false);

    /// <inheritdoc cref="Read(SourceDocument)"/>
    /// <param name="document">The article.</param>
    /// <param name="explain">True to have each record's <c>Reasons</c> filled, which costs time and memory; the records are the same either way.</param>
    public Reading Read(SourceDocument document, bool explain)
    {
        var parsed = Parse(document);
        var mentions = _mentions.Read(parsed);
        var actors = _actors.Read(parsed);
        var places = _places.Read(parsed, actors);
        var times = _times.Read(parsed);
        var figures = _figures.Read(parsed, times);
        var statements = _statements.Read(parsed, mentions, actors, places, times, explain);
        var events = _events.Read(parsed, mentions, actors, places, times, statements, explain);
        var undertakings = _undertakings.Read(parsed, mentions, actors, places, times, statements, events, explain);
        var positions = _positions.Read(parsed, mentions, actors, places, times, statements, explain);
        return _links.Read(parsed, actors, places, times, figures, statements, events, undertakings, positions, MinConfidence, explain);
    }

    /// <summary>Reads only words, sentences, trees and names.</summary>
    public ParsedText Parse(SourceDocument document) => _syntax.Read(_text.Read(document));
}
