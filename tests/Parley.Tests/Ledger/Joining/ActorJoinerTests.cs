using Parley.Ledger.Joining;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Ledger.Joining;

public sealed class ActorJoinerTests
{
    private static readonly Dictionary<string, string> s_oneStory = new()
    {
        ["x"] = "s",
        ["y"] = "s",
        ["z"] = "s",
    };

    [Fact]
    public void One_person_in_two_articles_is_one_whatever_the_spelling()
    {
        var joined = Join([], Paper("x", Person("Oleksiy Reznikov", "UKR.MIL")), Paper("y", Person("Oleksii Reznikov", "UKR.MIL")));
        Assert.Equal(2, Assert.Single(joined).Members.Length);
    }

    [Fact]
    public void Namesakes_of_two_countries_are_two() =>
        Assert.Equal(
            2,
            Join(s_oneStory, Paper("x", Person("Ivan Petrov", "RUS.MIL")), Paper("y", Person("Ivan Petrov", "BGR.GOV"))).Length
        );

    [Fact]
    public void Two_with_one_surname_and_other_first_names_are_two() =>
        Assert.Equal(
            2,
            Join(s_oneStory, Paper("x", Person("Olha Petrova", "RUS.GOV")), Paper("y", Person("Irina Petrova", "RUS.GOV"))).Length
        );

    [Fact]
    public void One_name_without_anything_in_common_is_two_people_in_two_stories()
    {
        Reading[] papers = [Paper("x", Person("John Marsh", "", "baker")), Paper("y", Person("John Marsh", "", "mayor"))];
        Assert.Equal(2, Join([], papers).Length);
        Assert.Single(Join(s_oneStory, papers));
        Assert.Single(Join([], Paper("x", Person("John Marsh", "", "mayor of Tornau")), Paper("y", Person("John Marsh", "", "the mayor"))));
    }

    [Fact]
    public void A_surname_alone_is_somebody_only_within_a_story()
    {
        Reading[] papers = [Paper("x", Person("Alexander Fomin", "RUS.MIL")), Paper("y", Person("Fomin", ""))];
        Assert.Single(Join(s_oneStory, papers));
        Assert.Equal(2, Join([], papers).Length);
    }

    [Fact]
    public void A_surname_that_two_people_of_the_story_bear_is_neither() =>
        Assert.Equal(
            3,
            Join(
                s_oneStory,
                Paper("x", Person("Olha Petrova", "RUS.GOV")),
                Paper("y", Person("Irina Petrova", "RUS.GOV")),
                Paper("z", Person("Petrova", ""))
            ).Length
        );

    [Fact]
    public void A_state_and_its_seat_of_government_are_one_and_a_ministry_is_another()
    {
        var joined = Join(
            [],
            Paper("x", Body("Russia", "RUS", ActorKind.Country)),
            Paper("y", Body("Kremlin", "RUS.GOV", ActorKind.Government)),
            Paper("z", Body("Foreign Ministry", "RUS.GOV", ActorKind.Government))
        );
        Assert.Equal([2, 1], joined.Select(actor => actor.Members.Length).OrderDescending());
    }

    [Fact]
    public void People_without_a_name_are_not_joined() =>
        Assert.Empty(
            Join(s_oneStory, Paper("x", Body("residents", "UKR.CVL", ActorKind.People)), Paper("y", Person("witness", "", "witness")))
        );

    [Fact]
    public void The_order_of_articles_does_not_matter()
    {
        Reading[] papers =
        [
            Paper("x", Person("A. Fomin", "")),
            Paper("y", Person("Alexander Fomin", "RUS.MIL")),
            Paper("z", Person("Fomin", "")),
        ];
        Assert.Equal(Ids(Join(s_oneStory, papers)), Ids(Join(s_oneStory, [.. papers.Reverse()])));

        static IEnumerable<string> Ids(IEnumerable<JoinedActor> actors) =>
            actors.Select(actor => $"{actor.Id} {string.Join(' ', actor.Members)}");
    }

    private static JoinedActor[] Join(Dictionary<string, string> stories, params Reading[] papers) =>
        [.. ActorJoiner.Join(papers, stories)];

    private static Actor Person(string name, string code, string? role = null) => Body(name, code, ActorKind.Person) with { Role = role };

    private static Actor Body(string name, string code, ActorKind kind) =>
        new()
        {
            Id = "a1",
            Name = name,
            Code = code,
            Kind = kind,
            Mentions = [new Span(0, 1)],
            Evidence = [new Span(0, 1)],
        };

    private static Reading Paper(string id, Actor actor) =>
        new()
        {
            Article = new Article { Id = id, Text = "x" },
            Actors = [actor],
        };
}
