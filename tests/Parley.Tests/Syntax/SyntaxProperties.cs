using CsCheck;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;
using Xunit;

namespace Parley.Tests.Syntax;

/// <summary>What holds of every parsed text, whatever the text and whatever the model thinks of it.</summary>
public sealed class SyntaxProperties
{
    private static readonly SyntaxReader s_reader = new(new ChanceModel(TestModel.Model.Labels));

    private static readonly string[] s_parts =
    [
        "Kyiv",
        "said",
        " ",
        ". ",
        "\n\n",
        "\"",
        "don't",
        "12",
        "😀",
        "\ud800",
        "—",
        "שלום",
        "\u0301",
        "the",
    ];

    private static readonly Gen<string> s_texts = Gen.OneOf(
        Gen.Char.Array[0, 300].Select(chars => new string(chars)),
        Gen.Int[0, s_parts.Length - 1].Array[0, 400].Select(parts => string.Concat(parts.Select(part => s_parts[part])))
    );

    [Fact]
    public void Every_sentence_is_one_tree() =>
        s_texts.Sample(
            text =>
            {
                var parsed = Parse(text);
                var end = 0;
                foreach (var sentence in parsed.Sentences)
                {
                    Assert.Equal(end, sentence.Start);
                    end = sentence.End;
                    var roots = 0;
                    for (var word = sentence.Start; word < sentence.End; word++)
                    {
                        roots += parsed.Heads[word] < 0 ? 1 : 0;
                        Assert.True(parsed.Heads[word] < 0 || sentence.Contains(parsed.Heads[word]));
                        Assert.True(IsBelowRoot(parsed, word, sentence.Length));
                    }
                    Assert.Equal(1, roots);
                }
                Assert.Equal(parsed.Count, end);
            },
            threads: 1
        );

    [Fact]
    public void A_subtree_reaches_from_its_first_word_to_its_last() =>
        s_texts.Sample(
            text =>
            {
                var parsed = Parse(text);
                var ranges = Enumerable.Range(0, parsed.Count).Select(word => new WordRange(word, word + 1)).ToArray();
                for (var word = 0; word < parsed.Count; word++)
                for (var up = parsed.Heads[word]; up >= 0; up = parsed.Heads[up])
                    ranges[up] = new WordRange(Math.Min(ranges[up].Start, word), Math.Max(ranges[up].End, word + 1));
                for (var word = 0; word < parsed.Count; word++)
                    Assert.Equal(ranges[word], parsed.Subtree(word));
            },
            threads: 1
        );

    [Fact]
    public void Names_lie_in_a_sentence_and_do_not_overlap() =>
        s_texts.Sample(
            text =>
            {
                var parsed = Parse(text);
                var end = 0;
                foreach (var name in parsed.Names)
                {
                    Assert.True(end <= name.Words.Start && name.Words.Length > 0);
                    Assert.Equal(parsed.SentenceOf(name.Words.Start), parsed.SentenceOf(name.Words.End - 1));
                    end = name.Words.End;
                }
            },
            threads: 1
        );

    private static ParsedText Parse(string text) =>
        s_reader.Read(new ArticleTextReader().Read(new SourceDocument { Text = text, IsExtracted = true }));

    private static bool IsBelowRoot(ParsedText parsed, int word, int most)
    {
        for (var steps = 0; word >= 0; word = parsed.Heads[word])
            if (steps++ > most)
                return false;
        return true;
    }
}
