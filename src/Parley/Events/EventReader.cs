using Parley.Actors;
using Parley.Places;
using Parley.Statements;
using Parley.Syntax;
using Parley.Times;

namespace Parley.Events;

/// <summary>Stage 6. In: syntax, actors, places, times, statements. Out: who did what to whom, and how the deed stands.</summary>
public sealed class EventReader
{
    /// <summary>Reads the events of a text.</summary>
    public EventTable Read(ParsedText parsed, ActorTable actors, PlaceTable places, TimeTable times, StatementTable statements) =>
        new([], []);
}
