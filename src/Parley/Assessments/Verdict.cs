using System.Collections.Immutable;

namespace Parley.Assessments;

/// <summary>How a claim stands, with all that the standing hangs on.</summary>
/// <param name="Status">The standing.</param>
/// <param name="For">P: the sum of the weights for it.</param>
/// <param name="Against">N: the sum of the weights against it, without doubts.</param>
/// <param name="Groups">Number of independent groups that speak for it.</param>
/// <param name="Because">Ids of the records that spoke, in order.</param>
public sealed record Verdict(ClaimStatus Status, double For, double Against, int Groups, ImmutableArray<string> Because)
{
    /// <summary>The number of the rule that fitted first.</summary>
    public int Rule => (int)Status;

    /// <summary>True where two independent groups, or the adversary, stand behind it.</summary>
    public bool IsEstablished => Status is ClaimStatus.Agreed or ClaimStatus.Corroborated;
}
