using System.Collections.Immutable;

namespace Parley.Assessments;

/// <summary>
/// The status of a claim on its evidence: the first of ten rules that fits. Of one origin the weightiest piece counts, of one bloc the weightiest origin
/// whole and the others half, so that copies, relays and the order of things change nothing. A pure function.
/// </summary>
public static class ClaimJudge
{
    /// <summary>The status of the claim of <paramref name="claimant"/>.</summary>
    /// <param name="claimant">The origin that makes the claim.</param>
    /// <param name="claimantIsParty">True where that is one of the parties that stand against each other.</param>
    /// <param name="items">What is said of the claim, in any order.</param>
    /// <param name="weights">The weights; null for those that Parley ships.</param>
    public static Verdict Judge(
        string claimant,
        bool claimantIsParty,
        IReadOnlyCollection<EvidenceItem> items,
        AssessmentWeights? weights = null
    )
    {
        weights ??= AssessmentWeights.Default;
        List<EvidenceItem> standing = [.. items.Where(item => !item.IsRetracted && item.Match != Match.None)];
        var support = Origins(standing, Stance.Supports, weights);
        var contrary = Origins(standing, Stance.Contradicts, weights);
        var (plus, minus) = (Sum(support, weights), Sum(contrary, weights));
        var isRetracted = items.Any(item => item.IsRetracted && item.Origin == claimant);
        var status =
            isRetracted && support.TrueForAll(item => item.Origin == claimant)
                ? ClaimStatus.Retracted
                : Status(
                    claimant,
                    claimantIsParty,
                    support,
                    contrary,
                    standing.Exists(item => item.Stance == Stance.Doubts),
                    plus,
                    minus,
                    weights
                );
        return new Verdict(
            status,
            Math.Round(plus, 4),
            Math.Round(minus, 4),
            support.Select(item => item.Group).Distinct(StringComparer.Ordinal).Count(),
            [.. standing.Select(item => item.Id).Distinct().Order(StringComparer.Ordinal)]
        );
    }

    /// <summary>The status on the weightiest piece of each origin, none of them withdrawn, with the sums of them.</summary>
    internal static ClaimStatus Status(
        string claimant,
        bool claimantIsParty,
        List<EvidenceItem> support,
        List<EvidenceItem> contrary,
        bool isDoubted,
        double plus,
        double minus,
        AssessmentWeights weights
    )
    {
        List<EvidenceItem> outside = [.. support.Where(item => item.Origin != claimant)];
        if (contrary.Count == 0 && IsAgreed(claimantIsParty, support, outside))
            return ClaimStatus.Agreed;
        if (plus >= weights.High && minus < weights.Low && Stands(support))
            return ClaimStatus.Corroborated;
        if (minus >= weights.High && outside.Count == 0 && Stands(contrary))
            return ClaimStatus.Contradicted;
        if (outside.Count > 0 && contrary.Count > 0)
            return ClaimStatus.Contested;
        if (contrary.Count > 0 && claimantIsParty && support.TrueForAll(item => item.IsParty) && contrary.TrueForAll(item => item.IsParty))
            return ClaimStatus.Disputed;
        if (outside.Count == 0 && (contrary.Count > 0 || isDoubted))
            return ClaimStatus.Doubted;
        return outside.Count > 0 ? ClaimStatus.Supported : ClaimStatus.Claimed;
    }

    /// <summary>A party adverse to the claimant says so too, and one of the two speaks against itself.</summary>
    private static bool IsAgreed(bool claimantIsParty, List<EvidenceItem> support, List<EvidenceItem> outside) =>
        claimantIsParty
        && outside.Exists(item => item.IsParty)
        && support.Exists(item => item is { IsParty: true, Interest: Interest.Against });

    /// <summary>At least two independent groups, one of them without a stake.</summary>
    private static bool Stands(List<EvidenceItem> items) =>
        items.Select(item => item.Group).Distinct(StringComparer.Ordinal).Count() >= 2
        && items.Exists(item => item.Interest != Interest.Aligned);

    /// <summary>The weightiest piece of each origin, ties broken by interest, basis and grade.</summary>
    private static List<EvidenceItem> Origins(List<EvidenceItem> items, Stance stance, AssessmentWeights weights) =>
        [
            .. items
                .Where(item => item.Stance == stance)
                .GroupBy(item => item.Origin, StringComparer.Ordinal)
                .Select(group =>
                    group
                        .OrderByDescending(weights.Of)
                        .ThenBy(item => item.Interest)
                        .ThenBy(item => item.Basis)
                        .ThenBy(item => item.Grade)
                        .ThenBy(item => item.Id, StringComparer.Ordinal)
                        .First()
                ),
        ];

    /// <summary>What the weightiest pieces of origins weigh together.</summary>
    internal static double Sum(List<EvidenceItem> origins, AssessmentWeights weights)
    {
        var sum = 0.0;
        foreach (
            var group in origins.GroupBy(item => item.Group, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
        )
        {
            var rest = 1.0;
            foreach (var weight in group.Select(weights.Of).OrderDescending())
            {
                sum += weight * rest;
                rest = weights.LaterInBloc;
            }
        }
        return sum;
    }
}
