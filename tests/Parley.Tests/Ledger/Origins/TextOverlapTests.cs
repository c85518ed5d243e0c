using Parley.Ledger.Origins;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Ledger.Origins;

public sealed class TextOverlapTests
{
    [Theory]
    [InlineData(0, 100, TextLikeness.Duplicate)]
    [InlineData(0, 50, TextLikeness.NearDuplicate)]
    [InlineData(70, 100, TextLikeness.PartialReuse)]
    [InlineData(99, 100, TextLikeness.Different)]
    public void Likeness_goes_by_common_runs(int from, int count, TextLikeness expected) =>
        Assert.Equal(expected, TextOverlap.Of(Text("a", 0, 100), Text("b", from, count)).Likeness);

    [Fact]
    public void Copying_goes_by_the_share_of_the_later_text()
    {
        var (brief, report) = (Text("a", 0, 60), Text("b", 0, 300));
        Assert.True(TextOverlap.Of(brief, report).IsCopy);
        Assert.False(TextOverlap.Of(report, brief).IsCopy);
    }

    [Fact]
    public void Likeness_is_the_same_in_both_directions()
    {
        var (a, b) = (Text("a", 0, 100), Text("b", 40, 200));
        Assert.Equal(TextOverlap.Of(a, b).Jaccard, TextOverlap.Of(b, a).Jaccard);
    }

    private static ArticleSketch Text(string id, int from, int count) =>
        ArticleSketch.Of(new Article { Id = id, Text = string.Join(' ', Enumerable.Range(from, count).Select(n => $"w{n}")) });
}
