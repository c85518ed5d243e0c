using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>
/// Judges by rules T7 to T11 how an undertaking is kept. A breach counts from <em>corroborated</em> or <em>agreed</em> upwards and where it is laid to the bound
/// party; told by less it is contested. Silence, doubts and the party's own word leave it unverified.
/// </summary>
/// <remarks>A standing truce has violations: one day of them, without casualties, leaves it partly holding (after the reports of ceasefire monitors).</remarks>
public static class ComplianceJudge
{
    /// <summary>Days of corroborated breach that make it serious; casualties do so on one.</summary>
    internal const int SeriousDays = 2;

    /// <summary>How it is kept on <paramref name="known"/>, in any order.</summary>
    public static Compliance Judge(Life life, IReadOnlyCollection<LifeEvent> known, AssessmentWeights weights)
    {
        List<LifeEvent> kept = [.. known.Where(one => one.Item.Stance == Stance.Supports && one.Item.Match != Match.None)];
        List<LifeEvent> broken =
        [
            .. known.Where(one => one.Item.Stance == Stance.Contradicts && one.IsAttributed && one.Item.Match != Match.None),
        ];
        var keeping = Keeping(life, known, weights);
        var breach = Breach(broken, kept, weights);
        List<LifeEvent> outside = [.. kept.Where(one => !one.IsOwn)];
        var (state, rule) = State(keeping, breach, outside, broken, kept, weights);
        return new Compliance(
            state,
            rule,
            keeping,
            breach,
            Ids(
                state is UndertakingStatus.Unverified ? known
                : state is UndertakingStatus.Holding ? outside
                : broken.Concat(outside)
            )
        );
    }

    /// <summary>The claim that it is kept, which the party made by giving it.</summary>
    public static Verdict Keeping(Life life, IEnumerable<LifeEvent> known, AssessmentWeights weights) =>
        ClaimJudge.Judge(life.Party, claimantIsParty: true, [.. known.Select(one => one.Item)], weights);

    /// <summary>
    /// The claim that it was broken, judged place by place, the best founded one: those who tell of keeping at the same place and day speak against it, and the
    /// party where it denies.
    /// </summary>
    public static Verdict Breach(IReadOnlyCollection<LifeEvent> broken, IReadOnlyCollection<LifeEvent> kept, AssessmentWeights weights) =>
        broken
            .GroupBy(one => one.Place, StringComparer.OrdinalIgnoreCase)
            .OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase)
            .Select(group => BreachAt(group.Key, [.. broken.Where(one => one.Place.Length == 0 || one.Place == group.Key)], kept, weights))
            .OrderByDescending(verdict => verdict.IsEstablished)
            .ThenByDescending(verdict => verdict.For)
            .FirstOrDefault(new Verdict(ClaimStatus.Claimed, 0, 0, 0, []));

    private static Verdict BreachAt(
        string place,
        IReadOnlyList<LifeEvent> broken,
        IReadOnlyCollection<LifeEvent> kept,
        AssessmentWeights weights
    )
    {
        var first = broken
            .OrderBy(one => one.Known, StringComparer.Ordinal)
            .ThenBy(one => one.IsOwn)
            .ThenByDescending(one => one.Item.IsParty)
            .ThenBy(one => one.Item.Id, StringComparer.Ordinal)
            .First();
        IEnumerable<EvidenceItem> items =
        [
            .. broken.Select(one => one.Item with { Stance = Stance.Supports }),
            .. kept.Where(one => one.IsOwn || place.Length > 0 && one.Place == place && IsOneDay(one, broken))
                .Select(one => one.Item with { Stance = Stance.Contradicts }),
        ];
        return ClaimJudge.Judge(first.Item.Origin, first.Item.IsParty, [.. items], weights);
    }

    private static bool IsOneDay(LifeEvent kept, IReadOnlyCollection<LifeEvent> broken) =>
        kept.Day is null || broken.Any(one => one.Day is null || one.Day == kept.Day);

    private static (UndertakingStatus, string) State(
        Verdict keeping,
        Verdict breach,
        List<LifeEvent> outside,
        List<LifeEvent> broken,
        List<LifeEvent> kept,
        AssessmentWeights weights
    )
    {
        if (breach.IsEstablished)
        {
            var isElsewhere = outside.Exists(one => broken.TrueForAll(other => !IsOnePlace(one, other)));
            if (IsSerious(broken, kept, isElsewhere, weights))
                return (UndertakingStatus.Breached, "T9");
            return (UndertakingStatus.PartlyHolding, "T8");
        }
        if (broken.Count > 0)
            return (UndertakingStatus.Contested, "T10");
        return outside.Count > 0 && keeping.For >= weights.Low ? (UndertakingStatus.Holding, "T7") : (UndertakingStatus.Unverified, "T11");
    }

    private static bool IsOnePlace(LifeEvent one, LifeEvent other) =>
        one.Place.Length == 0 || other.Place.Length == 0 || string.Equals(one.Place, other.Place, StringComparison.OrdinalIgnoreCase);

    /// <summary>Casualties; or two days of which each is established by itself, unless it is kept in another part of its area.</summary>
    private static bool IsSerious(List<LifeEvent> broken, List<LifeEvent> kept, bool isElsewhere, AssessmentWeights weights)
    {
        if (broken.Exists(one => one.HasCasualties))
            return true;
        var days = broken
            .GroupBy(one => one.Day ?? one.Known, StringComparer.Ordinal)
            .Count(day => Breach([.. day], kept, weights).IsEstablished);
        return days >= SeriousDays && !isElsewhere;
    }

    private static ImmutableArray<string> Ids(IEnumerable<LifeEvent> events) =>
        [.. events.Select(one => one.Item.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
