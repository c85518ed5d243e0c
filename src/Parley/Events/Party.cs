using Parley.Records;

namespace Parley.Events;

/// <summary>An actor as a party of a deed.</summary>
/// <param name="Actor">The actor.</param>
/// <param name="Probability">How likely the word fills the role, as the model gives it; for an inferred party that of the rule.</param>
/// <param name="Word">The word that names it; -1 where it was filled from the article.</param>
/// <param name="Because">How the word, or the article, leads to the actor.</param>
internal readonly record struct Party(Actor Actor, float Probability, int Word, string Because)
{
    /// <summary>True where no word names it: it was filled from the article.</summary>
    public bool IsInferred => Word < 0;
}
