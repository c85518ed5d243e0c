using System.Collections.Immutable;

namespace Parley.Records;

/// <summary>What one article yields: the ledger of a single reading. Ids are unique in it and the same on every run and machine.</summary>
public sealed record Reading
{
    /// <summary>The article itself.</summary>
    public required Article Article { get; init; }

    /// <summary>Who can say, do or promise; one entry each, in order of first mention.</summary>
    public ImmutableArray<Actor> Actors { get; init; } = [];

    /// <summary>Where.</summary>
    public ImmutableArray<Place> Places { get; init; } = [];

    /// <summary>When.</summary>
    public ImmutableArray<Time> Times { get; init; } = [];

    /// <summary>Who said what, in the order of the text.</summary>
    public ImmutableArray<Statement> Statements { get; init; } = [];

    /// <summary>Who did what to whom, in the order of the text.</summary>
    public ImmutableArray<Event> Events { get; init; } = [];

    /// <summary>How many, in the order of the text.</summary>
    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>Who bound himself to what.</summary>
    public ImmutableArray<Undertaking> Undertakings { get; init; } = [];

    /// <summary>Who wants what at the table.</summary>
    public ImmutableArray<Position> Positions { get; init; } = [];

    /// <summary>The same records, those of less confidence uncertain and no others. What was weighed before stays as it was weighed.</summary>
    /// <param name="least">The least confidence of a record that is not uncertain, 0 to 1.</param>
    public Reading WithMinConfidence(double least) =>
        this with
        {
            Statements = [.. Statements.Select(statement => statement with { Uncertain = statement.Confidence < least })],
            Events = [.. Events.Select(happening => happening with { Uncertain = happening.Confidence < least })],
            Undertakings = [.. Undertakings.Select(undertaking => undertaking with { Uncertain = undertaking.Confidence < least })],
            Positions = [.. Positions.Select(position => position with { Uncertain = position.Confidence < least })],
        };
}
