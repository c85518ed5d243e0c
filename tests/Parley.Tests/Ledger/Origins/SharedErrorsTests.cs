using Parley.Ledger.Origins;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Ledger.Origins;

public sealed class SharedErrorsTests
{
    [Fact]
    public void Two_of_five_who_share_a_wrong_name_are_one_origin()
    {
        var (origins, ids) = Join("Povoroznyk", "Povoroznyk", "Povoroznyk", "Povoroznuk", "Povoroznuk");
        Assert.Equal(Independence.Same, origins[ids[3]].Compare(origins[ids[4]]));
        Assert.Contains(origins.Values, origin => origin is { Basis: OriginBasis.SharedError, Because: "povoroznuk" });
        Assert.Equal(Independence.Independent, origins[ids[0]].Compare(origins[ids[1]]));
    }

    [Fact]
    public void The_spelling_of_the_most_and_a_spelling_of_one_join_nobody()
    {
        var (origins, _) = Join("Povoroznyk", "Povoroznyk", "Povoroznyk", "Povoroznuk");
        Assert.All(origins.Values, origin => Assert.Equal(OriginBasis.Outlet, origin.Basis));
    }

    private static (IReadOnlyDictionary<string, ArticleOrigin> Origins, string[] Ids) Join(params string[] surnames)
    {
        var readings = surnames
            .Select(
                (surname, i) =>
                    Papers.Article($"Outlet {i}", "2022-03-29", $"Report number {i}.") with
                    {
                        Actors =
                        [
                            new Actor
                            {
                                Id = "a1",
                                Name = "Mykola " + surname,
                                Kind = ActorKind.Person,
                                Mentions = [new Span(0, 1)],
                                Evidence = [new Span(0, 1)],
                            },
                        ],
                    }
            )
            .ToList();
        var errors = SharedErrors.Find(readings, readings.ToDictionary(reading => reading.Article.Id, _ => "story"));
        return (SharedErrors.Join(OriginFinder.Find(readings), errors), [.. readings.Select(reading => reading.Article.Id)]);
    }
}
