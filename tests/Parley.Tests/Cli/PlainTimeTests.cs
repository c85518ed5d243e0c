using Parley.Wording;
using Xunit;

namespace Parley.Tests.Cli;

public sealed class PlainTimeTests
{
    [Theory]
    [InlineData("2022-03-29", "Tuesday 29 March 2022")]
    [InlineData("2022-03-29TMO", "Tuesday 29 March 2022, morning")]
    [InlineData("2022-03-29T19:00", "Tuesday 29 March 2022, 19:00")]
    [InlineData("2022-03-29T19:00/21:00", "Tuesday 29 March 2022, 19:00 to 21:00")]
    [InlineData("2022-03", "March 2022")]
    [InlineData("2022", "2022")]
    [InlineData("2022-W13", "the week of Monday 28 March 2022")]
    [InlineData("2022-W13-WE", "the weekend of Saturday 2 April 2022")]
    [InlineData("2022-Q1", "first quarter of 2022")]
    [InlineData("2008-WI", "winter 2008")]
    [InlineData("1950/1953", "1950 to 1953")]
    [InlineData("199", "the 1990s")]
    [InlineData("P2W", "2 weeks")]
    [InlineData("PT24H", "24 hours")]
    [InlineData("P1D", "1 day")]
    [InlineData("PTXH", null)]
    [InlineData("PXW", null)]
    [InlineData("PRESENT_REF", null)]
    [InlineData("PAST_REF", null)]
    [InlineData("XXXX-WXX-2", null)]
    public void A_time_is_told_in_plain_words(string value, string? words) => Assert.Equal(words, PlainTime.Of(value));
}
