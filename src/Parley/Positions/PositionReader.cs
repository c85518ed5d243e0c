using System.Collections.Immutable;
using Parley.Actors;
using Parley.Places;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Times;

namespace Parley.Positions;

/// <summary>Stage 7. In: all before. Out: who wants what at the table.</summary>
public sealed class PositionReader
{
    /// <summary>Reads the positions of a text.</summary>
    public ImmutableArray<Position> Read(
        ParsedText parsed,
        ActorTable actors,
        PlaceTable places,
        TimeTable times,
        StatementTable statements
    ) => [];
}
