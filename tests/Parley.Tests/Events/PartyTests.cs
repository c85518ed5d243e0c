using Parley.Records;
using Xunit;

namespace Parley.Tests.Events;

/// <summary>Parties that only a whole article brings out.</summary>
public sealed class PartyTests
{
    /// <summary>The army's spokesman is much talked of, and the attackers have no code: they are the doer all the same.</summary>
    [Fact]
    public void Whoever_says_it_does_not_take_the_place_of_a_doer_who_is_named()
    {
        var reading = TestModel.Read(File.ReadAllText(Repository.Path("tests", "ChainsBlind", "42-bentiu-two-signatures", "3.txt")));
        var attack = reading.Events.First(one => one.Type == EventType.Assault && one.Trigger.Of(reading.Article.Text) is "attacked");
        Assert.Equal(["rebel forces"], attack.Sources.Select(id => reading.Actors.First(actor => actor.Id == id).Name));
    }

    /// <summary>The side that the article tells most of takes the place of nobody who is told.</summary>
    [Fact]
    public void No_side_takes_the_place_of_people_who_are_told()
    {
        var reading = TestModel.Read(
            "The Ministry of Defence of Ukraine said on Monday that its troops had left the village.\n\n"
                + "The Defence Ministry of Russia said its forces shelled the depot. Russia's forces withdrew from the town.\n\n"
                + "More than four million people have left Ukraine since February. Twelve observers left Ukraine on Tuesday.",
            "2022-04-07"
        );
        var left = reading.Events.Where(one => one.Trigger.Of(reading.Article.Text) is "left" && one.Trigger.Start > 200).ToList();
        Assert.Equal(2, left.Count);
        Assert.All(left, one => Assert.Equal("", reading.Actors.First(actor => actor.Id == Assert.Single(one.Sources)).Code));
    }
}
