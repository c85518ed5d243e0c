using Parley.Ledger.Joining;
using Xunit;

namespace Parley.Tests.Ledger.Joining;

public sealed class FoldedNameTests
{
    [Theory]
    [InlineData("Zelenskyy", "Zelensky")]
    [InlineData("Zelenskiy", "Zelensky")]
    [InlineData("Mevlüt Çavuşoğlu", "Mevlut Cavusoglu")]
    [InlineData("Bashar al-Assad", "Bashar Assad")]
    [InlineData("Khabarovsk", "Habarovsk")]
    public void Spellings_of_one_name_are_made_alike(string one, string other) => Assert.Equal(FoldedName.Of(one), FoldedName.Of(other));

    [Theory]
    [InlineData("Olha", "Irina")]
    [InlineData("Marsh", "March")]
    public void Other_names_stay_apart(string one, string other) =>
        Assert.False(FoldedName.IsSame(FoldedName.Of(one), FoldedName.Of(other)));

    [Fact]
    public void An_initial_can_be_any_name_that_begins_so()
    {
        Assert.True(FoldedName.CanBeSame("a", "aleksander"));
        Assert.False(FoldedName.CanBeSame("b", "aleksander"));
    }
}
