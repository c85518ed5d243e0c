using Parley.Ledger.Joining;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Ledger.Joining;

public sealed class EventJoinerTests
{
    private const string One = "Shells hit the market of Irpin at dawn and wounded a baker.";
    private const string Two = "Shells struck the market in Irpin at dawn; a baker was injured.";

    [Fact]
    public void Two_tellings_of_one_deed_in_other_words_are_one_happening() => Assert.Single(Join(Shelling("A", One), Shelling("B", Two)));

    [Fact]
    public void Deeds_at_two_places_are_two() =>
        Assert.Equal(2, Join(Shelling("A", One), Shelling("B", One + " ", place: Papers.Mykolaiv)).Length);

    [Fact]
    public void A_deed_and_a_threat_of_it_are_two() =>
        Assert.Equal(2, Join(Shelling("A", One), Shelling("B", One + " ", status: EventStatus.Threatened)).Length);

    [Fact]
    public void Deeds_of_two_stories_are_two() =>
        Assert.Equal(2, EventJoiner.Join([Shelling("A", One), Shelling("B", Two)], new Dictionary<string, string>()).Length);

    [Fact]
    public void Unlike_deeds_of_one_type_in_one_story_are_two() =>
        Assert.Equal(
            2,
            Join(
                Shelling("A", One, place: null),
                Shelling("B", "Gunmen kidnapped a judge on the coast road.", "kidnapped", place: null)
            ).Length
        );

    [Fact]
    public void The_order_of_articles_does_not_matter()
    {
        Reading[] papers = [Shelling("A", One), Shelling("B", Two), Shelling("C", "Gunmen kidnapped a judge in Irpin.", "kidnapped")];
        Assert.Equal(Join(papers).Select(Members), Join([.. papers.Reverse()]).Select(Members));

        static string Members(JoinedEvent happening) => string.Join(' ', happening.Members);
    }

    private static JoinedEvent[] Join(params Reading[] papers) =>
        [.. EventJoiner.Join(papers, papers.ToDictionary(paper => paper.Article.Id, _ => "story"))];

    private static Reading Shelling(string outlet, string sentence, string? trigger = null, EventStatus status = EventStatus.Happened) =>
        Shelling(outlet, sentence, trigger, Papers.Irpin, status);

    private static Reading Shelling(string outlet, string sentence, Place? place, EventStatus status = EventStatus.Happened) =>
        Shelling(outlet, sentence, null, place, status);

    private static Reading Shelling(
        string outlet,
        string sentence,
        string? trigger,
        Place? place,
        EventStatus status = EventStatus.Happened
    )
    {
        var reading = Papers.Article(outlet, "2022-03-30", sentence).Does(EventType.Assault, null, 0, place, status: status);
        trigger ??= sentence.Contains("hit", StringComparison.Ordinal) ? "hit" : "struck";
        var start = sentence.IndexOf(trigger, StringComparison.Ordinal);
        return reading with { Events = [reading.Events[0] with { Trigger = new Span(start, start + trigger.Length) }] };
    }
}
