using Parley.Records;
using Parley.Tests.Ledger;
using Parley.Wording;
using Xunit;

namespace Parley.Tests.Cli;

/// <summary>How records are worded for people.</summary>
public sealed class WordingTests
{
    private static readonly Reading s_article = Papers.Article("Quay", "2022-03-30", "a ceasefire", "It was agreed.");

    [Fact]
    public void Joint_speakers_are_all_named()
    {
        Assert.Equal("Russia and Ukraine demand", Heading(Said(StatementAct.Demands, "a1", "a2")));
        Assert.Equal("Russia, Ukraine and the United States deny", Heading(Said(StatementAct.Denies, "a1", "a2", "a3")));
        Assert.Equal("Russia denies", Heading(Said(StatementAct.Denies, "a1")));
        Assert.Equal("Someone unnamed asserts", Heading(Said(StatementAct.Asserts)));
    }

    [Fact]
    public void A_refusal_names_what_is_refused()
    {
        var refusal = Said(StatementAct.Rejects, "a1");
        Assert.Equal("Russia rejects: a ceasefire", Heading(refusal));
        Assert.DoesNotContain(ReadingEntries.Of(refusal)[0].Facts, fact => fact.Label == "said");
        Assert.Equal("Russia and Ukraine reject: a ceasefire", Heading(Said(StatementAct.Rejects, "a1", "a2")));
    }

    [Theory]
    [InlineData(EventStatus.Happened, EventAttestation.Narrated, null, "happened")]
    [InlineData(EventStatus.Happened, EventAttestation.Claimed, null, "happened, claimed by Russia")]
    [InlineData(EventStatus.Happened, EventAttestation.Contested, "s2", "happened, claimed by Russia, denied by Ukraine")]
    [InlineData(EventStatus.Ongoing, EventAttestation.Confirmed, null, "ongoing, confirmed")]
    [InlineData(EventStatus.Alleged, EventAttestation.Claimed, null, "alleged by Russia")]
    [InlineData(EventStatus.Alleged, EventAttestation.Contested, "s2", "alleged by Russia, denied by Ukraine")]
    [InlineData(EventStatus.Planned, EventAttestation.Claimed, null, "planned, according to Russia")]
    [InlineData(EventStatus.Denied, EventAttestation.Claimed, "s1", "denied by Russia")]
    [InlineData(EventStatus.Denied, EventAttestation.Contested, "s2", "denied by Ukraine, claimed by Russia")]
    [InlineData(EventStatus.Denied, EventAttestation.Narrated, null, "denied")]
    public void An_event_says_who_stands_behind_it(EventStatus status, EventAttestation attestation, string? deniedBy, string standing)
    {
        var reading = s_article.Does(EventType.Assault, null, 0, null, speaker: "a1", status: status).Says("a2", StatementAct.Denies, 1);
        var deed = reading.Events[0] with { Attestation = attestation, DeniedBy = deniedBy is null ? [] : [deniedBy] };
        var entry = ReadingEntries.Of(reading with { Events = [deed] }).First(entry => entry.Kind == EntryKind.Event);
        Assert.Equal($"Russia → Ukraine: ASSAULT, {standing}", entry.Heading);
    }

    [Theory]
    [InlineData("Russia → Ukraine: ASSAULT, happened")]
    [InlineData("Russia (not named; from the article) → Ukraine: ASSAULT, happened", "a1")]
    [InlineData("Russia → Ukraine (not named; from the article): ASSAULT, happened", "a2")]
    public void A_party_whom_no_words_name_says_so(string heading, params string[] inferred)
    {
        var reading = s_article.Does(EventType.Assault, null, 0, null);
        reading = reading with { Events = [reading.Events[0] with { Inferred = [.. inferred] }] };
        Assert.Equal(heading, ReadingEntries.Of(reading).First(entry => entry.Kind == EntryKind.Event).Heading);
    }

    [Fact]
    public void A_record_that_points_at_an_uncertain_one_says_so()
    {
        var reading = s_article.Does(EventType.Assault, null, 0, null, speaker: "a1");
        var uncertain = reading with { Statements = [reading.Statements[0] with { Confidence = 0.2, Uncertain = true }] };
        Assert.Contains(new Fact("said in", "s1 (uncertain)"), ReadingEntries.Of(uncertain)[1].Facts);
    }

    private static Reading Said(StatementAct act, params string[] speakers)
    {
        var reading = s_article.Says("a1", act, 0);
        return reading with { Statements = [reading.Statements[0] with { Speaker = speakers.FirstOrDefault(), Speakers = [.. speakers] }] };
    }

    private static string Heading(Reading reading) => ReadingEntries.Of(reading)[0].Heading;
}
