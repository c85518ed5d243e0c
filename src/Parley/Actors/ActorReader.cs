using Parley.Syntax;

namespace Parley.Actors;

/// <summary>Stage 3. In: syntax and names. Out: actors with codes, kinds and roles, and all their mentions (coreference within the article).</summary>
/// <remarks>
/// An actor can say, do or promise. Names come from the language model and from <c>lexicons/</c> (countries, bodies, armed-groups, ucdp-groups, media,
/// leaders, roles); whether "Kyiv" is a government or a city, from <c>rules/actor-prepositions.tsv</c> and <c>rules/actor-verbs.tsv</c>.
/// It does not say who speaks: "I" and "we" are resolved only where the tree of the sentence tells.
/// The rule book is <c>specs/actors.md</c>.
/// </remarks>
public sealed class ActorReader
{
    /// <summary>The user's own names, which go before all others; null where there are none.</summary>
    public ActorList? List { get; init; }

    /// <summary>Reads the actors of a text.</summary>
    public ActorTable Read(ParsedText parsed)
    {
        var register = new ActorMentionReader(parsed, list: List).Read();
        KinMerger.Merge(register);
        return ActorTableBuilder.Build(parsed, register);
    }
}
