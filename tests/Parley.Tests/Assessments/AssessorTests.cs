using Parley.Assessments;
using Parley.Ledger;
using Parley.Records;
using Parley.Tests.Ledger;
using Xunit;

namespace Parley.Tests.Assessments;

public sealed class AssessorTests
{
    private static readonly Reading s_promise = Papers
        .Article("Wire", "2022-03-29", "Russia will scale back operations near Kyiv.")
        .Promises(UndertakingKind.ReductionOfOperations, 0, Papers.Kyiv, Papers.Chernihiv);

    [Fact]
    public void A_promise_that_nobody_else_speaks_to_is_claimed_however_many_outlets_carry_it()
    {
        var copies = Enumerable
            .Range(1, 5)
            .Select(n => s_promise with { Article = s_promise.Article with { Id = $"copy{n}", Publisher = $"Outlet {n}" } });
        var assessment = Assess([s_promise, .. copies]);
        Assert.Equal(UndertakingStatus.Unverified, assessment.State);
        Assert.Equal(ClaimStatus.Claimed, assessment.Keeping.Status);
        Assert.Equal((6, 6, 1), (assessment.Reports, assessment.Outlets, assessment.Origins));
    }

    [Fact]
    public void What_others_than_the_party_tell_holds()
    {
        var adversary = Papers
            .Article("Quay", "2022-03-30", "Forces left Irpin, Kyiv said.")
            .Does(EventType.Retreat, "withdraw", 0, Papers.Irpin, speaker: "a2");
        var ally = Papers
            .Article("Post", "2022-03-30", "Units have left, Washington said.")
            .Does(EventType.Retreat, "withdraw", 0, Papers.Kyiv, speaker: "a3");
        Assert.Equal(UndertakingStatus.Holding, Assess([s_promise, adversary]).State);
        Assert.Equal(UndertakingStatus.Holding, Assess([s_promise, adversary, ally]).State);
    }

    [Fact]
    public void The_partys_own_word_supports_nothing()
    {
        var own = Papers
            .Article("Herald", "2022-03-30", "Our units have left, Moscow said.")
            .Does(EventType.Retreat, "withdraw", 0, Papers.Kyiv, speaker: "a1");
        Assert.Equal(UndertakingStatus.Unverified, Assess([s_promise, own]).State);
    }

    [Fact]
    public void Shelling_elsewhere_says_nothing_about_it()
    {
        var elsewhere = Papers.Article("Quay", "2022-03-30", "A missile hit Mykolaiv.").Does(EventType.Assault, null, 0, Papers.Mykolaiv);
        Assert.Equal(UndertakingStatus.Unverified, Assess([s_promise, elsewhere]).State);
    }

    [Fact]
    public void Shelling_in_the_area_told_by_the_adversary_alone_contests_it()
    {
        var told = Papers
            .Article("Quay", "2022-03-30", "Chernihiv was shelled, Kyiv said.")
            .Does(EventType.Assault, null, 0, Papers.Chernihiv, speaker: "a2");
        Assert.Equal(UndertakingStatus.Contested, Assess([s_promise, told]).State);
    }

    [Fact]
    public void Shelling_in_the_area_told_by_the_adversary_and_another_breaks_a_part_of_it()
    {
        var told = Papers
            .Article("Quay", "2022-03-30", "Chernihiv was shelled, Kyiv said.")
            .Does(EventType.Assault, null, 0, Papers.Chernihiv, speaker: "a2");
        var seen = Papers.Article("Watch", "2022-03-31", "We saw shells hit Chernihiv.").Does(EventType.Assault, null, 0, Papers.Chernihiv);
        Assert.Equal(UndertakingStatus.PartlyHolding, Assess([s_promise, told, seen]).State);
    }

