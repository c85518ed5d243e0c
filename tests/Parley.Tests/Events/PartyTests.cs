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
}
