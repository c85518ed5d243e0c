using System.Collections.Immutable;
using Parley.Assessments;
using Parley.Ledger;
using Parley.Ledger.Origins;
using Parley.Records;

namespace Parley.Claims;

/// <summary>
/// Stage 10. In: the readings of a ledger. Out: each claim once, with who says so and who says the contrary, and how it stands by rule. It does not
/// judge whether a claim is so.
/// </summary>
public static class ClaimAssessor
{
    /// <summary>Assesses all claims of readings, in the order of their first tellings.</summary>
    public static ImmutableArray<ClaimAssessment> Assess(ImmutableArray<Reading> readings)
    {
        var claims = ClaimJoiner.Join(readings);
        var weigher = new ClaimWeigher(OriginFinder.Find(readings));
        var byDay = claims
            .SelectMany(claim => ClaimComparer.DaysOf(claim.First).Select(day => (Key: (claim.First.Deed, day), Claim: claim)))
            .ToLookup(pair => pair.Key, pair => pair.Claim);
        return
        [
            .. claims.Select(claim =>
                Assess(claim, ClaimComparer.DaysOf(claim.First).SelectMany(day => byDay[(claim.First.Deed, day)]).Distinct(), weigher)
            ),
        ];
    }

    private static ClaimAssessment Assess(JoinedClaim claim, IEnumerable<JoinedClaim> block, ClaimWeigher weigher)
    {
        var testimonies = claim.Tellings.Select(weigher.Weigh).ToList();
        foreach (var told in claim.Tellings)
            testimonies.AddRange(Denials(told).Select(denial => weigher.WeighDenial(told, denial)));
        foreach (var other in block)
            if (other != claim && ClaimComparer.Compare(claim.First, other.First).Outcome == ComparisonOutcome.Contradicts)
                testimonies.AddRange(other.Tellings.Select(weigher.Weigh).Select(ClaimWeigher.Contrary));
        testimonies = [.. Dependent(testimonies, isContrary: false), .. Dependent(testimonies, isContrary: true)];
        return Of(claim, testimonies);
    }

    /// <summary>The same claim as if an origin had said nothing; null where nobody else says so.</summary>
    /// <param name="assessment">The claim.</param>
    /// <param name="origin">The origin to leave out.</param>
    public static ClaimAssessment? Without(ClaimAssessment assessment, string origin)
    {
        var left = assessment
            .Supports.Concat(assessment.Contradicts)
            .Where(testimony => !string.Equals(testimony.Item.Origin, origin, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return left.Exists(testimony => !testimony.IsContrary) ? Of(assessment.Claim, left) : null;
    }

    private static ClaimAssessment Of(JoinedClaim claim, List<ClaimTestimony> testimonies)
    {
        var claimant = testimonies[0].Item;
        var articles = testimonies.Select(testimony => testimony.Claim.Reading.Article).DistinctBy(article => article.Id).ToList();
        return new ClaimAssessment
        {
            Claim = claim,
            Verdict = ClaimJudge.Judge(claimant.Origin, claimant.IsParty, [.. testimonies.Select(testimony => testimony.Item)]),
            Supports = [.. testimonies.Where(testimony => !testimony.IsContrary)],
            Contradicts = [.. testimonies.Where(testimony => testimony.IsContrary)],
            Reports = articles.Count,
            Outlets = articles.Select(article => article.Publisher ?? article.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            Origins = testimonies.Select(testimony => testimony.Item.Origin).Distinct(StringComparer.OrdinalIgnoreCase).Count(),
        };
    }

    /// <summary>What an article tells without a source, and did not see, hangs on who said it first: until shown otherwise it has it from there.</summary>
    private static IEnumerable<ClaimTestimony> Dependent(List<ClaimTestimony> testimonies, bool isContrary)
    {
        var told = testimonies.Where(testimony => testimony.IsContrary == isContrary).ToList();
        return told.Select(testimony =>
            testimony.Teller is null && testimony.Item.Basis != Basis.Witnessed
                ? testimony with
                {
                    Item = testimony.Item with { Origin = told[0].Item.Origin },
                }
                : testimony
        );
    }

    /// <summary>The statements of the article itself that deny a deed; for one told as not done they are its own word.</summary>
    private static IEnumerable<Statement> Denials(Claim claim)
    {
        if (claim.Polarity != ClaimPolarity.Done || claim.Reading.Events.FirstOrDefault(one => one.Id == claim.Record) is not { } happening)
            return [];
        return claim.Reading.Statements.Where(statement => happening.DeniedBy.Contains(statement.Id));
    }
}
