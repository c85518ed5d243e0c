using Parley.Ledger.Origins;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Ledger.Origins;

public sealed class RecordOriginTests
{
    [Fact]
    public void What_a_ministry_and_a_spokesman_of_one_side_say_has_one_origin()
    {
        var ministry = Said(Actor("defence ministry", "RUS.MIL", ActorKind.Military));
        var spokesman = Said(Actor("Dmitry Peskov", "RUS.GOV", ActorKind.Person));
        Assert.Equal("RUS", ministry.Key);
        Assert.Equal(Independence.Same, ministry.Compare(spokesman));
    }

    [Fact]
    public void Two_members_of_an_alliance_are_two_origins_of_one_bloc()
    {
        var (one, two) = (
            Said(Actor("Pentagon", "USA.MIL", ActorKind.Military)),
            Said(Actor("Ministry of Defence", "GBR.MIL", ActorKind.Military))
        );
        Assert.Equal(Independence.Independent, one.Compare(two));
        Assert.Equal(("NATO", "NATO"), (one.Bloc, two.Bloc));
    }

    [Fact]
    public void What_the_article_tells_itself_is_its_own_articles_origin() =>
        Assert.Equal("River Wire", RecordOrigin.Of(Paper(Actor("x", "", ActorKind.Person)), null, new Span(0, 4), Wire("a")).Key);

    [Fact]
    public void What_an_outlet_is_quoted_for_is_the_outlets() =>
        Assert.Equal(
            (OriginKind.Outlet, "TASS"),
            Said(Actor("TASS", "MED", ActorKind.Media)) is var said ? (said.Kind, said.Key) : default
        );

    [Fact]
    public void People_without_a_name_of_one_description_and_day_are_one_origin()
    {
        var one = Said(Actor("a Western diplomat", "", ActorKind.Person));
        Assert.Equal(OriginKind.Unnamed, one.Kind);
        Assert.Equal(one.Key, Said(Actor("a Western diplomat", "", ActorKind.Person), "2022-03-29").Key);
        Assert.NotEqual(one.Key, Said(Actor("a Western diplomat", "", ActorKind.Person), "2022-04-02").Key);
    }

    [Fact]
    public void A_hidden_speaker_is_an_unknown_chain()
    {
        var reading = Papers.Article("River Wire", "2022-03-29", "It was announced.").Says("nobody", StatementAct.Asserts, 0);
        var origin = RecordOrigin.Of(reading, "s1", reading.Article.Sentences[0], Wire(reading.Article.Id));
        Assert.False(origin.IsKnown);
    }

    [Fact]
    public void A_picture_is_one_origin_whoever_prints_it()
    {
        Assert.Equal(Image("River Wire", "Satellite images show craters in Irpin.").Key, Image("The Quay", "Craters can be seen.").Key);

        static RecordOrigin Image(string outlet, string words)
        {
            var sentence = "Satellite images" + words;
            var reading = Papers.Article(outlet, "2022-03-29", sentence).Says("a1", StatementAct.Asserts, 0);
            var place = Papers.Irpin with { Mentions = [new Span(0, 5)] };
            reading = reading with { Places = [place], Statements = [reading.Statements[0] with { SpeakerSpan = new Span(0, 16) }] };
            return RecordOrigin.Of(reading, "s1", reading.Article.Sentences[0], Wire(reading.Article.Id));
        }
    }

    [Fact]
    public void Those_who_pass_it_on_are_told_from_the_outlet_in()
    {
        var reading = Paper(Actor("Vladimir Medinsky", "RUS.GOV", ActorKind.Person));
        var statement = reading.Statements[0] with { Venue = "TASS" };
        reading = reading with { Statements = [statement] };
        Assert.Equal(["River Wire", "TASS"], RecordOrigin.Of(reading, "s1", new Span(0, 4), Wire("a")).Relays);
    }

    private static ArticleOrigin Wire(string id) => new(id, "River Wire", null, 0);

    private static RecordOrigin Said(Actor speaker, string day = "2022-03-29") =>
        Paper(speaker, day) is var reading ? RecordOrigin.Of(reading, "s1", reading.Article.Sentences[0], Wire(reading.Article.Id)) : null!;

    private static Reading Paper(Actor speaker, string day = "2022-03-29") =>
        Papers.Article("River Wire", day, "It is so.").Says("a9", StatementAct.Asserts, 0) is var reading
            ? reading with
            {
                Actors = [.. reading.Actors, speaker],
            }
            : null!;

    private static Actor Actor(string name, string code, ActorKind kind) =>
        new()
        {
            Id = "a9",
            Name = name,
            Code = code,
            Kind = kind,
            Mentions = [new Span(0, 1)],
            Evidence = [new Span(0, 1)],
        };
}
