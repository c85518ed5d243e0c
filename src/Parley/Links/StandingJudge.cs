using System.Collections.Immutable;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Links;

/// <summary>
/// How an undertaking stands on the evidence of one article, in order: taken back; contested, or kept in part where places differ; held by
/// another than the party; unverified. Silence is never compliance, and one article alone never says "broken" or "kept".
/// </summary>
internal static class StandingJudge
{
    /// <summary>The history up to the standing, and the rule that the standing follows.</summary>
    public static (ImmutableArray<UndertakingChange> History, string Rule) Judge(
        Undertaking undertaking,
        Pledge pledge,
        ImmutableArray<Evidence> evidence,
        Reading reading
    )
    {
        var (status, rule) = Status(pledge, evidence, reading);
        return (History(undertaking, pledge, status, evidence, reading), rule);
    }

    private static ImmutableArray<UndertakingChange> History(
        Undertaking undertaking,
        Pledge pledge,
        UndertakingStatus status,
        ImmutableArray<Evidence> evidence,
        Reading reading
    )
    {
        var given = new UndertakingChange(UndertakingStatus.Announced, pledge.Since, undertaking.Statements);
        return status == UndertakingStatus.Announced
            ? [given]
            :
            [
                given,
                new UndertakingChange(status, reading.Article.Published is { Length: >= 10 } day ? day[..10] : null, Because(evidence)),
            ];
    }

    private static (UndertakingStatus Status, string Rule) Status(Pledge pledge, ImmutableArray<Evidence> evidence, Reading reading)
    {
        var kept = evidence.Where(item => item.Bearing == Bearing.For).ToList();
        var broken = evidence.Where(item => item.Bearing == Bearing.Against).ToList();
        if (evidence.Any(item => item.Bearing == Bearing.Revokes))
            return (UndertakingStatus.Revoked, "the party took it back");
        if (broken.Count > 0 && kept.Count > 0)
            return Apart(kept, broken)
                ? (UndertakingStatus.PartlyHolding, "kept in one place and not in another")
                : (UndertakingStatus.Contested, "evidence for and against");
        if (broken.Count > 0)
            return (UndertakingStatus.Contested, "evidence against; one article alone never says broken");
        if (kept.Exists(item => IsOutside(item, pledge, reading)))
            return (UndertakingStatus.Holding, "another than the party says that it is kept");
        return evidence.IsEmpty
            ? (UndertakingStatus.Announced, "no evidence either way")
            : (UndertakingStatus.Unverified, "only the party's own word, or doubts");
    }

    private static bool Apart(List<Evidence> kept, List<Evidence> broken) =>
        kept.TrueForAll(a => a.Place is not null && broken.TrueForAll(b => b.Place is not null && a.Place.Id != b.Place.Id));

    private static bool IsOutside(Evidence item, Pledge pledge, Reading reading) =>
        item.Statement?.Speaker is not { } speaker
        || Side.Find(speaker, reading.Actors) is not { } actor
        || Side.Of(actor, reading.Actors) != pledge.Party;

    private static ImmutableArray<string> Because(ImmutableArray<Evidence> evidence) =>
        [.. evidence.Select(item => item.Record).Distinct(StringComparer.Ordinal)];
}
