using Parley.Ledger.Joining;
using Xunit;

namespace Parley.Tests.Ledger.Joining;

public sealed class AverageLinksTests
{
    private static readonly double[] s_line = [0, 1, 2, 10, 11];

    [Fact]
    public void Things_that_are_alike_on_average_are_one_group()
    {
        var groups = AverageLinks.Group(s_line.Length, (a, b) => 3 - Math.Abs(s_line[a] - s_line[b]), 0);
        Assert.Equal(["0 1 2", "3 4"], groups.Select(group => string.Join(' ', group)));
    }

    [Fact]
    public void What_must_stay_apart_stays_apart_whatever_the_others_say()
    {
        var groups = AverageLinks.Group(3, (a, b) => (a, b) == (0, 2) ? double.NegativeInfinity : 5, 0);
        Assert.Equal(["0 1", "2"], groups.Select(group => string.Join(' ', group)));
    }

    [Fact]
    public void Nothing_makes_no_groups() => Assert.Empty(AverageLinks.Group(0, (_, _) => 0, 0));
}
