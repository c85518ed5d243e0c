using Parley.Records;
using Parley.Text;

namespace Parley.Actors;

/// <summary>A name in the text with what the lexicons or the language model know of it.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Head">The word of it whose head lies outside.</param>
/// <param name="Sort">What it names.</param>
/// <param name="Code">Country code for places and people of a country, full code for bodies, groups and leaders; empty when unknown.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Kind">What sort of actor it would be.</param>
/// <param name="Gender">Of a person, where known.</param>
/// <param name="Key">What all names of one listed actor share; null for names that no list has.</param>
internal sealed record NameHit(
    WordRange Words,
    int Head,
    NameSort Sort,
    string Code,
    string Name,
    ActorKind Kind,
    Gender Gender,
    string? Key = null
);

/// <summary>What a name names.</summary>
internal enum NameSort
{
    /// <summary>A state.</summary>
    Country,

    /// <summary>An adjective of a state, or one of its people.</summary>
    Demonym,

    /// <summary>The people of a state.</summary>
    People,

    /// <summary>The capital of a state.</summary>
    Capital,

    /// <summary>A house that stands for the government in it.</summary>
    Seat,

    /// <summary>A body of a lexicon.</summary>
    Body,

    /// <summary>An armed group or party of a lexicon.</summary>
    Group,

    /// <summary>An outlet.</summary>
    Media,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A body that only the language model knows.</summary>
    Organization,

    /// <summary>A place that is no state and no capital.</summary>
    Place,
}
