using Parley.Records;
using Xunit;

namespace Parley.Tests.Events;

/// <summary>Parties that only a whole article brings out.</summary>
public sealed class PartyTests
{
    private static readonly Reading s_border = TestModel.Read(
        "Norway's foreign ministry said on Monday that Sudan and Chad had agreed to a truce in Darfur.\n\n"
            + "Sudan's army shelled three villages near the border on Sunday, Chad said. Chad's forces fired rockets at a Sudanese base.\n\n"
            + "Residents said explosions were heard in the town of Tine overnight. A school in Tine was shelled.\n\n"
            + "The rebels said the truce would be kept. Chad welcomed the ceasefire.",
        "2024-05-07"
    );

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
        // Those who flee give nothing up: no retreat is told of them.
        var left = Assert.Single(reading.Events, one => one.Trigger.Of(reading.Article.Text) is "left" && one.Trigger.Start > 200);
        Assert.StartsWith("Twelve observers", left.Evidence[0].Of(reading.Article.Text), StringComparison.Ordinal);
        Assert.Equal("", reading.Actors.First(actor => actor.Id == Assert.Single(left.Sources)).Code);
    }

    /// <summary>Nobody says who did it: the passive and what is merely heard have no doer, however much the article tells of those who shell.</summary>
    [Theory]
    [InlineData("explosions")]
    [InlineData("shelled")]
    public void What_is_merely_heard_or_told_in_the_passive_accuses_nobody(string trigger)
    {
        var told = s_border
            .Events.Where(one =>
                Words(one) == trigger && one.Trigger.Start > s_border.Article.Text.IndexOf("Residents", StringComparison.Ordinal)
            )
            .ToList();
        Assert.NotEmpty(told);
        Assert.All(told, one => Assert.Empty(one.Sources));
    }

    /// <summary>A truce has parties that the reader knows: one is filled, and said to be.</summary>
    [Fact]
    public void A_party_whom_no_words_name_is_inferred_and_others_are_not()
    {
        var truce = s_border.Events.Last(one => one.Type == EventType.Retreat);
        Assert.Equal("ceasefire", Words(truce));
        Assert.NotEmpty(truce.Sources);
        Assert.Equal(truce.Sources.Concat(truce.Targets), truce.Inferred);
        Assert.Empty(s_border.Events.First(one => Words(one) is "fired").Inferred);
    }

    private static string Words(Event one) => one.Trigger.Of(s_border.Article.Text).ToString();
}
