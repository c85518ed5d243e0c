using Parley.Ledger.Joining;
using Parley.Ledger.Stories;
using Parley.Text;
using Xunit;

namespace Parley.Tests.Ledger.Joining;

public sealed class DeedKinTests
{
    [Theory]
    [InlineData("injured", "wounded")]
    [InlineData("died", "death")]
    [InlineData("exploded", "explosion")]
    public void Words_of_one_meaning_are_near_kin(string a, string b) =>
        Assert.Equal(Kinship.Strong, DeedKin.Of(WordStem.Of(a), WordStem.Of(b)));

    [Theory]
    [InlineData("murdered", "killed")]
    public void A_sort_of_a_deed_is_kin_of_it(string a, string b) =>
        Assert.NotEqual(Kinship.None, DeedKin.Of(WordStem.Of(a), WordStem.Of(b)));

    [Theory]
    [InlineData("shelled", "resigned")]
    [InlineData("signed", "died")]
    public void Other_deeds_are_no_kin(string a, string b) => Assert.Equal(Kinship.None, DeedKin.Of(WordStem.Of(a), WordStem.Of(b)));
}
