using Parley.Ledger.Joining;
using Parley.Ledger.Origins;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Ledger.Joining;

public sealed class FigureComparisonTests
{
    private static readonly FigureTelling s_first = Told(9, "2022-03-29", "UKR", "Nine people died.");

    [Fact]
    public void The_same_number_of_two_counters_is_the_same() =>
        Assert.Equal(FigureRelation.Same, FigureComparison.Compare(s_first, Told(9, "2022-03-30", "Quay", "At least nine died.")));

    [Fact]
    public void A_newer_number_of_the_same_counter_takes_the_place_of_the_older() =>
        Assert.Equal(FigureRelation.Supersedes, FigureComparison.Compare(s_first, Told(12, "2022-03-30", "UKR", "Twelve people died.")));

    [Fact]
    public void Numbers_of_two_counters_stand_side_by_side() =>
        Assert.Equal(FigureRelation.StandsBeside, FigureComparison.Compare(s_first, Told(12, "2022-03-30", "RUS", "Twelve people died.")));

    [Fact]
    public void A_number_that_is_said_to_have_been_wrong_is_corrected() =>
        Assert.Equal(
            FigureRelation.Corrects,
            FigureComparison.Compare(s_first, Told(7, "2022-03-30", "UKR", "Officials revised the toll to 7."))
        );

    [Fact]
    public void Who_names_the_number_before_takes_its_place()
    {
        var rose = Told(14, "2022-03-30", "Quay", "The toll rose from 9 to 14.");
        Assert.Equal(FigureRelation.Supersedes, FigureComparison.Compare(s_first, rose with { Figure = rose.Figure with { Before = 9 } }));
    }

    [Fact]
    public void Other_people_or_another_place_is_unrelated()
    {
        var other = Told(9, "2022-03-30", "UKR", "Nine died.");
        Assert.Equal(
            FigureRelation.Unrelated,
            FigureComparison.Compare(s_first with { Who = ["soldier"] }, other with { Who = ["child"] })
        );
        Assert.Equal(
            FigureRelation.Unrelated,
            FigureComparison.Compare(s_first with { Places = [Papers.Kyiv] }, other with { Places = [Papers.Mykolaiv] })
        );
        Assert.Equal(FigureRelation.Unrelated, FigureComparison.Compare(s_first, other with { Matter = "another" }));
    }

    private static FigureTelling Told(decimal value, string day, string counter, string sentence)
    {
        var reading = Papers.Article(counter, day, sentence);
        var figure = new Figure
        {
            Id = "f1",
            Measure = FigureMeasure.Killed,
            Value = value,
            Span = new Span(0, 4),
            Evidence = [new Span(0, sentence.Length)],
        };
        return FigureTelling.Of(figure, reading, "strike", new ArticleOrigin(reading.Article.Id, counter, null, 0));
    }
}
