using System.Collections.Immutable;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Undertakings;

/// <summary>Who is bound to a deed, and by which words.</summary>
/// <param name="Parties">Those who are bound, one or, by a joint agreement, several.</param>
/// <param name="Anchor">The verb or noun that binds them.</param>
/// <param name="Clause">The head of the clause that tells it: the deed, or for a noun the verb that governs it.</param>
/// <param name="Agreed">True for agreements: a condition does not make them mere offers.</param>
internal sealed record Binding(ImmutableArray<Actor> Parties, Node Anchor, Node Clause, bool Agreed);
