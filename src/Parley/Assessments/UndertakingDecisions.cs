using System.Collections.Immutable;
using Parley.Corrections;
using Parley.Ledger;

namespace Parley.Assessments;

/// <summary>Puts people's word on which undertakings are one into what was joined.</summary>
internal static class UndertakingDecisions
{
    /// <summary>The undertakings of a block as people left them, in the order of their first telling.</summary>
    public static ImmutableArray<JoinedUndertaking> Apply(ImmutableArray<JoinedUndertaking> joined, JoinDecisions joins)
    {
        foreach (var decision in joins.Pairs(RecordKind.Undertaking))
        {
            var (one, other) = (Holder(joined, decision.Targets[0]), Holder(joined, decision.Targets[1]));
            if (one is null || other is null)
                continue;
            if (decision.Verb == CorrectionVerb.Merge && one != other)
                joined = Merge(joined, one, other);
            else if (decision.Verb == CorrectionVerb.Split && one == other)
                joined = Split(joined, one, decision.Targets[1]);
        }
        return joined;
    }

    private static ImmutableArray<JoinedUndertaking> Merge(
        ImmutableArray<JoinedUndertaking> joined,
        JoinedUndertaking one,
        JoinedUndertaking other
    )
    {
        var (first, second) = joined.IndexOf(one) < joined.IndexOf(other) ? (one, other) : (other, one);
        var whole = first with
        {
            Tellings =
            [
                .. first
                    .Tellings.Concat(second.Tellings)
                    .OrderBy(telling => ReadingOrder.Day(telling.Reading) ?? "9999", StringComparer.Ordinal)
                    .ThenBy(telling => telling.Reading.Article.Id, StringComparer.Ordinal),
            ],
            Pledge = first.Pledge with
            {
                Area = [.. first.Pledge.Area.Concat(second.Pledge.Area).DistinctBy(place => place.Name, StringComparer.OrdinalIgnoreCase)],
            },
        };
        return joined.Replace(first, whole).Remove(second);
    }

    /// <summary>The telling is an undertaking of its own.</summary>
    private static ImmutableArray<JoinedUndertaking> Split(
        ImmutableArray<JoinedUndertaking> joined,
        JoinedUndertaking whole,
        RecordKey target
    )
    {
        var own = whole.Tellings.Where(telling => IsOf(telling, target)).ToImmutableArray();
        if (own.Length == whole.Tellings.Length)
            return joined;
        var apart = UndertakingJoiner.Join([.. own.Select(telling => telling.Reading with { Undertakings = [telling.Undertaking] })]);
        return
        [
            .. joined.Replace(whole, whole with { Tellings = whole.Tellings.RemoveRange(own) }),
            .. apart.Select(one =>
                one with
                {
                    Id = $"{one.Id}-{target.Article[..Math.Min(target.Article.Length, RecordKey.ShortId)]}",
                    Tellings = own,
                }
            ),
        ];
    }

    private static JoinedUndertaking? Holder(ImmutableArray<JoinedUndertaking> joined, RecordKey target) =>
        joined.FirstOrDefault(undertaking => undertaking.Tellings.Any(telling => IsOf(telling, target)));

    private static bool IsOf(UndertakingTelling telling, RecordKey target) =>
        RecordFinder.Find(telling.Reading, target) == telling.Undertaking.Id;
}
