using Parley.Chronicle;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Chronicle;

public sealed class LedgerChangesTests
{
    [Fact]
    public void Who_falls_silent_is_a_change_once()
    {
        var told = Told("2022-03-01", "sanctions");
        var spoke = Told("2022-03-12", "prisoners");
        var again = Told("2022-03-20", "ceasefire");
        Assert.Contains("Norway · sanctions", Silent("2022-03-10", told, spoke, again));
        // A week later it is none: it was silent before.
        Assert.Equal(["Norway · prisoners"], Silent("2022-03-15", told, spoke, again));
    }

    private static IEnumerable<string> Silent(string from, params Reading[] readings) =>
        LedgerChanges.Between([.. readings], from, "2022-03-31").Where(change => change.To == "silent").Select(change => change.Subject);

    private static Reading Told(string day, string topic)
    {
        var text = $"Norway demanded {topic}.";
        Span all = new(0, text.Length);
        return new Reading
        {
            Article = new Article
            {
                Id = day.Replace("-", "", StringComparison.Ordinal).PadRight(64, '0'),
                Text = text,
                Published = day,
                Publisher = "The Lantern",
                Sentences = [all],
            },
            Actors =
            [
                new Actor
                {
                    Id = "a1",
                    Name = "Norway",
                    Code = "NOR.GOV",
                    Kind = ActorKind.Government,
                    Mentions = [new Span(0, 6)],
                    Evidence = [all],
                },
            ],
            Positions =
            [
                new Position
                {
                    Id = "o1",
                    Party = "a1",
                    Topic = topic,
                    Stance = PositionStance.Demands,
                    Evidence = [all],
                },
            ],
        };
    }
}
