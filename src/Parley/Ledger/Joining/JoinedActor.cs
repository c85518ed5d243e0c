using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Ledger.Joining;

/// <summary>One actor, however many articles name it.</summary>
public sealed record JoinedActor
{
    /// <summary>Block and first member: <c>person:fomin/…</c>. Stays while its first article stays.</summary>
    public required string Id { get; init; }

    /// <summary>The fullest name; of several as full the commonest, then the first by letters.</summary>
    public required string Name { get; init; }

    /// <summary>The commonest code that is not empty; empty where none is known.</summary>
    public required string Code { get; init; }

    /// <summary>What sort of actor.</summary>
    public required ActorKind Kind { get; init; }

    /// <summary>The roles that the articles give it, each once, in the order of articles.</summary>
    public ImmutableArray<string> Roles { get; init; } = [];

    /// <summary>The actors of the readings, sorted.</summary>
    public required ImmutableArray<RecordKey> Members { get; init; }
}
