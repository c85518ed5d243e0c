using Parley.Syntax;

namespace Parley.Actors;

/// <summary>Stage 3. In: syntax and names. Out: actors with codes, kinds and roles, and all their mentions (coreference within the article).</summary>
public sealed class ActorReader
{
    /// <summary>Reads the actors of a text.</summary>
    public ActorTable Read(ParsedText parsed) => new(parsed, [], []);
}
