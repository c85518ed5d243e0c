using System.Collections.Immutable;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Claims;

/// <summary>Joins the tellings of one claim. The order in which articles came does not matter: tellings are taken in the order of the ledger.</summary>
public static class ClaimJoiner
{
    /// <summary>The claims of readings, block by block, in the order of their first tellings.</summary>
    public static ImmutableArray<JoinedClaim> Join(IEnumerable<Reading> readings)
    {
        var order = new Dictionary<Claim, int>(ReferenceEqualityComparer.Instance);
        foreach (var reading in ReadingOrder.Sort(readings))
        foreach (var claim in ClaimReader.Read(reading))
            order.Add(claim, order.Count);
        return
        [
            .. order
                .Keys.GroupBy(claim => claim.Deed, StringComparer.Ordinal)
                .SelectMany(block => JoinBlock([.. block]))
                .OrderBy(joined => order[joined.First]),
        ];
    }

    /// <summary>Joins the claims of one type of deed. A telling joins the first claim that it is one with, and that none of whose tellings it differs from.</summary>
    /// <param name="claims">In the order of the ledger: those of one country, and those of no known place.</param>
    public static ImmutableArray<JoinedClaim> JoinBlock(ImmutableArray<Claim> claims)
    {
        var groups = new List<List<Claim>>();
        var byDay = new Dictionary<int, List<int>>();
        foreach (var claim in claims)
        {
            // Claims are one only where their days touch, or those of their reports do.
            var near = ClaimComparer
                .DaysOf(claim)
                .Concat(ClaimComparer.NearDaysOf(claim))
                .Distinct()
                .SelectMany(day => byDay.GetValueOrDefault(day, []));
            var at = near.Distinct().Order().Select(at => (int?)at).FirstOrDefault(at => Joins(groups[at!.Value], claim));
            if (at is null)
            {
                at = groups.Count;
                groups.Add([]);
                var own = ClaimComparer.DayOf(claim.Reading) is { } day
                    ? ClaimComparer.DaysOf(claim).Append(day.DayNumber)
                    : ClaimComparer.DaysOf(claim);
                foreach (var number in own.Distinct())
                    if (byDay.TryGetValue(number, out var there))
                        there.Add(at.Value);
                    else
                        byDay.Add(number, [at.Value]);
            }
            groups[at.Value].Add(claim);
        }
        return [.. groups.Select(group => new JoinedClaim([.. group]))];
    }

    /// <summary>What one article tells apart is not one.</summary>
    private static bool Joins(List<Claim> group, Claim claim) =>
        (group[0].Block.Country is not { } ours || claim.Block.Country is not { } theirs || ours == theirs)
        && group.TrueForAll(told => told.Reading != claim.Reading)
        && ClaimComparer.Compare(group[0], claim).Outcome == ComparisonOutcome.Same
        && group.Skip(1).All(told => ClaimComparer.Compare(told, claim).Outcome is ComparisonOutcome.Same or ComparisonOutcome.Unclear);
}
