using Parley.Negotiations;
using Parley.Records;
using Xunit;
using static Parley.Tests.Negotiations.PositionCoursesTests;

namespace Parley.Tests.Negotiations;

public sealed class ProposalThreadsTests
{
    [Theory]
    [InlineData(PositionStance.Accepts, ProposalState.Accepted)]
    [InlineData(PositionStance.Rejects, ProposalState.Refused)]
    [InlineData(PositionStance.Offers, ProposalState.Countered)]
    [InlineData(PositionStance.OpenTo, ProposalState.Tabled)]
    public void The_other_side_answers(PositionStance answer, ProposalState state) =>
        Assert.Equal(state, Of(Told("2022-03-28", PositionStance.Proposes), Told("2022-03-30", answer, "UKR")).State);

    [Fact]
    public void A_yes_on_a_condition_is_a_counter_proposal() =>
        Assert.Equal(
            ProposalState.Countered,
            Of(
                Told("2022-03-28", PositionStance.Demands),
                Told("2022-03-30", PositionStance.Accepts, "UKR") with
                {
                    Condition = "if others agree",
                }
            ).State
        );

    [Fact]
    public void Who_asks_for_what_is_offered_has_not_answered() =>
        Assert.Equal(
            ProposalState.Tabled,
            Of(Told("2022-03-28", PositionStance.Offers, "TUR"), Told("2022-03-29", PositionStance.Demands, "UKR")).State
        );

    [Fact]
    public void Who_put_it_forward_can_take_it_back() =>
        Assert.Equal(
            ProposalState.Withdrawn,
            Of(Told("2022-03-28", PositionStance.Offers), Told("2022-03-30", PositionStance.Rejects)).State
        );

    [Fact]
    public void Who_demands_a_thing_and_will_not_discuss_it_takes_nothing_back() =>
        Assert.Equal(
            ProposalState.Tabled,
            Of(Told("2022-03-28", PositionStance.Demands), Told("2022-03-30", PositionStance.Rejects)).State
        );

    [Fact]
    public void What_nobody_answers_for_a_month_has_lapsed()
    {
        var tabled = Told("2022-03-01", PositionStance.Offers);
        Assert.Equal(ProposalState.Tabled, ProposalThreads.Of([tabled], "2022-03-31")[0].State);
        Assert.Equal(ProposalState.Lapsed, ProposalThreads.Of([tabled], "2022-04-02")[0].State);
        Assert.Equal(ProposalState.Tabled, ProposalThreads.Of([tabled], null)[0].State);
    }

    [Fact]
    public void An_answer_about_something_else_is_none() =>
        Assert.Equal(
            ProposalState.Tabled,
            Of(
                Told("2022-03-28", PositionStance.Proposes) with
                {
                    About = ["Crimea"],
                },
                Told("2022-03-30", PositionStance.Rejects, "UKR") with
                {
                    About = ["Donbas"],
                }
            ).State
        );

    [Fact]
    public void The_order_in_which_articles_come_does_not_matter()
    {
        var (tabled, refused) = (Told("2022-03-28", PositionStance.Proposes), Told("2022-03-30", PositionStance.Rejects, "UKR"));
        Assert.Equal(ProposalThreads.Of([tabled, refused], null)[0].State, ProposalThreads.Of([refused, tabled], null)[0].State);
    }

    private static ProposalThread Of(params PositionTelling[] tellings) =>
        Assert.Single(ProposalThreads.Of(tellings, "2022-03-31"), thread => thread.Side == tellings[0].Side);
}
