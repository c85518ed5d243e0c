using System.Collections.Immutable;
using Parley.Assessments;
using Parley.Claims;
using Parley.Ledger;
using Parley.Records;
using Parley.Tests.Ledger;
using Xunit;

namespace Parley.Tests.Claims;

public sealed class ClaimAssessorTests
{
    private const string Shelling = "Russian guns fired on Chernihiv on 30 March.";

    [Fact]
    public void One_origin_alone_only_claims_however_many_outlets_carry_it()
    {
        var told = Fires("Channel Five", Shelling, speaker: "a2");
        var carried = Fires("The Quay", Shelling + " It was in the papers.", speaker: "a2");
        var claim = Assert.Single(Assess(told, carried));
        Assert.Equal((ClaimStatus.Claimed, 2, 1), (claim.Verdict.Status, claim.Reports, claim.Origins));
    }

    [Fact]
    public void An_outside_origin_supports()
    {
        var claim = Assert.Single(
            Assess(
                Fires("Channel Five", Shelling, speaker: "a2"),
                Fires("The Quay", "Our reporter saw guns fire on Chernihiv on 30 March.")
            )
        );
        Assert.Equal((ClaimStatus.Supported, 2), (claim.Verdict.Status, claim.Origins));
    }

    [Fact]
    public void An_admission_to_the_adversary_is_agreed()
    {
        var withdrawal = Leaves("Channel Five", "Russian units left Irpin on 30 March.", speaker: "a1");
        var admitted = Leaves("The Quay", "Russia has left Irpin on 30 March.", speaker: "a2");
        var claim = Assert.Single(Assess(withdrawal, admitted));
        Assert.Equal(ClaimStatus.Agreed, claim.Verdict.Status);
    }

    [Fact]
    public void A_denial_by_the_doer_leaves_it_between_the_parties()
    {
        var reading = Fires("Channel Five", Shelling, speaker: "a2").Says("a1", StatementAct.Denies, 0);
        reading = reading with { Events = [reading.Events[0] with { DeniedBy = [reading.Statements[^1].Id] }] };
        var claim = Assert.Single(Assess(reading));
        Assert.Equal((ClaimStatus.Disputed, 2), (claim.Verdict.Status, claim.Origins));
    }

    [Fact]
    public void The_order_in_which_articles_come_does_not_matter()
    {
        Reading[] readings =
        [
            Fires("Channel Five", Shelling, speaker: "a2"),
            Fires("The Quay", "Our reporter saw guns fire on Chernihiv on 30 March."),
            Fires("River Wire", "Guns fired on Kyiv on 30 March.", place: Papers.Kyiv),
        ];
        var one = Assess(readings).Select(ClaimEntries.Of).Select(entry => (entry.Id, entry.Status, entry.Reports));
        Array.Reverse(readings);
        Assert.Equal(one, Assess(readings).Select(ClaimEntries.Of).Select(entry => (entry.Id, entry.Status, entry.Reports)));
    }

    [Fact]
    public void Copies_change_no_status()
    {
        Reading[] readings =
        [
            Fires("Channel Five", Shelling, speaker: "a2"),
            Fires("The Quay", "Our reporter saw guns fire on Chernihiv on 30 March."),
        ];
        var copies = readings.Select(reading =>
            reading with
            {
                Article = reading.Article with { Id = reading.Article.Id + "f", Publisher = "Copy of " + reading.Article.Publisher },
            }
        );
        Assert.Equal(Assess(readings)[0].Verdict.Status, Assess([.. readings, .. copies])[0].Verdict.Status);
    }

    private static ImmutableArray<ClaimAssessment> Assess(params Reading[] readings) => ClaimAssessor.Assess(ReadingOrder.Sort(readings));

    private static Reading Fires(string outlet, string sentence, string? speaker = null, Place? place = null) =>
        Dated(
            Papers.Article(outlet, "2022-03-31", sentence).Does(EventType.Assault, "heavy-weapons", 0, place ?? Papers.Chernihiv, speaker)
        );

    private static Reading Leaves(string outlet, string sentence, string speaker) =>
        Dated(Papers.Article(outlet, "2022-03-31", sentence).Does(EventType.Retreat, "withdraw", 0, Papers.Irpin, speaker));

    /// <summary>The deed was done on 30 March.</summary>
    private static Reading Dated(Reading reading) =>
        reading with
        {
            Times =
            [
                new Time
                {
                    Id = "t1",
                    Text = "30 March",
                    Type = "DATE",
                    Value = "2022-03-30",
                    Resolved = true,
                    Span = new Span(0, 1),
                    Evidence = [new Span(0, 1)],
                },
            ],
            Events = [.. reading.Events.Select(happening => happening with { Time = "t1" })],
        };
}
