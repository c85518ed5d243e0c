using System.Collections.Immutable;
using Parley.Actors;
using Parley.Events;
using Parley.Places;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Times;

namespace Parley.Undertakings;

/// <summary>Stage 7. In: all before. Out: who bound himself to what, with limits, conditions and what was left open.</summary>
public sealed class UndertakingReader
{
    /// <summary>Reads the undertakings of a text; the evidence for and against is weighed by the last step.</summary>
    public ImmutableArray<Undertaking> Read(
        ParsedText parsed,
        ActorTable actors,
        PlaceTable places,
        TimeTable times,
        StatementTable statements,
        EventTable events
    ) => [];
}