    [Fact]
    public void Shelling_before_the_promise_says_nothing_about_it()
    {
        var before = Papers.Article("Quay", "2022-03-27", "Shells hit Chernihiv.").Does(EventType.Assault, null, 0, Papers.Chernihiv);
        Assert.Equal(UndertakingStatus.Unverified, Assess([s_promise, before]).State);
    }

    [Fact]
    public void Planned_demanded_and_possible_deeds_say_nothing_about_it()
    {
        foreach (
            var status in new[]
            {
                EventStatus.Planned,
                EventStatus.Demanded,
                EventStatus.Possible,
                EventStatus.Hypothetical,
                EventStatus.Threatened,
            }
        )
        {
            var reading = Papers
                .Article("Quay", "2022-03-30", "Units may leave.")
                .Does(EventType.Retreat, "withdraw", 0, Papers.Kyiv, speaker: "a2", status: status);
            Assert.Equal(UndertakingStatus.Unverified, Assess([s_promise, reading]).State);
        }
    }

    [Fact]
    public void What_is_uncertain_is_no_evidence()
    {
        var told = Papers
            .Article("Quay", "2022-03-30", "Chernihiv was shelled, Kyiv said.")
            .Does(EventType.Assault, null, 0, Papers.Chernihiv, speaker: "a2");
        var unsureDeed = told with { Events = [told.Events[0] with { Confidence = 0.4, Uncertain = true }] };
        var unsureTeller = told with { Statements = [told.Statements[0] with { Confidence = 0.4, Uncertain = true }] };
        var doubt = Papers.Article("Post", "2022-03-30", "Russia's withdrawal from Kyiv is not real.").Says("a2", StatementAct.Doubts, 0);
        var unsureDoubt = doubt with { Statements = [doubt.Statements[0] with { Confidence = 0.4, Uncertain = true }] };
        Assert.Equal(UndertakingStatus.Unverified, Assess([s_promise, unsureDeed]).State);
        Assert.Equal(UndertakingStatus.Unverified, Assess([s_promise, unsureTeller]).State);
        Assert.Equal(UndertakingStatus.Unverified, Assess([s_promise, unsureDoubt]).State);
        Assert.Equal(UndertakingStatus.Contested, Assess([s_promise, unsureDeed.WithMinConfidence(0.4)]).State);
    }

    [Fact]
    public void A_copy_of_the_adversarys_word_adds_nothing()
    {
        var told = Papers
            .Article(
                "Quay",
                "2022-03-30",
                "Russian guns fired on the middle of Chernihiv all night and into the morning, the governor said."
            )
            .Does(EventType.Assault, null, 0, Papers.Chernihiv, speaker: "a2");
        var copy = told with { Article = told.Article with { Id = "copy", Publisher = "Harbour", Published = "2022-03-31" } };
        var assessment = Assess([s_promise, told, copy]);
        Assert.Equal(UndertakingStatus.Contested, assessment.State);
        Assert.Equal((3, 3, 2), (assessment.Reports, assessment.Outlets, assessment.Origins));
    }

    [Fact]
    public void The_order_in_which_articles_come_does_not_matter()
    {
        var told = Papers
            .Article("Quay", "2022-03-30", "Chernihiv was shelled, Kyiv said.")
            .Does(EventType.Assault, null, 0, Papers.Chernihiv, speaker: "a2");
        var left = Papers
            .Article("Post", "2022-03-30", "Units have left, Washington said.")
            .Does(EventType.Retreat, "withdraw", 0, Papers.Kyiv, speaker: "a3");
        var one = Assess([s_promise, told, left]);
        var two = Assess([left, told, s_promise]);
        Assert.Equal(one.State, two.State);
        Assert.Equal(one.Supports.Select(testimony => testimony.Sentence), two.Supports.Select(testimony => testimony.Sentence));
    }

    private static Assessment Assess(IEnumerable<Reading> readings)
    {
        var ledger = new MemoryLedger();
        foreach (var reading in readings)
            ledger.Keep(reading);
        return Assert.Single(Assessor.Assess(ledger));
    }
}
