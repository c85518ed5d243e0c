using Parley.Ledger;
using Parley.Negotiations;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Negotiations;

public sealed class PositionCoursesTests
{
    [Fact]
    public void The_newest_telling_is_how_a_party_stands_now()
    {
        var course = PositionCourses.OfBlock(
            [Told("2022-03-30", PositionStance.Accepts), Told("2022-03-27", PositionStance.Rejects)],
            null,
            null
        );
        Assert.Equal((PositionStance.Accepts, PositionDrift.None, 2), (course.Now.Stance, course.Drift, course.Statements));
    }

    [Theory]
    [InlineData(PositionStance.Rejects, PositionStance.OpenTo, PositionDrift.Closer)]
    [InlineData(PositionStance.Accepts, PositionStance.Rejects, PositionDrift.Apart)]
    [InlineData(PositionStance.Offers, PositionStance.Proposes, PositionDrift.Same)]
    public void Drift_goes_by_openness(PositionStance before, PositionStance now, PositionDrift drift) =>
        Assert.Equal(
            drift,
            PositionCourses.OfBlock([Told("2022-03-27", before), Told("2022-03-30", now)], "2022-03-29", "2022-03-30").Drift
        );

    [Fact]
    public void Other_terms_are_drift_too()
    {
        var fifteen = Told("2022-03-27", PositionStance.Proposes) with { Term = "P15Y" };
        var ten = Told("2022-03-30", PositionStance.Proposes) with { Term = "P10Y" };
        Assert.Equal(PositionDrift.Terms, PositionCourses.OfBlock([fifteen, ten], "2022-03-29", "2022-03-30").Drift);
        // What the newer telling leaves out has not changed.
        Assert.Equal(PositionDrift.Same, PositionCourses.OfBlock([fifteen, ten with { Term = null }], "2022-03-29", "2022-03-30").Drift);
    }

    [Theory]
    [InlineData("2022-03-30", PositionDrift.None)]
    [InlineData("2022-04-10", PositionDrift.Silent)]
    public void Silence_takes_a_week_in_which_the_party_speaks_of_other_topics(string lastDay, PositionDrift drift) =>
        Assert.Equal(drift, PositionCourses.OfBlock([Told("2022-03-27", PositionStance.Demands)], "2022-03-29", lastDay).Drift);

    [Fact]
    public void A_position_that_only_the_other_side_tells_is_marked()
    {
        var own = Told("2022-03-27", PositionStance.Demands);
        var relayed = own with { TellerSide = "UKR" };
        Assert.True(PositionCourses.OfBlock([relayed], null, null).IsOnlyByOthers);
        Assert.False(PositionCourses.OfBlock([relayed, own], null, null).IsOnlyByOthers);
    }

    [Fact]
    public void A_copy_is_no_second_statement()
    {
        var told = Told("2022-03-27", PositionStance.Demands);
        var copy = told with { Citation = told.Citation with { Article = "copy" } };
        Assert.Equal(1, PositionCourses.OfBlock([told, copy], null, null).Statements);
    }

    internal static PositionTelling Told(string day, PositionStance stance, string side = "RUS", string topic = "neutrality") =>
        new()
        {
            Side = side,
            Party = side,
            By = side,
            Topic = topic,
            Stance = stance,
            Words = "neutrality",
            Day = day,
            Confidence = 0.5,
            Citation = new Citation($"{side}{day}{stance}", null, "The Quay", day, "o1", "They spoke of neutrality.", 0, 24),
        };
}
