using Parley.Ledger;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Ledger;

public sealed class UndertakingJoinerTests
{
    [Fact]
    public void The_same_promise_in_two_articles_is_one_undertaking()
    {
        var one = Papers.Article("A", "2022-03-29", "It will scale back.").Promises(UndertakingKind.ReductionOfOperations, 0, Papers.Kyiv);
        var two = Papers
            .Article("B", "2022-03-30", "It vowed to cut back.")
            .Promises(UndertakingKind.ReductionOfOperations, 0, Papers.Kyiv, Papers.Chernihiv);
        var joined = Assert.Single(UndertakingJoiner.Join([one, two]));
        Assert.Equal(2, joined.Tellings.Length);
        Assert.Equal("Russia", joined.Party);
        Assert.Equal(["Kyiv", "Chernihiv"], joined.Pledge.Area.Select(place => place.Name));
    }

    [Theory]
    [InlineData(UndertakingKind.Ceasefire, "2022-03-30", "Kyiv")]
    [InlineData(UndertakingKind.ReductionOfOperations, "2022-06-30", "Kyiv")]
    [InlineData(UndertakingKind.ReductionOfOperations, "2022-03-30", "Mykolaiv")]
    public void Another_kind_another_season_or_another_area_is_another_undertaking(UndertakingKind kind, string day, string area)
    {
        var place = area == "Kyiv" ? Papers.Kyiv : Papers.Mykolaiv;
        var one = Papers.Article("A", "2022-03-29", "It will scale back.").Promises(UndertakingKind.ReductionOfOperations, 0, Papers.Kyiv);
        var two = Papers.Article("B", day, "It vowed something.").Promises(kind, 0, place);
        Assert.Equal(2, UndertakingJoiner.Join([one, two]).Length);
    }
}
