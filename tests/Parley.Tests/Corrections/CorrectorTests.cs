using Parley.Corrections;
using Parley.Records;
using Parley.Tests.Ledger;
using Xunit;

namespace Parley.Tests.Corrections;

public sealed class CorrectorTests
{
    private static readonly Reading s_reading = Papers
        .Article("Quay", "2022-03-30", "Shells fell on Kyiv, Ukraine said.", "Russia will scale back.", "Columns left.")
        .Does(EventType.Assault, null, 0, Papers.Kyiv, speaker: "a2")
        .Promises(UndertakingKind.ReductionOfOperations, 1, Papers.Kyiv)
        .Does(EventType.Retreat, "withdraw", 2, Papers.Kyiv);

    [Fact]
    public void What_is_accepted_is_sure()
    {
        var unsure = s_reading with { Events = [s_reading.Events[0] with { Confidence = 0.2, Uncertain = true }] };
        var deed = Corrector.Apply(unsure, [Of(CorrectionVerb.Accept, "e1")]).Events[0];
        Assert.Equal((1, false), (deed.Confidence, deed.Uncertain));
    }

    [Fact]
    public void What_is_rejected_is_gone_and_nothing_points_at_it()
    {
        var left = Corrector.Apply(s_reading, [Of(CorrectionVerb.Reject, "s1")]);
        Assert.Empty(left.Statements);
        Assert.Null(left.Events[0].Statement);
        Assert.Equal(2, left.Events.Length);
    }

    [Fact]
    public void What_cannot_be_without_a_rejected_record_goes_with_it()
    {
        var left = Corrector.Apply(s_reading, [Of(CorrectionVerb.Reject, "a1")]);
        Assert.Empty(left.Undertakings);
        Assert.Empty(left.Events[0].Sources);
    }

    [Fact]
    public void One_field_is_edited_and_the_record_is_sure()
    {
        var left = Corrector.Apply(s_reading, [Edit("e1", "status", "\"denied\"", "\"happened\"")]);
        Assert.Equal(EventStatus.Denied, left.Events[0].Status);
        Assert.Equal(s_reading.Events[1], left.Events[1], (a, b) => a.Id == b.Id && a.Status == b.Status);
    }

    [Fact]
    public void Whom_a_person_puts_into_a_role_is_not_inferred()
    {
        var guessed = s_reading with
        {
            Events = [s_reading.Events[0] with { Sources = ["a1"], Targets = ["a2"], Inferred = ["a1", "a2"] }],
        };
        Assert.Equal(["a2"], Corrector.Apply(guessed, [Edit("e1", "sources", "[\"a1\"]", "[\"a1\"]")]).Events[0].Inferred);
        Assert.Equal(["a1"], Corrector.Apply(guessed, [Edit("e1", "targets", "[]", "[\"a2\"]")]).Events[0].Inferred);
    }

    [Theory]
    [InlineData("e1", "status", "\"gone\"", "'\"gone\"' is no value of 'status'")]
    [InlineData("e1", "id", "\"e9\"", "'id' cannot be set")]
    [InlineData("e1", "sources", "[\"a9\"]", "there is no record 'a9'")]
    [InlineData("e1", "colour", "1", "has no field 'colour'")]
    [InlineData("e1", "place", "null", null)]
    public void An_edit_that_makes_no_record_is_refused(string id, string field, string value, string? why)
    {
        var said = Corrector.WhyNotEdit(s_reading, RecordFinder.KeyOf(s_reading, id)!, field, value);
        if (why is null)
            Assert.Null(said);
        else
            Assert.Contains(why, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_actors_become_one()
    {
        var twins = s_reading with
        {
            Actors =
            [
                s_reading.Actors[0],
                s_reading.Actors[1] with
                {
                    Mentions = [new Span(3, 5)],
                    Evidence = [new Span(3, 5)],
                },
                s_reading.Actors[2],
            ],
        };
        var merge = new Correction
        {
            Verb = CorrectionVerb.Merge,
            By = "ann",
            At = "2026-01-01T00:00:00.000Z",
            Targets = [RecordFinder.KeyOf(twins, "a1")!, RecordFinder.KeyOf(twins, "a2")!],
        };
        var left = Corrector.Apply(twins, [merge]);
        Assert.Equal(["a1", "a3"], left.Actors.Select(actor => actor.Id));
        Assert.Equal([new Span(0, 1), new Span(3, 5)], left.Actors[0].Mentions);
        Assert.Equal("a1", left.Statements[0].Speaker);
        Assert.Equal(["a1"], left.Events[0].Targets);
    }

    [Fact]
    public void A_record_is_found_by_its_place_and_words_whatever_its_number()
    {
        var renumbered = s_reading with { Events = [s_reading.Events[1] with { Id = "e1" }, s_reading.Events[0] with { Id = "e2" }] };
        var left = Corrector.Apply(renumbered, [Of(CorrectionVerb.Reject, "e1")]);
        Assert.Equal(EventType.Retreat, Assert.Single(left.Events).Type);
    }

    [Fact]
    public void A_correction_whose_record_is_gone_changes_nothing_and_says_so()
    {
        var (left, standings) = Corrector.Run(s_reading with { Events = [] }, [Of(CorrectionVerb.Reject, "e1")]);
        Assert.Single(left.Undertakings);
        Assert.Equal(CorrectionMark.Orphaned, Assert.Single(standings).Mark);
        Assert.Contains("there is no event at", standings[0].Because, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_that_a_newer_reading_disagrees_with_is_disputed_and_holds()
    {
        var anew = s_reading with { Events = [s_reading.Events[0] with { Status = EventStatus.Alleged }, s_reading.Events[1]] };
        var (left, standings) = Corrector.Run(anew, [Edit("e1", "status", "\"denied\"", "\"happened\"")]);
        Assert.Equal(EventStatus.Denied, left.Events[0].Status);
        Assert.Equal(CorrectionMark.Disputed, standings[0].Mark);
    }

    [Fact]
    public void The_id_of_a_correction_is_that_of_its_content_and_its_line_reads_back()
    {
        var correction = Edit("e1", "status", "\"denied\"", "\"happened\"");
        var again = CorrectionJson.Read(CorrectionJson.Write(correction))!;
        Assert.Equal(correction.Id, again.Id);
        Assert.NotEqual(correction.Id, (correction with { By = "bob" }).Id);
        Assert.Null(CorrectionJson.Read("{}"));
        Assert.Null(CorrectionJson.Read("no line"));
    }

    private static Correction Of(CorrectionVerb verb, string id) =>
        new()
        {
            Verb = verb,
            By = "ann",
            At = "2026-01-01T00:00:00.000Z",
            Targets = [RecordFinder.KeyOf(s_reading, id)!],
        };

    private static Correction Edit(string id, string field, string value, string was) =>
        Of(CorrectionVerb.Edit, id) with
        {
            Field = field,
            Value = value,
            Was = was,
        };
}
