using Parley.Times;
using Xunit;

namespace Parley.Tests.Times;

public sealed class CalendarTests
{
    [Theory]
    [InlineData("2022-01-01", "2021-W52")]
    [InlineData("2022-03-30", "2022-W13")]
    public void Weeks_are_those_of_the_standard(string day, string week) => Assert.Equal(week, Calendar.Week(Calendar.Parse(day)!.Value));

    [Theory]
    [InlineData("D", false, -1, "2022-03-29")]
    [InlineData("W", false, -2, "2022-W11")]
    [InlineData("M", false, 1, "2022-04")]
    [InlineData("Y", false, -1, "2021")]
    [InlineData("H", true, -3, "2022-03-30")]
    public void A_shift_gives_a_value_of_the_unit_shifted(string unit, bool clock, int count, string value) =>
        Assert.Equal(value, Calendar.Shifted(new DateOnly(2022, 3, 30), unit, clock, count));

    [Fact]
    public void A_shift_beyond_the_calendar_gives_nothing() => Assert.Null(Calendar.Shifted(new DateOnly(2022, 3, 30), "CE", false, -90));

    [Theory]
    [InlineData("2022-03")]
    [InlineData("XXXX-03-29")]
    [InlineData(null)]
    public void An_incomplete_date_is_no_day(string? date) => Assert.Null(Calendar.Parse(date));
}
