using Parley.Actors;
using Parley.Records;
using Parley.Tests.Specs;
using Xunit;

namespace Parley.Tests.Actors;

public sealed class ActorSpecTests
{
    [Fact]
    public void The_rule_book_of_actors_holds() => SpecFile.Check("actors", Print, atLeast: 40);

    private static IEnumerable<string> Print(SpecExample example)
    {
        var parsed = TestModel.Parse(example.Text, example.Published);
        foreach (var actor in new ActorReader().Read(parsed).Actors)
            yield return string.Join(
                " | ",
                actor.Name,
                actor.Code.Length > 0 ? actor.Code : "-",
                Spelt(actor.Kind),
                actor.Role ?? "-",
                string.Join("; ", actor.Mentions.Select(span => span.Of(parsed.Text).ToString()))
            );
    }

    private static string Spelt(ActorKind kind) => kind == ActorKind.ArmedGroup ? "armed-group" : kind.ToString().ToLowerInvariant();
}
