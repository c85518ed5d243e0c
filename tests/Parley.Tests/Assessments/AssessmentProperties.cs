using System.Collections.Immutable;
using CsCheck;
using Parley.Assessments;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Assessments;

/// <summary>What must hold of every set of evidence, on 20,000 random ones each.</summary>
public sealed class AssessmentProperties
{
    private const int Sets = 20_000;
    private static readonly string[] s_origins = ["party", "adversary", "reporter", "monitor", "ally", "friend", "officials"];

    private static readonly Gen<EvidenceItem> s_item =
        from origin in Gen.Int[0, s_origins.Length - 1]
        from stance in Gen.Int[0, 2]
        from basis in Gen.Int[0, 4]
        from grade in Gen.Int[0, 5]
        from interest in Gen.Int[0, 4]
        from match in Gen.Int[0, 2]
        from id in Gen.Int[0, 999]
        select new EvidenceItem
        {
            Id = $"r{id}",
            Stance = (Stance)stance,
            Origin = s_origins[origin],
            Bloc = origin is 4 or 5 ? "bloc" : null,
            Basis = (Basis)basis,
            Grade = (Grade)grade,
            Interest = (Interest)interest,
            Match = (Match)match,
            IsParty = origin < 2,
        };

    private static readonly Gen<EvidenceItem[]> s_items = s_item.Array[0, 8];

    private static readonly Gen<LifeEvent> s_event =
        from item in s_item
        from known in Gen.Int[1, 9]
        from day in Gen.Int[0, 9]
        from place in Gen.Int[0, 2]
        from flags in Gen.Int[0, 15]
        select new LifeEvent
        {
            Item = item,
            Known = Day(known),
            Day = day == 0 ? null : Day(day),
            Place = place == 0 ? "" : $"town {place}",
            IsOwn = item.Origin == "party",
            IsAttributed = (flags & 1) != 0,
            HasCasualties = (flags & 2) != 0,
            Completes = (flags & 4) != 0,
            Turn = (flags & 15) == 15 ? Turn.Revokes : Turn.None,
        };

    private static readonly Gen<(Life Life, LifeEvent[] Events)> s_lives = Lives(8);

    private static Gen<(Life Life, LifeEvent[] Events)> Lives(int most) =>
        from kind in Gen.Int[0, 12]
        from begins in Gen.Int[0, 4]
        from ends in Gen.Int[0, 9]
        from events in s_event.Array[0, most]
        select (
            new Life
            {
                Kind = (UndertakingKind)kind,
                Party = "party",
                Announced = Day(1),
                Begins = begins == 0 ? null : Day(begins),
                Ends = ends < 5 ? null : Day(ends),
                GivenBy = ["u1"],
            },
            events
        );

    [Fact]
    public void Copies_change_nothing() =>
        s_items.Sample(
            items =>
                Alike(
                    Judge(items),
                    Judge([.. items.Concat(items.Take(1).SelectMany(item => Enumerable.Repeat(item with { Id = "copy" }, 5)))])
                ),
            iter: Sets
        );

    [Fact]
    public void The_order_changes_nothing() =>
        s_items.Sample(
            items =>
                Same(Judge(items), Judge([.. items.Reverse()]))
                && Same(Judge(items), Judge([.. items.Skip(items.Length / 2).Concat(items.Take(items.Length / 2))])),
            iter: Sets
        );

    [Fact]
    public void Support_never_lowers_what_is_for_a_claim_nor_raises_what_is_against_it() =>
        Gen.Select(s_items, s_item)
            .Sample(
                (items, more) =>
                {
                    var (before, after) = (Judge(items), Judge([.. items, more with { Stance = Stance.Supports }]));
                    return after.For >= before.For && after.Against <= before.Against;
                },
                iter: Sets
            );

    [Fact]
    public void Doubts_never_change_the_sums() =>
        Gen.Select(s_items, s_item)
            .Sample(
                (items, more) =>
                {
                    var (before, after) = (Judge(items), Judge([.. items, more with { Stance = Stance.Doubts }]));
                    return (after.For, after.Against) == (before.For, before.Against);
                },
                iter: Sets
            );

    [Fact]
    public void A_retraction_is_as_if_the_origin_had_never_spoken_for_the_sums() =>
        s_items.Sample(
            items =>
            {
                EvidenceItem[] withdrawn = [.. items.Select(item => item.Origin == "reporter" ? item with { IsRetracted = true } : item)];
                var (after, fresh) = (Judge(withdrawn), Judge([.. items.Where(item => item.Origin != "reporter")]));
                return (after.For, after.Against, after.Status) == (fresh.For, fresh.Against, fresh.Status);
            },
            iter: Sets
        );

