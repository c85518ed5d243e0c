using Parley.Lexicons;
using Xunit;

namespace Parley.Tests;

public sealed class LexiconTests
{
    [Fact]
    public void Keys_are_found_without_regard_to_case()
    {
        var months = LexiconSet.Get("lexicons/months");
        var row = months.Find("SEPT.");
        Assert.Equal("9", months.Text(row, months.Column("number")));
        Assert.Equal(-1, months.Find("Brumaire"));
    }
}
