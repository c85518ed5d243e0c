using Parley.Actors;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Actors;

public sealed class ActorReaderTests
{
    [Fact]
    public void A_capital_that_speaks_is_the_government()
    {
        var table = Read("Kyiv/_/PROPN/2/nsubj/LOC says/say/VERB/0/root so/_/ADV/2/advmod");
        Assert.Equal("UKR.GOV", table.At(0)!.Code);
    }

    [Fact]
    public void A_capital_that_shells_fall_on_is_a_place()
    {
        var table = Read("Shells/shell/NOUN/2/nsubj fell/fall/VERB/0/root on/_/ADP/4/case Kyiv/_/PROPN/2/obl/LOC");
        Assert.Empty(table.Actors);
    }

    [Fact]
    public void The_names_of_a_government_are_one_actor()
    {
        var table = Read(
            """
            Moscow/_/PROPN/2/nsubj/LOC refused/refuse/VERB/0/root
            The/_/DET/2/det Kremlin/_/PROPN/3/nsubj/ORG agreed/agree/VERB/0/root
            Russia/_/PROPN/3/nmod:poss/LOC 's/_/PART/1/case government/_/NOUN/4/nsubj waited/wait/VERB/0/root
            """
        );
        Assert.Same(table.At(0), table.At(3));
        Assert.Same(table.At(0), table.At(7));
        Assert.Equal("RUS", table.At(5)!.Code);
    }

    [Fact]
    public void Forces_with_a_demonym_are_one_mention()
    {
        var table = Read("Russian/_/ADJ/2/amod forces/force/NOUN/3/nsubj withdrew/withdraw/VERB/0/root");
        Assert.Equal("RUS.MIL", table.At(1)!.Code);
        Assert.Null(table.At(0));
        Assert.Equal(ActorKind.Military, table.At(1)!.Kind);
    }

    [Fact]
    public void A_spokesman_speaks_with_the_code_of_his_body()
    {
        var table = Read(
            "Pentagon/_/PROPN/2/compound/ORG spokesman/_/NOUN/3/nmod:desc John/_/PROPN/5/nsubj/PER Kirby/_/PROPN/3/flat/+ agreed/agree/VERB/0/root"
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
            John/_/PROPN/3/nsubj/PER Kirby/_/PROPN/1/flat/+ spoke/speak/VERB/0/root
            Kirby/_/PROPN/2/nsubj/PER left/leave/VERB/0/root
            He/_/PRON/2/nsubj waved/wave/VERB/0/root
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
            John/_/PROPN/2/nsubj/PER met/meet/VERB/0/root Maria/_/PROPN/2/obj/PER
            She/_/PRON/2/nsubj waved/wave/VERB/0/root
            """
        );
        Assert.Equal("Maria", table.At(3)!.Name);
    }

    [Fact]
    public void The_unnamed_negotiator_is_the_named_head_of_the_team()
    {
        var table = Read(
            """
            Moscow/_/PROPN/4/nmod:poss/LOC 's/_/PART/1/case lead/_/NOUN/4/compound negotiator/_/NOUN/5/nsubj agreed/agree/VERB/0/root
            Vladimir/_/PROPN/9/nsubj/PER Orlov/_/PROPN/1/flat/+ ,/_/PUNCT/4/punct head/_/NOUN/1/appos of/_/ADP/8/case the/_/DET/8/det Russian/_/ADJ/8/amod team/_/NOUN/4/nmod spoke/speak/VERB/0/root
            """
        );
        Assert.Same(table.At(3), table.At(5));
        Assert.Equal(("Vladimir Orlov", "RUS.GOV"), (table.At(3)!.Name, table.At(3)!.Code));
    }

    [Fact]
    public void Two_parties_in_one_phrase_are_both_given()
    {
        var table = Read(
            "The/_/DET/6/det Russian/_/ADJ/6/amod and/_/CCONJ/4/cc Ukrainian/_/ADJ/2/conj foreign/_/ADJ/6/amod ministers/minister/NOUN/7/nsubj met/meet/VERB/0/root"
        );
        Assert.Equal(["RUS.GOV", "UKR.GOV"], table.PartiesAt(5).Select(a => a.Code));
    }

    [Fact]
    public void Short_words_in_small_letters_are_no_acronyms()
    {
        var table = Read("He/_/PRON/2/nsubj told/tell/VERB/0/root us/_/PRON/2/iobj");
        Assert.Empty(table.Actors);
    }

    [Fact]
    public void Each_mention_has_a_head_of_its_own()
    {
        var table = Read(
            "The/_/DET/2/det governor/_/NOUN/6/nsubj ,/_/PUNCT/4/punct Pavlo/_/PROPN/2/appos/PER Bondar/_/PROPN/4/flat/+ called/call/VERB/0/root Russia/_/PROPN/6/obj/LOC"
        );
        Assert.Equal(table.Mentions.Length, table.Mentions.Select(m => m.Head).Distinct().Count());
        Assert.Same(table.At(1), table.At(3));
    }

    private static ActorTable Read(string tree) => new ActorReader().Read(HandTree.Parse(tree));
}
