using System.Globalization;
using System.Text;
using Parley.Actors;
using Parley.Places;
using Parley.Records;
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
            if (place.Use != PlaceUse.Literal)
                line.Append(' ').Append(place.Use.ToString().ToLowerInvariant());
            if (place.RadiusKm is { } radius)
                line.Append(CultureInfo.InvariantCulture, $" {radius:0.#} km round {place.Lat:0.0} {place.Lon:0.0}");
            yield return line.Append(' ').AppendJoin(", ", place.Mentions.Select(span => $"\"{span.Of(example.Text)}\"")).ToString();
        }
    }
}
