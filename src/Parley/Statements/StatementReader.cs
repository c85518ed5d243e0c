using Parley.Actors;
using Parley.Places;
using Parley.Syntax;
using Parley.Times;

namespace Parley.Statements;

/// <summary>Stage 5. In: syntax, actors, places, times. Out: who said what: speaker, cue, content, act, venue.</summary>
public sealed class StatementReader
{
    /// <summary>Reads the statements of a text.</summary>
    public StatementTable Read(ParsedText parsed, ActorTable actors, PlaceTable places, TimeTable times) => new(parsed, [], []);
}
