using CsCheck;
using Parley.Records;
using Parley.Text;
using Xunit;

namespace Parley.Tests.Text;

public sealed class TokenizerProperties
{
    private static readonly string[] s_parts =
    [
        "U.S.",
        "don't",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\"",
        "'",
        "’",
        "...",
        "-",
        "12",
        ",",
        ".",
        "the",
        "A",
        "é",
        "😀",
        "\ud800",
        "@",
        "://",
        "www.",
        "a.b",
        "\u200f",
    ];

    private static readonly Gen<string> s_anyText = Gen.OneOf(
        Gen.Char.Array[0, 200].Select(chars => new string(chars)),
        Gen.Int[0, s_parts.Length - 1].Array[0, 120].Select(parts => string.Concat(parts.Select(part => s_parts[part])))
    );

    [Fact]
    public void Words_cover_all_but_white_space() =>
        s_anyText.Sample(text =>
        {
            var words = new ArticleTextReader().Read(new SourceDocument { Text = text }).Words;
            var at = 0;
            foreach (var word in words)
            {
                Assert.True(string.IsNullOrWhiteSpace(text[at..word.Start]));
                Assert.True(word.End > word.Start);
                Assert.DoesNotContain(text[word.Start..word.End], char.IsWhiteSpace);
                at = word.End;
            }
            Assert.True(string.IsNullOrWhiteSpace(text[at..]));
        });

    [Fact]
    public void Blocks_hold_all_words_in_order() =>
        s_anyText.Sample(text =>
        {
            var read = new ArticleTextReader().Read(new SourceDocument { Text = text });
            var at = 0;
            foreach (var block in read.Blocks)
            {
                Assert.Equal(at, block.Words.Start);
                Assert.True(block.Words.Length > 0);
                Assert.True((read.Words[block.Words.End - 1].Flags & WordFlags.EndsSentence) != 0);
                at = block.Words.End;
            }
            Assert.Equal(read.Words.Length, at);
        });

    [Fact]
    public void Surrogate_pairs_are_not_cut() =>
        s_anyText.Sample(text =>
        {
            foreach (var word in new ArticleTextReader().Read(new SourceDocument { Text = text }).Words)
                Assert.False(word.Start > 0 && char.IsSurrogatePair(text[word.Start - 1], text[word.Start]));
        });

    [Theory]
    [InlineData("\"")]
    [InlineData("'a ")]
    [InlineData("word ")]
    [InlineData("a-")]
    [InlineData("a.")]
    [InlineData("1-")]
    [InlineData("é")]
    [InlineData("a@")]
    [InlineData("e\u0301\u0301")]
    [InlineData("line without end\n")]
    public void Long_texts_take_linear_time(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 100_000));
        Assert.NotEmpty(new ArticleTextReader().Read(new SourceDocument { Text = text }).Words);
    }
}
