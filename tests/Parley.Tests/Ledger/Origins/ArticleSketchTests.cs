using Parley.Ledger.Origins;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Ledger.Origins;

public sealed class ArticleSketchTests
{
    [Fact]
    public void A_sketch_is_the_same_after_it_was_written_and_read()
    {
        var sketch = ArticleSketch.Of(Text("River Wire", Words(0, 700)) with { Published = "2022-03-29T10:00:00Z", Byline = "By AP" });
        var read = ArticleSketch.Read(sketch.ArticleId, sketch.ToBytes());
        Assert.Equal(sketch.ToBytes(), read.ToBytes());
        Assert.Equal(sketch.Keys, read.Keys);
        Assert.Equal(sketch.Own, read.Own);
        Assert.Equal((sketch.Outlet, sketch.Published, sketch.Credit), (read.Outlet, read.Published, read.Credit));
    }

    [Fact]
    public void A_sketch_of_600_words_takes_less_than_two_kilobytes() =>
        Assert.InRange(ArticleSketch.Of(Text("River Wire", Words(0, 600))).ToBytes().Length, 600, 2048);

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 9, 1, 2 })]
    [InlineData(new byte[] { 1, 200 })]
    public void Bytes_that_are_no_sketch_are_told_to_be_none(byte[] bytes) =>
        Assert.Throws<InvalidDataException>(() => ArticleSketch.Read("x", bytes));

    [Theory]
    [InlineData(0)]
    [InlineData(137)]
    [InlineData(561)]
    public void Texts_with_a_common_stretch_of_20_words_share_a_key(int start)
    {
        var whole = ArticleSketch.Of(Text("A", Words(0, 600)));
        var part = ArticleSketch.Of(Text("B", Words(9000, 300) + " " + Words(start, 20) + " " + Words(7000, 300)));
        Assert.NotEmpty(whole.Keys.Intersect(part.Keys));
    }

    [Fact]
    public void A_text_of_four_words_has_no_keys_and_copies_nothing()
    {
        var sketch = ArticleSketch.Of(Text("A", "Guns fell silent today"));
        Assert.Empty(sketch.Keys);
        Assert.False(TextOverlap.Of(sketch, sketch).IsCopy);
    }

    private static string Words(int from, int count) => string.Join(' ', Enumerable.Range(from, count).Select(n => $"w{n}"));

    private static Article Text(string outlet, string text) =>
        new()
        {
            Id = outlet,
            Publisher = outlet,
            Text = text,
        };
}
