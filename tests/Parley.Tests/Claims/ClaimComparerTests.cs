using Parley.Claims;
using Parley.Records;
using Parley.Tests.Ledger;
using Xunit;

namespace Parley.Tests.Claims;

public sealed class ClaimComparerTests
{
    private static readonly Place s_region = Papers.Irpin with
    {
        Id = "p5",
        Name = "Kyiv Oblast",
        Admin1 = "Kyiv Oblast",
        Precision = PlacePrecision.Admin1,
    };

    [Fact]
    public void Nothing_different_and_enough_the_same_is_one_claim() =>
        Assert.Equal(ComparisonOutcome.Same, Compare(Shelling(), Shelling()).Outcome);

    [Fact]
    public void Comparison_goes_both_ways()
    {
        var (a, b) = (Shelling(), Shelling(place: Papers.Kyiv));
        Assert.Equal(Compare(a, b).Slots, Compare(b, a).Slots);
    }

    [Fact]
    public void Another_place_is_another_claim()
    {
        var compared = Compare(Shelling(), Shelling(place: Papers.Kyiv));
        Assert.Equal((ComparisonOutcome.Another, SlotMatch.Differs), (compared.Outcome, compared[Slot.Place]));
    }

    [Fact]
    public void A_town_lies_in_its_region()
    {
        var town = Papers.Irpin with { Admin1 = "Kyiv Oblast" };
        Assert.Equal(SlotMatch.Same, Compare(Shelling(place: town), Shelling(place: s_region))[Slot.Place]);
    }

    [Fact]
    public void Another_day_is_another_claim() =>
        Assert.Equal(SlotMatch.Differs, Compare(Shelling(), Shelling(day: "2022-03-31"))[Slot.Time]);

    [Fact]
    public void Another_doer_is_another_claim() =>
        Assert.Equal(ComparisonOutcome.Another, Compare(Shelling(), Shelling() with { Doers = ["UKR.MIL"] }).Outcome);

    [Fact]
    public void An_army_is_its_states_and_rebels_are_not()
    {
        Assert.Equal(SlotMatch.Same, Compare(Shelling(), Shelling() with { Doers = ["RUS.MIL"] })[Slot.Doer]);
        Assert.Equal(SlotMatch.Differs, Compare(Shelling(), Shelling() with { Doers = ["RUS.REB"] })[Slot.Doer]);
    }

    [Fact]
    public void What_is_denied_contradicts_what_is_told_of_the_same_place_and_day() =>
        Assert.Equal(ComparisonOutcome.Contradicts, Compare(Shelling(), Shelling() with { Polarity = ClaimPolarity.NotDone }).Outcome);

    [Fact]
    public void What_is_denied_elsewhere_contradicts_nothing() =>
        Assert.Equal(
            ComparisonOutcome.Another,
            Compare(Shelling(), Shelling(place: Papers.Kyiv) with { Polarity = ClaimPolarity.NotDone }).Outcome
        );

    [Theory]
    [InlineData(12, 12, SlotMatch.Same)]
    [InlineData(12, 21, SlotMatch.Differs)]
    [InlineData(12, 13, SlotMatch.Differs)]
    public void Numbers_are_the_same_or_differ(int one, int other, SlotMatch match) =>
        Assert.Equal(match, Compare(Counted(one), Counted(other))[Slot.Number]);

    [Fact]
    public void About_allows_a_tenth()
    {
        var about = new Amount(FigureMeasure.Killed, 100, null, FigureBound.About);
        Assert.True(about.IsSame(about with { Value = 95, Bound = FigureBound.Exact }));
        Assert.False(about.IsSame(about with { Value = 80, Bound = FigureBound.Exact }));
    }

    [Fact]
    public void At_least_twelve_and_fifteen_may_both_be_so_and_are_not_the_same()
    {
        var (least, more) = (
            new Amount(FigureMeasure.Killed, 12, null, FigureBound.AtLeast),
            new Amount(FigureMeasure.Killed, 15, null, FigureBound.Exact)
        );
        Assert.True(least.MayBe(more));
        Assert.False(least.IsSame(more));
    }

    [Fact]
    public void A_slot_that_one_does_not_tell_neither_agrees_nor_differs()
    {
        var compared = Compare(Counted(12), Counted(12) with { Doers = [] });
        Assert.Equal((SlotMatch.Missing, ComparisonOutcome.Same), (compared[Slot.Doer], compared.Outcome));
        var bare = Compare(Shelling(), Shelling() with { Doers = [], Places = [], Time = null, Clause = new Span(0, 4) });
        Assert.Equal(ComparisonOutcome.Unclear, bare.Outcome);
    }

    [Theory]
    [InlineData("2022-03-29", "2022-03-29TMO", true)]
    [InlineData("2022-03-29TNI", "2022-03-30TMO", true)]
    [InlineData("2022-03-29TMO", "2022-03-29TEV", false)]
    [InlineData("2022-03", "2022-03-31", true)]
    [InlineData("2022-W13", "2022-03-29", true)]
    [InlineData("2022-W13-WE", "2022-03-29", false)]
    public void Times_overlap_or_do_not(string one, string other, bool overlap) =>
        Assert.Equal(overlap, TimeRange.Of(one)!.Value.Overlaps(TimeRange.Of(other)!.Value));

    [Theory]
    [InlineData("PAST_REF")]
    [InlineData("P2W")]
    [InlineData("XXXX-WXX-2")]
    [InlineData("2022-13-01")]
    [InlineData("2022-W99")]
    [InlineData("")]
    public void What_stands_on_no_calendar_is_no_time(string value) => Assert.Null(TimeRange.Of(value));

    private static Comparison Compare(Claim a, Claim b) => ClaimComparer.Compare(a, b);

    private static Claim Counted(int number) =>
        Shelling() with
        {
            Amounts = [new Amount(FigureMeasure.Killed, number, null, FigureBound.Exact)],
        };

    private static Claim Shelling(Place? place = null, string day = "2022-03-30")
    {
        var reading = Papers.Article("The Quay", "2022-03-31", "Guns fired on the town.");
        return new Claim
        {
            Id = "c1",
            Reading = reading,
            Record = "e1",
            Deed = "ASSAULT",
            Mode = "heavy-weapons",
            Polarity = ClaimPolarity.Done,
            Doers = ["RUS"],
            Places = [place ?? Papers.Chernihiv],
            Time = TimeRange.Of(day),
            Clause = reading.Article.Sentences[0],
            Sentence = reading.Article.Sentences[0],
        };
    }
}
