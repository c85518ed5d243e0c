namespace Parley.Claims;

/// <summary>
/// The order of judgement, first rule that fits. Origins are weighed, never reports: of one origin the heaviest word counts, and copies change
/// nothing. The weights are a convention, not calibrated; <c>docs/stages/claims.md</c> has them.
/// </summary>
internal static class ClaimRules
{
    private const double Enough = 0.9;
    private const double NextToNothing = 0.15;

    /// <summary>The status, its rule, and the sums for and against.</summary>
    /// <param name="testimonies">The claimant's first.</param>
    public static (ClaimStatus Status, int Rule, double For, double Against) Judge(IReadOnlyList<ClaimTestimony> testimonies)
    {
        var claimant = testimonies[0];
        var supporting = Heaviest(testimonies.Where(testimony => !testimony.IsContrary));
        var contrary = Heaviest(testimonies.Where(testimony => testimony.IsContrary));
        var (sum, against) = (Sum(supporting), Sum(contrary));
        var outside = supporting.Where(testimony => testimony.Origin != claimant.Origin).ToList();
        var isAdverse = outside.Exists(testimony =>
            claimant.Side is not null && testimony is { Side: not null, Interest: ClaimInterest.Against or ClaimInterest.Aligned or ClaimInterest.Mixed }
        );
        var (status, rule) = true switch
        {
            _ when isAdverse && contrary.Count == 0 && supporting.Exists(testimony => testimony.Interest == ClaimInterest.Against) => (
                ClaimStatus.Agreed,
                2
            ),
            _ when sum >= Enough && against < NextToNothing && HaveTwo(supporting) => (ClaimStatus.Corroborated, 3),
            _ when against >= Enough && HaveTwo(contrary) && outside.Count == 0 => (ClaimStatus.Contradicted, 4),
            _ when contrary.Count > 0 && outside.Count > 0 => (ClaimStatus.Contested, 5),
            _ when contrary.Count > 0 && IsParty(claimant) && contrary.TrueForAll(IsParty) => (ClaimStatus.Disputed, 6),
            _ when contrary.Count > 0 => (ClaimStatus.Doubted, 7),
            _ when outside.Count > 0 => (ClaimStatus.Supported, 8),
            _ => (ClaimStatus.Claimed, 9),
        };
        return (status, rule, Math.Round(sum, 3), Math.Round(against, 3));
    }

    /// <summary>Two origins or more, one of which does not serve itself by what it says.</summary>
    private static bool HaveTwo(List<ClaimTestimony> testimonies) =>
        testimonies.Count > 1 && testimonies.Exists(testimony => testimony.Interest != ClaimInterest.Aligned);

    private static bool IsParty(ClaimTestimony testimony) =>
        testimony.Interest is ClaimInterest.Aligned or ClaimInterest.Against or ClaimInterest.Mixed;

    private static List<ClaimTestimony> Heaviest(IEnumerable<ClaimTestimony> testimonies) =>
        [
            .. testimonies
                .GroupBy(testimony => testimony.Origin, StringComparer.OrdinalIgnoreCase)
                .Select(group =>
                    group
                        .OrderByDescending(testimony => testimony.Weight)
                        .ThenBy(testimony => testimony.Interest)
                        .ThenBy(testimony => testimony.Basis)
                        .First()
                ),
        ];

    private static double Sum(List<ClaimTestimony> testimonies) => testimonies.Sum(testimony => testimony.Weight);
}
