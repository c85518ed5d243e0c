using Parley.Records;
using Parley.Tests.Specs;
using Xunit;

namespace Parley.Tests.Events;

/// <summary>The rule book of events, example by example.</summary>
public sealed class EventSpecTests
{
    /// <summary>The share of examples that the network may read otherwise; they are listed as open with what differs.</summary>
    private const double MostOpen = 0.4;

    [Fact]
    public void Events_are_read_as_the_rule_book_says() => SpecFile.Check("events", Print, atLeast: 80, MostOpen);

    private static IEnumerable<string> Print(SpecExample example)
    {
        var reading = TestModel.Read(example.Text, example.Published);
        return reading.Events.Select(one => Line(one, reading));
    }

    private static string Line(Event one, Reading reading)
    {
        var type = one.Type.ToString().ToUpperInvariant() + (one.Mode is null ? "" : "/" + one.Mode);
        var trigger = one.Trigger.Of(reading.Article.Text);
        return $"{type} | {trigger} | {Parties(one.Sources, reading)} -> {Parties(one.Targets, reading)} | {one.Status.ToString().ToLowerInvariant()}";
    }

    private static string Parties(IEnumerable<string> ids, Reading reading) =>
        string.Join(",", ids.Select(id => Party(reading.Actors.First(actor => actor.Id == id))).Distinct().DefaultIfEmpty("-"));

    private static string Party(Actor actor) => actor.Code.Length == 0 ? actor.Name : actor.Code.Split('.')[0];
}
