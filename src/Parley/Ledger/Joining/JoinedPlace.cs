using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Ledger.Joining;

/// <summary>One place, however many articles name it.</summary>
/// <param name="Id">See <see cref="PlaceJoiner.KeyOf"/>.</param>
/// <param name="Place">The place as the first of its articles has it.</param>
/// <param name="Members">The places of the readings, sorted.</param>
public sealed record JoinedPlace(string Id, Place Place, ImmutableArray<RecordKey> Members);
