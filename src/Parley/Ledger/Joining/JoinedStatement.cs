using System.Collections.Immutable;

namespace Parley.Ledger.Joining;

/// <summary>One utterance, however many articles tell it, in whatever translation.</summary>
/// <param name="Speaker">Who said it: the id of the joined actor.</param>
/// <param name="Members">The statements of the readings, sorted; at least one.</param>
public sealed record JoinedStatement(string Speaker, ImmutableArray<RecordKey> Members)
{
    /// <summary>The first member's key. Stays while that statement stays.</summary>
    public string Id => Members[0].ToString();
}
