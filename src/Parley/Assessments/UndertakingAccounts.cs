using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Parley.Assessments;

/// <summary>Makes the full account of an assessment.</summary>
public static class UndertakingAccounts
{
    /// <summary>The account of an assessment.</summary>
    public static UndertakingAccount Make(Assessment assessment)
    {
        var (undertaking, weights) = (assessment.Undertaking, AssessmentWeights.Default);
        var terms = undertaking.Terms;
        ImmutableArray<WeighedRecord> weighed =
        [
            .. assessment
                .Supports.Concat(assessment.Contradicts)
                .Concat(assessment.Doubts)
                .Select(one => new WeighedRecord(
                    one.Record,
                    Name(one.Item.Stance),
                    one.Item.Origin,
                    Name(one.Item.Basis),
                    one.Item.Grade.ToString(),
                    Name(one.Item.Interest),
                    Name(one.Item.Match),
                    Math.Round(weights.Of(one.Item), 4),
                    one.Evidence.Because
                )),
        ];
        return new UndertakingAccount
        {
            Entry = BoardEntries.Make(assessment),
            Renderings = terms.Renderings,
            Act = Name(terms.Act),
            Matter = terms.Matter,
            Degree = terms.Degree,
            Residual = terms.Residual,
            Strength = terms.Strength,
            Form = terms.IsWritten ? "written" : "spoken",
            Sidedness = terms.Sides switch
            {
                1 => "unilateral",
                2 => "bilateral",
                _ => "multilateral",
            },
            Addressees = undertaking.Pledge.To,
            Pledge = terms.IsOutcome ? "outcome" : "act",
            NotTestable = terms.NotTestable,
            Supersedes = undertaking.Supersedes,
            Kept = Of(assessment.Keeping, weights),
            Broken = Of(assessment.Breach, weights),
            Weighed = weighed,
            Sensitivity =
            [
                .. assessment.Sensitivities.Select(one => new AccountOfWeight(one.Weight, one.Factor, BoardEntries.StateName(one.State))),
            ],
            Run = Run(weights, weighed),
        };
    }

    private static AccountOfClaim Of(Verdict verdict, AssessmentWeights weights) =>
        new(Name(verdict.Status), verdict.Rule, verdict.For, verdict.Against, verdict.Groups, weights.High, weights.Low);

    private static string Run(AssessmentWeights weights, ImmutableArray<WeighedRecord> weighed)
    {
        var text = new StringBuilder();
        foreach (var name in weights.Names)
            text.Append(CultureInfo.InvariantCulture, $"{name}={weights[name]}\n");
        foreach (var one in weighed.OrderBy(one => one.Record, StringComparer.Ordinal).ThenBy(one => one.Stance, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{one.Record} {one.Stance} {one.Origin} {one.Weight}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
