using Parley.Records;
using Parley.Tests.Specs;
using Xunit;

namespace Parley.Tests.Positions;

public sealed class PositionSpecTests
{
    [Fact]
    public void The_examples_of_the_rule_book_hold() =>
        SpecFile.Check("positions", example => Print(TestModel.Read(example.Text, example.Published)), atLeast: 25, mostOpen: 0.5);

    private static IEnumerable<string> Print(Reading reading)
    {
        string Words(Span span) => span.Of(reading.Article.Text).ToString();
        string Code(string id) =>
            reading.Actors.First(actor => actor.Id == id) is var actor && actor.Code.Length > 0 ? actor.Code : actor.Name;
        foreach (var position in reading.Positions)
        {
            var stance = position.Stance == PositionStance.OpenTo ? "open-to" : position.Stance.ToString().ToLowerInvariant();
            var parts = new List<string>
            {
                Code(position.Party),
                stance,
                position.Topic,
                string.Join(" + ", position.Evidence.Select(Words)),
            };
            if (!position.Guarantors.IsEmpty)
                parts.Add("guarantors " + string.Join(", ", position.Guarantors.Select(Code)));
            if (position.Term is { } term)
                parts.Add("term " + term);
            yield return string.Join(" | ", parts);
        }
    }
}
