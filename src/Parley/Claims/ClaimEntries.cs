using System.Collections.Immutable;
using System.Globalization;
using Parley.Assessments;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Claims;

/// <summary>Words claims for screens and files.</summary>
public static class ClaimEntries
{
    /// <summary>The most claims that are listed as unclear.</summary>
    private const int MostRelated = 6;

    /// <summary>Slots that may differ in a claim that is still worth showing beside another.</summary>
    private const int MostDifferent = 1;

    /// <summary>A claim, without those near it.</summary>
    public static ClaimEntry Of(ClaimAssessment assessment)
    {
        var first = assessment.Claim.First;
        return new ClaimEntry
        {
            Id = first.Id,
            Deed = first.Deed,
            Mode = first.Mode,
            Polarity = Spell(first.Polarity),
            Doers = first.Doers,
            DoerNames = first.DoerNames,
            Objects = first.Objects,
            Places = [.. first.Places.Select(place => place.Name)],
            Day = first.Time?.Day,
            Numbers = [.. first.Amounts.Select(Spell)],
            Words = Citation.OneLine(first.Clause.Of(first.Reading.Article.Text)),
            Status = Spell(assessment.Verdict.Status),
            Rule = assessment.Verdict.Rule,
            For = assessment.Verdict.For,
            Against = assessment.Verdict.Against,
            Reports = assessment.Reports,
            Outlets = assessment.Outlets,
            Origins = assessment.Origins,
            First = Cite(first),
            Supports = Origins(assessment.Supports),
            Contradicts = Origins(assessment.Contradicts),
            WouldChange = WouldChange(assessment.Verdict.Status),
        };
    }

    /// <summary>A claim with those near it that are not known to be the same.</summary>
    /// <param name="assessment">The claim.</param>
    /// <param name="others">All claims of the ledger.</param>
    public static ClaimEntry Of(ClaimAssessment assessment, IEnumerable<ClaimAssessment> others) =>
        Of(assessment) with
        {
            Unclear =
            [
                .. others
                    .Where(other => other != assessment && other.Claim.First.Deed == assessment.Claim.First.Deed)
                    .Select(other =>
                        (Claim: other.Claim.First, Comparison: ClaimComparer.Compare(assessment.Claim.First, other.Claim.First))
                    )
                    .Where(pair => IsNear(pair.Comparison))
                    .Take(MostRelated)
                    .Select(pair => new RelatedClaim(
                        pair.Claim.Id,
                        Slots(pair.Comparison, SlotMatch.Differs),
                        Slots(pair.Comparison, SlotMatch.Missing),
                        Cite(pair.Claim)
                    )),
            ],
        };

    /// <summary>"at least 12".</summary>
    public static string Spell(Amount amount)
    {
        var value = amount.Value.ToString("#,0.##", CultureInfo.InvariantCulture);
        var range = amount.High is { } high ? $"{value}–{high.ToString("#,0.##", CultureInfo.InvariantCulture)}" : value;
        return amount.Bound == FigureBound.Exact ? range : $"{ReadingJson.Spell(amount.Bound).Replace('-', ' ')} {range}";
    }

    /// <summary>Where a claim is told.</summary>
    public static Citation Cite(Claim claim) => Citation.Of(claim.Reading, claim.Record, claim.Clause);

    private static bool IsNear(Comparison comparison) =>
        comparison.Outcome is ComparisonOutcome.Unclear or ComparisonOutcome.Another
        && comparison.Slots.Count(slot => slot.Match == SlotMatch.Differs) <= MostDifferent
        && comparison[Slot.Deed] == SlotMatch.Same
        && (comparison[Slot.Place] == SlotMatch.Same || comparison[Slot.Number] == SlotMatch.Same)
        && comparison[Slot.Place] != SlotMatch.Differs;

    private static ImmutableArray<string> Slots(Comparison comparison, SlotMatch match) =>
        [.. comparison.Slots.Where(slot => slot.Match == match).Select(slot => Lower(slot.Slot))];

    private static ImmutableArray<ClaimOrigin> Origins(ImmutableArray<ClaimTestimony> testimonies) =>
        [
            .. testimonies
                .GroupBy(testimony => testimony.Item.Origin, StringComparer.OrdinalIgnoreCase)
                .Select(group =>
                {
                    var best = group
                        .OrderByDescending(testimony => AssessmentWeights.Default.Of(testimony.Item))
                        .ThenBy(testimony => testimony.Item.Interest)
                        .First();
                    return new ClaimOrigin(
                        best.Item.Origin,
                        best.Side,
                        best.Teller,
                        best.Item.Basis == Basis.Unnamed ? "told unnamed" : Lower(best.Item.Basis),
                        Lower(best.Item.Interest),
                        Math.Round(AssessmentWeights.Default.Of(best.Item), 4),
                        Cite(best),
                        [.. group.Where(testimony => testimony != best).Select(Cite)]
                    );
                }),
        ];

    private static Citation Cite(ClaimTestimony testimony) =>
        Citation.Of(
            testimony.Claim.Reading,
            testimony.IsContrary && testimony.Statement is { } said && testimony.Claim.Polarity == ClaimPolarity.Done
                ? said.Id
                : testimony.Claim.Record,
            testimony.Sentence
        );

    /// <summary>"disputed (parties only)".</summary>
    public static string Spell(ClaimStatus status) => status == ClaimStatus.Disputed ? "disputed (parties only)" : Lower(status);

    private static string Spell(ClaimPolarity polarity) =>
        polarity switch
        {
            ClaimPolarity.Done => "done",
            ClaimPolarity.NotDone => "not done",
            _ => "planned",
        };

    private static string WouldChange(ClaimStatus status) =>
        status switch
        {
            ClaimStatus.Claimed => "the word of any other independent origin, for it or against it",
            ClaimStatus.Supported => "an independent witness, or the other side saying the same",
            ClaimStatus.Doubted or ClaimStatus.Contradicted => "an origin outside the claimant's that says so too",
            ClaimStatus.Disputed => "the word of anyone who is no party to it",
            ClaimStatus.Contested => "an independent witness, or one side giving way",
            _ => "the contrary word of an independent origin",
        };

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
