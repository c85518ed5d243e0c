using System.Text;
using Parley.Actors;
using Parley.Places;
using Parley.Tests.Specs;
using Xunit;

namespace Parley.Tests.Places;

public sealed class PlaceSpecs
{
    [Fact]
    public void Places_are_read_as_the_rule_book_says() => SpecFile.Check("places", Print, atLeast: 20);

    private static IEnumerable<string> Print(SpecExample example)
    {
        var parsed = TestModel.Parse(example.Text, example.Published);
        foreach (var place in new PlaceReader().Read(parsed, new ActorReader().Read(parsed)).Places)
        {
            var line = new StringBuilder(place.Name);
            if (place.Precision is { } precision)
                line.Append(' ').Append(place.Country).Append(' ').Append(precision.ToString().ToLowerInvariant());
            yield return line.Append(' ').AppendJoin(", ", place.Mentions.Select(span => $"\"{span.Of(example.Text)}\"")).ToString();
        }
    }
}
