using Parley.Ledger.Joining;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Ledger.Joining;

public sealed class PlaceJoinerTests
{
    [Fact]
    public void One_spot_is_one_place_whatever_it_is_called()
    {
        var one = Papers.Article("A", "2022-03-29", "One.") with { Places = [Papers.Kyiv] };
        var two = Papers.Article("B", "2022-03-29", "Two.") with { Places = [Papers.Kyiv with { Name = "Kiev" }] };
        Assert.Equal(2, Assert.Single(PlaceJoiner.Join([one, two], new Dictionary<string, string>())).Members.Length);
    }

    [Fact]
    public void Two_towns_of_one_name_are_two()
    {
        var here = Papers.Kyiv with { Name = "Ivanivka" };
        var there = Papers.Mykolaiv with { Name = "Ivanivka" };
        var one = Papers.Article("A", "2022-03-29", "One.") with { Places = [here] };
        var two = Papers.Article("B", "2022-03-29", "Two.") with { Places = [there] };
        Assert.Equal(2, PlaceJoiner.Join([one, two], new Dictionary<string, string>()).Length);
    }

    [Fact]
    public void An_unresolved_name_is_one_place_within_a_story_only()
    {
        var place = Papers.Kyiv with { Name = "Hill 90", Lat = null, Lon = null };
        Assert.Equal(PlaceJoiner.KeyOf(place, "s"), PlaceJoiner.KeyOf(place with { Name = "hill 90" }, "s"));
        Assert.NotEqual(PlaceJoiner.KeyOf(place, "s"), PlaceJoiner.KeyOf(place, "t"));
    }

    [Fact]
    public void A_capital_that_acts_is_no_place() => Assert.Null(PlaceJoiner.KeyOf(Papers.Kyiv with { Use = PlaceUse.Actor }, "s"));
}
