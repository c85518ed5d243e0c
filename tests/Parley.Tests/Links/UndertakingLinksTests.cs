using Parley.Links;
using Parley.Records;
using Parley.Tests.Ledger;
using Xunit;

namespace Parley.Tests.Links;

public sealed class UndertakingLinksTests
{
    private static readonly Reading s_reading = Papers
        .Article("Quay", "2022-03-30", "Russia will leave Kyiv.", "Its units have left Irpin, Kyiv said.")
        .Promises(UndertakingKind.Withdrawal, 0, Papers.Kyiv)
        .Does(EventType.Retreat, "withdraw", 1, Papers.Irpin, speaker: "a2");

    [Fact]
    public void A_standing_is_explained_by_its_rule_and_its_records()
    {
        var linked = UndertakingLinks.Link(s_reading.Undertakings[0], s_reading, explain: true);
        Assert.Equal(UndertakingStatus.Holding, linked.Status);
        Assert.Equal([("status", "holding"), ("evidenceFor", "e1")], linked.Reasons.Select(reason => (reason.Field, reason.Value)));
    }

    [Fact]
    public void Nothing_is_explained_unasked() =>
        Assert.Empty(UndertakingLinks.Link(s_reading.Undertakings[0], s_reading, explain: false).Reasons);

    [Fact]
    public void What_is_uncertain_is_no_evidence_in_its_own_article()
    {
        var unsure = s_reading with { Events = [s_reading.Events[0] with { Confidence = 0.4, Uncertain = true }] };
        var linked = UndertakingLinks.Link(unsure.Undertakings[0], unsure, explain: false);
        Assert.Equal(UndertakingStatus.Announced, linked.Status);
        Assert.Empty(linked.EvidenceFor);
    }

    [Fact]
    public void A_doubt_that_the_party_shares_is_none_of_another_side()
    {
        var doubt = Papers
            .Article("Quay", "2022-03-30", "Russia will leave Kyiv.", "Russia's withdrawal from Kyiv may not last, both said.")
            .Promises(UndertakingKind.Withdrawal, 0, Papers.Kyiv)
            .Says("a2", StatementAct.Doubts, 1);
        doubt = doubt with
        {
            Actors =
            [
                doubt.Actors[0] with
                {
                    Mentions = [new Span(doubt.Article.Sentences[1].Start, doubt.Article.Sentences[1].Start + 6)],
                },
                .. doubt.Actors.Skip(1),
            ],
        };
        var joint = doubt with { Statements = [doubt.Statements[0] with { Speakers = ["a2", "a1"] }] };
        Assert.Equal(["s1"], UndertakingLinks.Link(doubt.Undertakings[0], doubt, explain: false).Doubts);
        Assert.Empty(UndertakingLinks.Link(joint.Undertakings[0], joint, explain: false).Doubts);
    }

    [Fact]
    public void A_truce_told_as_in_force_is_evidence_for_itself()
    {
        var truce = Papers
            .Article("Quay", "2022-03-30", "The truce took hold.")
            .Promises(UndertakingKind.Ceasefire, 0, Papers.Kyiv)
            .Does(EventType.Retreat, "ceasefire", 0, Papers.Kyiv);
        Assert.Equal(["e1"], UndertakingLinks.Link(truce.Undertakings[0], truce, explain: false).EvidenceFor);
    }

    [Fact]
    public void A_doubt_beside_the_promise_need_not_name_it()
    {
        var doubt = Papers
            .Article("Quay", "2022-03-30", "Russia will leave Kyiv.", "We have seen nothing so far, Kyiv said.")
            .Promises(UndertakingKind.Withdrawal, 0, Papers.Kyiv)
            .Says("a2", StatementAct.Doubts, 1);
        Assert.Equal(["s1"], UndertakingLinks.Link(doubt.Undertakings[0], doubt, explain: false).Doubts);
    }
}
