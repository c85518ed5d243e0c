using Parley.Syntax;

namespace Parley.Actors;

/// <summary>Sees what is weighed for each pronoun; for learning the weights.</summary>
internal interface IAntecedentTrace
{
    /// <summary>Takes one candidate.</summary>
    /// <param name="pronoun">The pronoun.</param>
    /// <param name="sort">What it can mean.</param>
    /// <param name="candidate">Head of the earlier mention; <see cref="Node.None"/> for "nothing".</param>
    /// <param name="entity">The actor; null for a thing and for "nothing".</param>
    /// <param name="traits">Values by <see cref="Trait"/>; good until the call returns.</param>
    void Candidate(Node pronoun, PronounSort sort, Node candidate, Entity? entity, ReadOnlySpan<double> traits);
}
