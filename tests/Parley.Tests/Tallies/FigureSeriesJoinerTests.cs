using System.Collections.Immutable;
using Parley.Claims;
using Parley.Ledger;
using Parley.Records;
using Parley.Tallies;
using Xunit;

namespace Parley.Tests.Tallies;

public sealed class FigureSeriesJoinerTests
{
    [Fact]
    public void A_newer_value_of_the_same_counter_supersedes_the_older()
    {
        var series = Single(Told(12, "2022-03-29"), Told(15, "2022-03-30"));
        Assert.Equal([FigureStanding.Superseded, FigureStanding.Newest], series.Entries.Select(entry => entry.Standing));
        Assert.Equal([12m, 15m], series.Entries.Select(entry => entry.Telling.Amount.Value));
    }

    [Fact]
    public void A_correction_says_so() =>
        Assert.Equal(
            FigureStanding.Corrected,
            Single(Told(21, "2022-03-29"), Told(12, "2022-03-30") with { IsCorrection = true }).Entries[0].Standing
        );

    [Fact]
    public void Another_counters_value_stands_beside_it()
    {
        var series = Single(Told(12, "2022-03-29"), Told(20, "2022-03-30") with { Counter = "the hospital", Side = null });
        Assert.All(series.Entries, entry => Assert.Equal(FigureStanding.Newest, entry.Standing));
        Assert.Equal(2, series.Entries.Length);
    }

    [Fact]
    public void The_dead_of_another_day_are_another_count() =>
        Assert.Equal(
            2,
            FigureSeriesJoiner.JoinBlock([Told(12, "2022-03-29"), Told(3, "2022-04-02") with { Time = TimeRange.Of("2022-04-02") }]).Length
        );

    [Fact]
    public void The_same_value_in_a_copy_is_one_value()
    {
        var series = Single(Told(12, "2022-03-29"), Told(12, "2022-03-30"));
        Assert.Equal((1, 1), (series.Entries.Length, series.Entries[0].Also.Length));
    }

    private static FigureSeries Single(params ImmutableArray<FigureTelling> tellings) =>
        Assert.Single(FigureSeriesJoiner.JoinBlock(tellings));

    private static FigureTelling Told(int value, string day) =>
        new()
        {
            Amount = new Amount(FigureMeasure.Killed, value, null, FigureBound.Exact),
            Who = "people",
            Place = "Mykolaiv",
            Counter = "the governor",
            Side = "UKR",
            Time = TimeRange.Of("2022-03-29"),
            Day = day,
            Words = "so many",
            Citation = new Citation(day, null, "The Quay", day, "f1", "So many died.", 0, 13),
        };
}
