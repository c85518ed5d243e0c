using System.Collections.Immutable;

namespace Parley.Claims;

/// <summary>One claim, however many articles tell it.</summary>
/// <param name="Tellings">Its tellings in the order of the ledger; the first gives it its id and words.</param>
public sealed record JoinedClaim(ImmutableArray<Claim> Tellings)
{
    /// <summary>Id of the first telling.</summary>
    public string Id => First.Id;

    /// <summary>The first telling.</summary>
    public Claim First => Tellings[0];
}
