using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Ledger.Joining;

/// <summary>One happening, however many articles tell it.</summary>
/// <param name="Type">What is done.</param>
/// <param name="Members">The events of the readings, sorted; at least one.</param>
public sealed record JoinedEvent(EventType Type, ImmutableArray<RecordKey> Members)
{
    /// <summary>The first member's key. Stays while that event stays.</summary>
    public string Id => Members[0].ToString();
}
