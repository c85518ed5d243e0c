using Parley.Mentions;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Undertakings;

public sealed class UndertakingReaderTests
{
    [Fact]
    public void Limits_and_gaps_go_to_the_nearest_telling() =>
        Assert.Equal(
            ["RUS | ReductionOfOperations | to reduce its operations near Kyiv | not This is not a ceasefire | open It gave no date"],
            new GivenMentions(
                "Russia promised to reduce its operations near Kyiv. \"This is not a ceasefire,\" Russia's negotiator said. It gave no date."
            )
                .Undertaking("reduce", UndertakingKind.ReductionOfOperations, "Russia")
                .Passage(PassageKind.Limit, "This is not a ceasefire")
                .Passage(PassageKind.Gap, "It gave no date")
                .Undertakings()
        );

    [Fact]
    public void What_another_side_rules_out_is_no_limit() =>
        Assert.Equal(
            ["RUS | ReductionOfOperations | to reduce its operations near Kyiv"],
            new GivenMentions("Russia promised to reduce its operations near Kyiv. \"This is not a withdrawal,\" Ukraine's army said.")
                .Undertaking("reduce", UndertakingKind.ReductionOfOperations, "Russia")
                .Passage(PassageKind.Limit, "This is not a withdrawal")
                .Undertakings()
        );

    [Fact]
    public void Both_sides_of_an_agreement_are_bound() =>
        Assert.Equal(
            ["ISR | Ceasefire | Israel and Lebanon agreed on a truce", "LBN | Ceasefire | Israel and Lebanon agreed on a truce"],
            new GivenMentions("Israel and Lebanon agreed on a truce.")
                .Undertaking("truce", UndertakingKind.Ceasefire, "Israel", "Lebanon")
                .Undertakings()
        );

    [Fact]
    public void A_promise_told_twice_is_one() =>
        Assert.Equal(
            ["RUS | Withdrawal | it would withdraw its soldiers from Kherson and Izium | told 2 times"],
            new GivenMentions(
                "Russia promised to pull its soldiers out. Moscow said it would withdraw its soldiers from Kherson and Izium."
            )
                .Undertaking("pull", UndertakingKind.Withdrawal, "Russia")
                .Undertaking("withdraw", UndertakingKind.Withdrawal, "it would")
                .Undertakings()
        );

    [Fact]
    public void We_is_the_speaker() =>
        Assert.StartsWith(
            "TUR | Withdrawal | We will leave the town",
            Assert.Single(
                new GivenMentions("\"We will leave the town,\" said the Turkish defence ministry.")
                    .Undertaking("leave", UndertakingKind.Withdrawal, "We")
                    .Undertakings()
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_deadline_looks_ahead() =>
        Assert.Equal(
            ["SRB | Withdrawal | to leave Kosovo by Friday | until 1999-06-11"],
            new GivenMentions("Serbia agreed to leave Kosovo by Friday.", "1999-06-09")
                .Undertaking("leave", UndertakingKind.Withdrawal, "Serbia")
                .Undertakings()
        );

    [Fact]
    public void What_another_side_foretells_is_no_promise() =>
        Assert.Empty(
            new GivenMentions("Ukraine said Russia would withdraw its troops.")
                .Undertaking("withdraw", UndertakingKind.Withdrawal, "Russia")
                .Undertakings()
        );

    [Fact]
    public void What_another_side_says_was_agreed_is_one() =>
        Assert.Equal(
            ["RUS | Withdrawal | to withdraw its troops"],
            new GivenMentions("Ukraine said Russia had agreed to withdraw its troops.")
                .Undertaking("withdraw", UndertakingKind.Withdrawal, "Russia")
                .Undertakings()
        );

    [Theory]
    [InlineData(EventStatus.Demanded)]
    [InlineData(EventStatus.Alleged)]
    [InlineData(EventStatus.Denied)]
    [InlineData(EventStatus.Refused)]
    [InlineData(EventStatus.Possible)]
    public void A_withdrawal_that_is_not_undertaken_binds_nobody(EventStatus status) =>
        Assert.Empty(
            new GivenMentions("Russia and its withdrawal from Kherson were the talk of the day.")
                .Deed("withdrawal", EventType.Retreat, status)
                .Undertaking("withdrawal", UndertakingKind.Withdrawal, "Russia")
                .Undertakings()
        );

    [Fact]
    public void A_wrong_that_is_refused_is_a_guarantee() =>
        Assert.Equal(
            ["IRN | Guarantee | not to attack the tankers"],
            new GivenMentions("Iran promised not to attack the tankers.")
                .Deed("attack", EventType.Assault, EventStatus.Refused)
                .Undertaking("attack", UndertakingKind.Guarantee, "Iran")
                .Undertakings()
        );

    [Fact]
    public void A_condition_goes_to_the_deed_of_its_sentence() =>
        Assert.Equal(
            ["COL | Exchange | to free the captives | if once the doctor has come"],
            new GivenMentions("Colombia promised to free the captives once the doctor has come.")
                .Undertaking("free", UndertakingKind.Exchange, "Colombia")
                .Passage(PassageKind.Condition, "once the doctor has come")
                .Undertakings()
        );

    [Fact]
    public void Who_brings_others_together_is_not_bound() =>
        Assert.Equal(
            [
                "ARM | Ceasefire | Armenia and Azerbaijan signed a truce brokered by Iran",
                "AZE | Ceasefire | Armenia and Azerbaijan signed a truce brokered by Iran",
            ],
            new GivenMentions("Armenia and Azerbaijan signed a truce brokered by Iran.")
                .Undertaking("truce", UndertakingKind.Ceasefire, "Armenia", "Azerbaijan", "Iran")
                .Undertakings()
        );

    [Fact]
    public void A_truce_between_two_binds_both_though_the_head_names_nobody() =>
        Assert.Equal(
            ["ARM | Ceasefire | A truce between Armenia and Azerbaijan", "AZE | Ceasefire | A truce between Armenia and Azerbaijan"],
            new GivenMentions("A truce between Armenia and Azerbaijan began at noon.")
                .Deed("truce", EventType.Retreat, EventStatus.Happened)
                .Undertakings()
        );

    [Fact]
    public void A_promise_told_within_the_demand_of_another_stays_a_promise() =>
        Assert.Equal(
            ["SRB | Withdrawal | it would withdraw its guns"],
            new GivenMentions("\"Serbia promised that it would withdraw its guns and must do so now,\" France said.")
                .Undertaking("withdraw", UndertakingKind.Withdrawal, "it")
                .Undertakings()
        );

    [Theory]
    [InlineData("Iran wants Iraq to free the pilots.", "free")]
    [InlineData("Iraq rejected a swap of the pilots.", "swap")]
    [InlineData("The envoys discussed whether Iraq would free the pilots.", "free")]
    public void What_is_wanted_turned_down_or_open_binds_nobody(string text, string deed) =>
        Assert.Empty(new GivenMentions(text).Undertaking(deed, UndertakingKind.Exchange, "Iraq").Undertakings());

    [Fact]
    public void Two_things_under_one_verb_are_one_promise() =>
        Assert.Single(
            new GivenMentions("Japan promised to keep its sanctions and pressure on Iran.")
                .Undertaking("sanctions", UndertakingKind.Other, "Japan")
                .Undertaking("pressure", UndertakingKind.Other, "Japan")
                .Undertakings()
        );
}