    [Fact]
    public void Silence_leaves_a_promise_unverified_and_its_end_lapsed() =>
        s_lives.Sample(
            one =>
            {
                var history = LifeJudge.Judge(one.Life, [], Day(9));
                var wanted =
                    one.Life.Ends is { } end && string.CompareOrdinal(end, Day(9)) < 0 && one.Life.Begins is not null
                        ? UndertakingStatus.Lapsed
                    : one.Life.Begins is null ? UndertakingStatus.Announced
                    : UndertakingStatus.Unverified;
                return history[^1].To == wanted;
            },
            iter: Sets
        );

    [Fact]
    public void The_order_of_evidence_changes_no_step() =>
        s_lives.Sample(
            one => Same(LifeJudge.Judge(one.Life, one.Events, Day(9)), LifeJudge.Judge(one.Life, [.. one.Events.Reverse()], Day(9))),
            iter: Sets
        );

    [Fact]
    public void Evidence_that_comes_piece_by_piece_is_judged_as_all_of_it_at_once() =>
        Lives(24)
            .Sample(
                one =>
                {
                    // A place may be written in several ways. What will be withdrawn some day is judged whole on each day before it.
                    LifeEvent[] events =
                    [
                        .. one.Events.Select(item =>
                            item.Item.Id.EndsWith('7') ? item with { Place = item.Place.ToUpperInvariant() } : item
                        ),
                    ];
                    LifeEvent[] atOnce = [.. events.Select(item => item with { RetractedOn = "9999-12-31" })];
                    return Same(LifeJudge.Judge(one.Life, events, Day(9)), LifeJudge.Judge(one.Life, atOnce, Day(9)));
                },
                iter: Sets
            );

    [Fact]
    public void A_day_is_judged_on_what_was_known_then() =>
        s_lives.Sample(
            one =>
            {
                var then = LifeJudge.Judge(one.Life, [.. one.Events.Where(item => string.CompareOrdinal(item.Known, Day(5)) <= 0)], Day(5));
                var later = LifeJudge.Judge(one.Life, one.Events, Day(9));
                return Same(then, [.. later.Where(step => string.CompareOrdinal(step.At, Day(5)) <= 0)]);
            },
            iter: Sets
        );

    [Fact]
    public void Every_step_has_a_rule_and_its_records() =>
        s_lives.Sample(
            one =>
                LifeJudge
                    .Judge(one.Life, one.Events, Day(9))
                    .All(step => step.Rule.StartsWith('T') && (!step.Because.IsEmpty || step.Rule is "T2" or "T6" or "T11")),
            iter: Sets
        );

    [Fact]
    public void Nobody_says_broken_or_kept_alone() =>
        s_lives.Sample(
            one =>
            {
                var known = one.Events.Where(item => item.Item.Match != Match.None).ToList();
                return LifeJudge.Judge(one.Life, one.Events, Day(9))[^1].To switch
                {
                    UndertakingStatus.Kept => known.Exists(item => item.Item.Stance == Stance.Supports && !item.IsOwn),
                    UndertakingStatus.Broken or UndertakingStatus.Breached => known
                        .Where(item => item.Item.Stance == Stance.Contradicts)
                        .Select(item => item.Item.Origin)
                        .Distinct()
                        .Count() >= 2,
                    _ => true,
                };
            },
            iter: Sets
        );

    [Fact]
    public void A_withdrawn_report_replays_as_if_it_had_not_been_from_that_day_on() =>
        s_lives.Sample(
            one =>
            {
                LifeEvent[] withdrawn =
                [
                    .. one.Events.Select(item => item.Item.Origin == "reporter" ? item with { RetractedOn = Day(9) } : item),
                ];
                LifeEvent[] never = [.. one.Events.Where(item => item.Item.Origin != "reporter")];
                var (after, fresh) = (LifeJudge.Judge(one.Life, withdrawn, Day(9)), LifeJudge.Judge(one.Life, never, Day(9)));
                return after[^1].To == fresh[^1].To;
            },
            iter: Sets
        );

    private static Verdict Judge(EvidenceItem[] items) => ClaimJudge.Judge("party", claimantIsParty: true, items);

    private static bool Same(Verdict a, Verdict b) => Alike(a, b) && a.Because.SequenceEqual(b.Because);

    private static bool Alike(Verdict a, Verdict b) => (a.Status, a.For, a.Against, a.Groups) == (b.Status, b.For, b.Against, b.Groups);

    private static bool Same(ImmutableArray<StateChange> a, ImmutableArray<StateChange> b) =>
        a.Length == b.Length
        && a.Zip(b)
            .All(pair =>
                (pair.First with { Because = [] }) == (pair.Second with { Because = [] })
                && pair.First.Because.SequenceEqual(pair.Second.Because)
            );

    private static string Day(int day) => $"2022-03-{20 + day}";
}
