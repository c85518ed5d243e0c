using Parley.Actors;
using Parley.Syntax;

namespace Parley.Places;

/// <summary>Stage 4. In: syntax, names, and which names act as actors. Out: places on the map.</summary>
public sealed class PlaceReader
{
    /// <summary>Reads the places of a text.</summary>
    public PlaceTable Read(ParsedText parsed, ActorTable actors) => new(parsed, [], []);
}
