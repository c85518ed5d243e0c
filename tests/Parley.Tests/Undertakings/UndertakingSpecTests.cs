using Parley.Links;
using Parley.Records;
using Parley.Tests.Specs;
using Xunit;

namespace Parley.Tests.Undertakings;

public sealed class UndertakingSpecTests
{
    [Fact]
    public void The_examples_of_the_rule_book_hold() =>
        SpecFile.Check("undertakings", example => Print(TestModel.Read(example.Text, example.Published)), atLeast: 30, mostOpen: 0.3);

    private static IEnumerable<string> Print(Reading reading)
    {
        string Words(Span span) => span.Of(reading.Article.Text).ToString();
        string Code(string id) =>
            reading.Actors.First(actor => actor.Id == id) is var actor && actor.Code.Length > 0 ? actor.Code : actor.Name;
        foreach (var undertaking in reading.Undertakings)
        {
            var parts = new List<string> { Code(undertaking.By), UndertakingNames.Of(undertaking.Kind), Words(undertaking.Text) };
            if (undertaking.Evidence.Length > 1)
                parts.Add("told twice");
            if (!undertaking.To.IsEmpty)
                parts.Add("to " + string.Join(", ", undertaking.To.Select(Code)));
            if (!undertaking.Places.IsEmpty)
                parts.Add(
                    "places " + string.Join(", ", undertaking.Places.Select(id => reading.Places.First(place => place.Id == id).Name))
                );
            parts.AddRange(undertaking.Conditions.Select(span => "if " + Words(span)));
            parts.AddRange(undertaking.Limits.Select(span => "not " + Words(span)));
            parts.AddRange(undertaking.Open.Select(span => "open " + Words(span)));
            yield return string.Join(" | ", parts);
        }
    }
}
