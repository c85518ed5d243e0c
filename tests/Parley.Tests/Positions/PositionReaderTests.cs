using Parley.Records;
using Parley.Tests.Undertakings;
using Xunit;

namespace Parley.Tests.Positions;

public sealed class PositionReaderTests
{
    [Fact]
    public void The_topic_is_told_in_the_words_of_the_list() =>
        Assert.Equal(
            ["UKR | Demands | security guarantees | binding guarantees"],
            new GivenMentions("Ukraine demanded binding guarantees.")
                .Position("guarantees", "security-guarantees", PositionStance.Demands, "Ukraine")
                .Positions()
        );

    [Fact]
    public void To_stay_out_of_an_alliance_is_neutrality() =>
        Assert.Equal(
            ["RUS | Demands | neutrality | Ukraine stay out of NATO"],
            new GivenMentions("Moscow demanded that Ukraine stay out of NATO.")
                .Position("NATO", "alliance", PositionStance.Demands, "Moscow")
                .Positions()
        );

    [Fact]
    public void To_give_up_joining_an_alliance_is_neutrality() =>
        Assert.Equal(
            ["RUS | Demands | neutrality | Georgia give up its hope of joining NATO"],
            new GivenMentions("Moscow demanded that Georgia give up its hope of joining NATO.")
                .Position("joining", "alliance", PositionStance.Demands, "Moscow")
                .Positions()
        );

    [Fact]
    public void An_agreement_takes_no_position() =>
        Assert.Empty(
            new GivenMentions("The agreement calls for a halt to the attacks.")
                .Position("halt", "ceasefire", PositionStance.Demands, "agreement")
                .Positions()
        );

    [Fact]
    public void A_phrase_near_by_says_more_than_a_general_topic() =>
        Assert.Equal(
            ["UKR | Proposes | Crimea | talks on the future of Crimea"],
            new GivenMentions("Ukraine proposed talks on the future of Crimea.")
                .Position("talks", "talks", PositionStance.Proposes, "Ukraine")
                .Positions()
        );

    [Fact]
    public void Guarantors_stand_behind_the_guarantee() =>
        Assert.Equal(
            ["UKR | Proposes | security guarantees | its security be guaranteed by Turkey and Poland | guarantors TUR, POL"],
            new GivenMentions("Ukraine proposed that its security be guaranteed by Turkey and Poland.")
                .Position("guaranteed", "security-guarantees", PositionStance.Proposes, "Ukraine")
                .Positions()
        );

    [Fact]
    public void A_position_told_twice_is_one() =>
        Assert.Equal(
            ["SDN | Rejects | ceasefire | a truce | any truce"],
            new GivenMentions("Sudan rejected a truce on Monday. On Friday Khartoum again turned down any truce.")
                .Position("truce on", "ceasefire", PositionStance.Rejects, "Sudan")
                .Position("truce.", "ceasefire", PositionStance.Rejects, "Khartoum")
                .Positions()
        );

    [Fact]
    public void A_party_that_is_no_side_takes_no_position() =>
        Assert.Empty(
            new GivenMentions("The newspaper demanded a truce.")
                .Position("truce", "ceasefire", PositionStance.Demands, "newspaper")
                .Positions()
        );

    [Fact]
    public void Each_party_has_the_stance_of_its_own_word() =>
        Assert.Equal(
            ["IRN | Rejects | talks | Iraq's proposal for talks", "IRQ | Proposes | talks | Iraq's proposal for talks"],
            new GivenMentions("Iran dismissed Iraq's proposal for talks.")
                .Position("talks", "talks", PositionStance.Demands, "Iran", "Iraq")
                .Positions()
                .Order()
        );

    [Fact]
    public void Who_reports_anothers_stance_takes_none() =>
        Assert.DoesNotContain(
            new GivenMentions("Iran announced that Iraq was ready for talks.")
                .Position("talks", "talks", PositionStance.Demands, "Iran")
                .Positions(),
            position => position.StartsWith("IRN", StringComparison.Ordinal)
        );

    [Fact]
    public void A_stance_that_is_only_possible_is_none() =>
        Assert.Empty(
            new GivenMentions("Russia might reject a truce.").Position("truce", "ceasefire", PositionStance.Rejects, "Russia").Positions()
        );

    [Fact]
    public void Neither_the_one_nor_the_other_is_unclear() =>
        Assert.Equal(
            ["IRN | Unclear | ceasefire | rejected the truce"],
            new GivenMentions("Iran has neither accepted nor rejected the truce.")
                .Position("truce", "ceasefire", PositionStance.Rejects, "Iran")
                .Positions()
        );

    [Fact]
    public void The_adjective_of_a_proposal_is_whose_it_is() =>
        Assert.Contains(
            new GivenMentions("Moldova turned down a Russian proposal for a federation.")
                .Position("proposal", "autonomy", PositionStance.Proposes, "Russian")
                .Positions(),
            position => position.StartsWith("RUS | Proposes", StringComparison.Ordinal)
        );

    [Fact]
    public void An_infinitive_is_told_with_who_is_to_do_it() =>
        Assert.Equal(
            ["FRA | Demands | withdrawal | Serbia to leave the valley"],
            new GivenMentions("France urged Serbia to leave the valley.")
                .Position("leave", "withdrawal", PositionStance.Demands, "France")
                .Positions()
        );

    [Fact]
    public void Neither_accepted_nor_rejected_is_unclear() =>
        Assert.Equal(
            ["IRN | Unclear | ceasefire"],
            new GivenMentions("Iran has neither accepted nor rejected the truce.")
                .Position("truce", "ceasefire", PositionStance.Rejects, "Iran")
                .Positions()
                .Select(line => string.Join(" | ", line.Split(" | ").Take(3)))
        );

    [Fact]
    public void A_wish_of_ones_own_is_no_demand() =>
        Assert.Empty(
            new GivenMentions("Georgia wants to join NATO.").Position("join", "alliance", PositionStance.Demands, "Georgia").Positions()
        );
}
