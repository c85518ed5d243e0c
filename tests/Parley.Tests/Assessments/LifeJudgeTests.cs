using Parley.Assessments;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Assessments;

public sealed class LifeJudgeTests
{
    private static readonly Life s_reduction = new()
    {
        Kind = UndertakingKind.ReductionOfOperations,
        Party = "party",
        Announced = "2022-03-29",
        Begins = "2022-03-29",
        GivenBy = ["u1"],
    };

    private static readonly LifeEvent s_admitted = new()
    {
        Item = Pieces.Adversary(Stance.Supports, Interest.Against) with { Id = "calm" },
        Known = "2022-03-30",
        Place = "Kyiv",
    };

    private static readonly LifeEvent s_charged = new()
    {
        Item = Pieces.Adversary(Stance.Contradicts, Interest.Aligned) with { Id = "shelled" },
        Known = "2022-03-30",
        Place = "Chernihiv",
        IsAttributed = true,
    };

    private static readonly LifeEvent s_seen = new()
    {
        Item = Pieces.Witness("monitor", Stance.Contradicts) with { Id = "seen" },
        Known = "2022-03-31",
        Day = "2022-03-30",
        Place = "Chernihiv",
        IsAttributed = true,
    };

    [Fact]
    public void Silence_is_never_compliance() => Check("announced T1, unverified T2", s_reduction);

    [Fact]
    public void The_day_of_the_promise_is_not_judged() =>
        Check("announced T1, unverified T2", s_reduction, s_admitted with { Known = "2022-03-29" });

    [Fact]
    public void What_the_adversary_admits_holds() => Check("announced T1, unverified T2, holding T7", s_reduction, s_admitted);

    [Fact]
    public void The_partys_own_word_and_doubts_leave_it_unverified() =>
        Check(
            "announced T1, unverified T2",
            s_reduction,
            s_admitted with
            {
                Item = Pieces.Boast(),
                IsOwn = true,
            },
            s_admitted with
            {
                Item = Pieces.Witness("reporter", Stance.Doubts),
            }
        );

    [Fact]
    public void A_breach_that_the_adversary_alone_tells_is_contested() =>
        Check("announced T1, unverified T2, contested T10", s_reduction, s_charged, s_admitted);

    [Fact]
    public void A_breach_of_unknown_doers_is_none() =>
        Check("announced T1, unverified T2", s_reduction, s_charged with { IsAttributed = false });

    [Fact]
    public void Kept_in_one_town_and_broken_in_another_is_partly_holding() =>
        Check("announced T1, unverified T2, contested T10, partly-holding T8", s_reduction, s_charged, s_admitted, s_seen);

    [Fact]
    public void A_breach_with_casualties_is_a_breach_of_the_whole() =>
        Check("announced T1, unverified T2, contested T10, breached T9", s_reduction, s_charged, s_seen with { HasCasualties = true });

    [Fact]
    public void Completion_told_by_two_ends_it_and_a_breach_behind_it_stays() =>
        Check(
            "announced T1, unverified T2, contested T10, partly-holding T8, partly-kept T6",
            s_reduction,
            s_charged,
            s_admitted,
            s_seen,
            s_admitted with
            {
                Item = s_admitted.Item with { Id = "gone" },
                Known = "2022-04-07",
                Completes = true,
            }
        );

    [Fact]
    public void A_term_that_passes_unseen_lapses() =>
        Check("announced T1, unverified T2, lapsed T6", s_reduction with { Ends = "2022-04-01" });

    [Fact]
    public void A_term_that_passes_with_one_outside_voice_is_not_called_kept() =>
        Check(
            "announced T1, unverified T2, holding T7",
            s_reduction with
            {
                Ends = "2022-04-01",
            },
            s_admitted with
            {
                Item = Pieces.Witness("reporter"),
            }
        );

    [Fact]
    public void What_is_taken_back_before_its_start_is_withdrawn_and_after_it_revoked()
    {
        var back = s_charged with { Turn = Turn.Revokes };
        Check("announced T1, withdrawn T4", s_reduction with { Begins = "2022-04-05" }, back);
        Check("announced T1, unverified T2, revoked T4", s_reduction, back);
    }

    [Fact]
    public void A_failed_condition_voids_it() =>
        Check("announced T1, void T3", s_reduction with { Begins = null }, s_charged with { Turn = Turn.Voids });

    [Fact]
    public void A_new_promise_takes_its_place() =>
        Check("announced T1, unverified T2, superseded T5", s_reduction, s_charged with { Turn = Turn.Supersedes });

    [Fact]
    public void A_withdrawn_report_is_replayed() =>
        Check("announced T1, unverified T2, contested T10, unverified T13", s_reduction, s_charged with { RetractedOn = "2022-04-01" });

    [Fact]
    public void What_was_not_yet_published_is_not_known() =>
        Assert.Equal("unverified", Steps(LifeJudge.Judge(s_reduction, [s_charged], "2022-03-29")).Split(' ')[^2]);

    [Fact]
    public void What_was_not_yet_given_has_no_history() => Assert.Empty(LifeJudge.Judge(s_reduction, [s_charged], "2022-03-28"));

    private static void Check(string steps, Life life, params LifeEvent[] events) =>
        Assert.Equal(steps, Steps(LifeJudge.Judge(life, events, "2022-04-30")));

    private static string Steps(IEnumerable<StateChange> history) =>
        string.Join(", ", history.Select(step => $"{Parley.Links.UndertakingNames.Of(step.To)} {step.Rule}"));
}
