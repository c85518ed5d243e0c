using Parley.Actors;
using Parley.Records;
using Parley.Tests.Syntax;
using Xunit;

namespace Parley.Tests.Actors;

public sealed class ActorReaderTests
{
    [Fact]
    public void A_capital_that_speaks_is_the_government()
    {
        var table = Read("Kyiv/PROPN//_/2/nsubj/LOC says/VERB//say/0/root so/ADV//_/2/advmod");
        Assert.Equal("UKR.GOV", table.At(0)!.Code);
    }

    [Fact]
    public void A_capital_that_shells_fall_on_is_a_place()
    {
        var table = Read("Shells/NOUN/NNS/shell/2/nsubj fell/VERB//fall/0/root on/ADP//_/4/case Kyiv/PROPN//_/2/obl/LOC");
        Assert.Empty(table.Actors);
    }

    [Fact]
    public void The_names_of_a_government_are_one_actor()
    {
        var table = Read(
            """
            Moscow/PROPN//_/2/nsubj/LOC refused/VERB//refuse/0/root
            The/DET//_/2/det Kremlin/PROPN//_/3/nsubj/ORG agreed/VERB//agree/0/root
            Russia/PROPN//_/3/nmod:poss/LOC 's/PART//_/1/case government/NOUN/NN/_/4/nsubj waited/VERB//wait/0/root
            """
        );
        Assert.Same(table.At(0), table.At(3));
        Assert.Same(table.At(0), table.At(7));
        Assert.Equal("RUS", table.At(5)!.Code);
    }

    [Fact]
    public void Forces_with_a_demonym_are_one_mention()
    {
        var table = Read("Russian/ADJ//_/2/amod forces/NOUN/NNS/force/3/nsubj withdrew/VERB//withdraw/0/root");
        Assert.Equal("RUS.MIL", table.At(1)!.Code);
        Assert.Null(table.At(0));
        Assert.Equal(ActorKind.Military, table.At(1)!.Kind);
    }

    [Fact]
    public void A_spokesman_speaks_with_the_code_of_his_body()
    {
        var table = Read(
            "Pentagon/PROPN//_/2/compound/ORG spokesman/NOUN/NN/_/3/nmod:desc John/PROPN//_/5/nsubj/PER Kirby/PROPN//_/3/flat/+ agreed/VERB//agree/0/root"
        );
        var kirby = table.At(2)!;
        Assert.Equal(("John Kirby", "USA.MIL", "Pentagon spokesman"), (kirby.Name, kirby.Code, kirby.Role));
        Assert.Equal("Pentagon", table.Actors.Single(a => a.Id == kirby.MemberOf).Name);
    }

    [Fact]
    public void A_surname_and_a_pronoun_mean_the_person_named_before()
    {
        var table = Read(
            """
            John/PROPN//_/3/nsubj/PER Kirby/PROPN//_/1/flat/+ spoke/VERB//speak/0/root
            Kirby/PROPN//_/2/nsubj/PER left/VERB//leave/0/root
            He/PRON//_/2/nsubj waved/VERB//wave/0/root
            """
        );
        Assert.Same(table.At(0), table.At(3));
        Assert.Same(table.At(0), table.At(5));
        Assert.Single(table.Actors);
    }

    [Fact]
    public void She_is_not_the_man()
    {
        var table = Read(
            """
            John/PROPN//_/2/nsubj/PER met/VERB//meet/0/root Maria/PROPN//_/2/obj/PER
            She/PRON//_/2/nsubj waved/VERB//wave/0/root
            """
        );
        Assert.Equal("Maria", table.At(3)!.Name);
    }

    [Fact]
    public void The_unnamed_negotiator_is_the_named_head_of_the_team()
    {
        var table = Read(
            """
            Moscow/PROPN//_/4/nmod:poss/LOC 's/PART//_/1/case lead/NOUN/NN/_/4/compound negotiator/NOUN/NN/_/5/nsubj agreed/VERB//agree/0/root
            Vladimir/PROPN//_/9/nsubj/PER Orlov/PROPN//_/1/flat/+ ,/PUNCT//_/4/punct head/NOUN/NN/_/1/appos of/ADP//_/8/case the/DET//_/8/det Russian/ADJ//_/8/amod team/NOUN/NN/_/4/nmod spoke/VERB//speak/0/root
            """
        );
        Assert.Same(table.At(3), table.At(5));
        Assert.Equal(("Vladimir Orlov", "RUS.GOV"), (table.At(3)!.Name, table.At(3)!.Code));
    }

    [Fact]
    public void Two_parties_in_one_phrase_are_both_given()
    {
        var table = Read(
            "The/DET//_/6/det Russian/ADJ//_/6/amod and/CCONJ//_/4/cc Ukrainian/ADJ//_/2/conj foreign/ADJ//_/6/amod ministers/NOUN/NNS/minister/7/nsubj met/VERB//meet/0/root"
        );
        Assert.Equal(["RUS.GOV", "UKR.GOV"], table.PartiesAt(5).Select(a => a.Code));
    }

    [Fact]
    public void Short_words_in_small_letters_are_no_acronyms()
    {
        var table = Read("He/PRON//_/2/nsubj told/VERB//tell/0/root us/PRON//_/2/iobj");
        Assert.Empty(table.Actors);
    }

    [Fact]
    public void Each_mention_has_a_head_of_its_own()
    {
        var table = Read(
            "The/DET//_/2/det governor/NOUN/NN/_/6/nsubj ,/PUNCT//_/4/punct Pavlo/PROPN//_/2/appos/PER Bondar/PROPN//_/4/flat/+ called/VERB//call/0/root Russia/PROPN//_/6/obj/LOC"
        );
        Assert.Equal(table.Mentions.Length, table.Mentions.Select(m => m.Head).Distinct().Count());
        Assert.Same(table.At(1), table.At(3));
    }

    private static ActorTable Read(string tree) => new ActorReader().Read(HandTree.Read(tree));
}
