using Parley.Actors;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Actors;

public sealed class ActorListTests
{
    private const string List = """
        # names of our own
        <!-- and a
        comment -->
        LAKESIDE_RELIEF_NETWORK ; a charity
        +LRN
            [NGOHRI]
        IVAN_BONDAR_
            [UKRGOV 220101-230601]
            [UKRBUS >230602]
        BLUE_GUARD [MOLMIL]
        !PERSON! = MAN, WOMAN
        FERRY!PERSON! [~BUS]
        PARATROOPER {PARATROOPERS} [~REB]
        """;

    private const string Text =
        "The Lakeside Relief Network sent trucks. The LRN said the road was open. Ivan Bondar said that the Blue Guard fired on French paratroopers.";

    [Theory]
    [InlineData("2022-05-01", "UKR.GOV")]
    [InlineData("2024-05-01", "UKR.BUS")]
    [InlineData("2010-05-01", "")]
    public void A_code_holds_on_its_days(string published, string code) =>
        Assert.Equal(code, Assert.Single(Read(List, published), actor => actor.Name == "Ivan Bondar").Code);

    [Fact]
    public void All_names_of_an_entry_are_one_actor()
    {
        var charity = Assert.Single(Read(List, null), actor => actor.Code == "NGO.HRI");
        Assert.Equal("Lakeside Relief Network", charity.Name);
        Assert.Equal(2, charity.Mentions.Length);
    }

    [Fact]
    public void Names_and_agents_of_the_list_go_before_those_that_Parley_knows()
    {
        var actors = Read(List, null);
        Assert.Contains(actors, actor => actor is { Code: "MOL.MIL", Kind: ActorKind.Military });
        Assert.Contains(actors, actor => actor is { Code: "FRA.REB" });
    }

    [Fact]
    public void Broken_lines_are_named_and_the_rest_is_used()
    {
        var list = ActorList.Parse("BLUE_GUARD [MOLMIL]\nBROKEN [\n+NOBODY\nNO_CODE\nBAD_DATE [RUSGOV 2013-99]\n\t[USA]\nRED_GUARD [12]\n");
        Assert.Equal([2, 3, 4, 5, 6, 7], list.Faults.Select(fault => fault.Line));
        Assert.Contains(
            new Reader(TestModel.Model) { Actors = list }
                .Read(new SourceDocument { Text = Text })
                .Actors,
            actor => actor.Code == "MOL.MIL"
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("[[[]]]~~\n+\n!\n{}\n[~]\n<!--")]
    [InlineData("\0\n____ []\n_ [USA]")]
    public void Nothing_in_a_list_throws(string list) => Assert.NotNull(ActorList.Parse(list).Faults);

    private static IReadOnlyList<Actor> Read(string list, string? published) =>
        new Reader(TestModel.Model) { Actors = ActorList.Parse(list) }
            .Read(new SourceDocument { Text = Text, Published = published })
            .Actors;
}
