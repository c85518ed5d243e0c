using System.Text;
using System.Text.Json;
using Parley.Cli.Parsing;
using Parley.Intake;
using Parley.Records;
using Parley.Syntax;
using Parley.Tests.Intake;
using Parley.Text;
using Xunit;

namespace Parley.Tests;

/// <summary>Texts that nobody writes are read all the same, in linear time: what takes the square of their length would not end here.</summary>
public sealed class BadInputTests
{
    private const string Words =
        "officials said Ukraine the Russian minister agreed Putin attack on Kyiv Monday ten killed troops he they would withdraw from Syria , that UN";

    private static readonly ILanguageModel s_model = new ChanceModel(TestModel.Model.Labels);

    public static TheoryData<string, int> Pieces() =>
        new()
        {
            { "\"", 10_000 },
            { "“said he ", 8_000 },
            { "' ", 8_000 },
            { "?!.,;: ", 8_000 },
            { "— ", 8_000 },
            { "😀", 8_000 },
            { "e\u0301\u0301 ", 8_000 },
            { "\u0301", 100_000 },
            { "\ud83d", 8_000 },
            { "\udc00 ", 8_000 },
            { "שלום עולם ", 8_000 },
            { "\u0007\u0001 ", 8_000 },
            { "\u202e\u200f", 8_000 },
            { "THE MINISTER OF UKRAINE SAID ON MONDAY THAT TEN HAD BEEN KILLED ", 2_000 },
            { "- he said\n", 8_000 },
            { "Kyiv agrees\n\n", 5_000 },
            { "a", 500_000 },
            { "1,", 8_000 },
            { "a.", 20_000 },
            { "a-", 20_000 },
            { "(", 8_000 },
            { "http://a.b/", 8_000 },
            { "Mr. Putin and ", 5_000 },
            { "ten thousand million ", 3_000 },
            { "Monday ", 8_000 },
            { "he said that she said ", 5_000 },
            { "Russia promised to withdraw from Kyiv by Monday. ", 2_000 },
            { "\"We will withdraw,\" the minister said. ", 2_000 },
            { "At least ten people were killed in Kyiv. ", 2_000 },
        };

    [Theory]
    [MemberData(nameof(Pieces))]
    public void The_same_again_and_again_is_read(string piece, int times) => Read(string.Concat(Enumerable.Repeat(piece, times)));

    [Fact]
    public void A_sentence_of_200_000_words_is_read()
    {
        var words = Words.Split(' ');
        var random = new Random(1);
        Read(string.Join(' ', Enumerable.Range(0, 200_000).Select(_ => words[random.Next(words.Length)])));
    }

    [Fact]
    public void A_text_of_names_that_all_differ_is_read()
    {
        var random = new Random(2);
        var text = new StringBuilder();
        for (var i = 0; i < 30_000; i++)
        {
            text.Append((char)('A' + random.Next(26)));
            for (var letter = 0; letter < 4; letter++)
                text.Append((char)('a' + random.Next(26)));
            text.Append(i % 10 == 9 ? ". " : " ");
        }
        Read(text.ToString());
    }

    [Theory]
    [InlineData("random.txt")]
    [InlineData("random.html")]
    [InlineData("random.jsonl")]
    public void Random_bytes_are_taken_in_or_turned_away(string name)
    {
        var bytes = new byte[2_000_000];
        new Random(3).NextBytes(bytes);
        foreach (var taken in Taking.Take(name, bytes))
            Assert.True(taken.Document is null != taken.Skipped is null);
    }

    /// <summary>Ten megabytes, as four encodings would have them.</summary>
    [Fact]
    public void Ten_megabytes_of_random_bytes_are_cut_into_words()
    {
        var bytes = new byte[10_000_000];
        new Random(4).NextBytes(bytes);
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            var text = encoding.GetString(bytes);
            var at = 0;
            foreach (var word in new ArticleTextReader().Read(new SourceDocument { Text = text }).Words)
            {
                Assert.True(at <= word.Start && word.Start < word.End && word.End <= text.Length);
                at = word.End;
            }
        }
    }

    private static void Read(string text)
    {
        var document = new SourceDocument { Text = text, Published = "2022-03-30" };
        ReadingProperties.Check(new Reader(s_model).Read(document));
        var parsed = new SyntaxReader(s_model).Read(new ArticleTextReader().Read(document with { IsExtracted = true }));
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        ParsedJson.Write(output, parsed, indented: false);
        using var json = JsonDocument.Parse(output.WrittenMemory);
        Assert.Equal(parsed.Count, json.RootElement.GetProperty("tokens").GetArrayLength());
    }
}
