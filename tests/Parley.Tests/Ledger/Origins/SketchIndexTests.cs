using Parley.Ledger.Origins;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Ledger.Origins;

public sealed class SketchIndexTests
{
    [Fact]
    public void Of_many_articles_those_with_common_stretches_are_found_the_likest_first()
    {
        var index = new SketchIndex();
        for (var i = 0; i < 200; i++)
            index.Add(Text($"{i:000}", i * 1000, 200));
        index.Add(Text("part", 5000, 60));
        var found = index.Alike(Text("new", 5000, 190));
        Assert.Equal(["005", "part"], found.Select(sketch => sketch.ArticleId));
    }

    [Fact]
    public void No_more_than_the_most_candidates_are_given()
    {
        var index = new SketchIndex();
        for (var i = 0; i < 2 * SketchIndex.MostCandidates; i++)
            index.Add(Text($"{i:000}", 0, 100));
        Assert.Equal(SketchIndex.MostCandidates, index.Alike(Text("new", 0, 100)).Count);
        Assert.Empty(index.Alike(Text("other", 9000, 100)));
    }

    private static ArticleSketch Text(string id, int from, int count) =>
        ArticleSketch.Of(new Article { Id = id, Text = string.Join(' ', Enumerable.Range(from, count).Select(n => $"w{n}")) });
}
