using Parley.Links;

namespace Parley.Assessments;

/// <summary>
/// The order of judgement, first rule that fits: revoked, corroborated, contradicted, contested, supported, doubted, claimed. Origins are counted,
/// never reports. The party's own word for itself counts nothing; the adversary's word for the party counts, being against its interest.
/// </summary>
internal static class StatusRules
{
    /// <summary>The status of an undertaking of <paramref name="party"/>.</summary>
    public static AssessmentStatus Judge(string party, string? adversary, IReadOnlyCollection<Testimony> testimonies)
    {
        var supporting = Origins(testimonies, Bearing.For, party);
        var contradicting = Origins(testimonies, Bearing.Against, party);
        if (testimonies.Any(testimony => testimony.Bearing == Bearing.Revokes))
            return AssessmentStatus.Revoked;
        if (contradicting.Count == 0 && supporting.Count >= 2)
            return AssessmentStatus.Corroborated;
        if (supporting.Count == 0 && contradicting.Count >= 2 && contradicting.Any(origin => origin != adversary))
            return AssessmentStatus.Contradicted;
        if (contradicting.Count > 0)
            return AssessmentStatus.Contested;
        if (supporting.Count > 0)
            return AssessmentStatus.Supported;
        return testimonies.Any(testimony => testimony.Bearing == Bearing.Doubt && testimony.Side != party)
            ? AssessmentStatus.Doubted
            : AssessmentStatus.Claimed;
    }

    private static HashSet<string> Origins(IEnumerable<Testimony> testimonies, Bearing bearing, string party) =>
        testimonies
            .Where(testimony => testimony.Bearing == bearing && testimony.Side != party)
            .Select(testimony => testimony.Origin)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
