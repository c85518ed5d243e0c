using Parley.Models;
using Parley.Numerics;
using Parley.Syntax;
using Parley.Syntax.Fast;
using Parley.Text;
using Xunit;

namespace Parley.Tests.Syntax.Fast;

public sealed class FastLanguageModelTests
{
    private static readonly Lazy<FastLanguageModel> s_model = new(() => FastLanguageModel.Open(Folder));

    private static string Folder => Repository.Path("models", "en-fast");

    private static readonly string[] s_sentences =
    [
        "The army shelled the town on Monday .",
        "“ We do n’t know who fired first , ” the mayor of Goma told reporters .",
        "Nobody was hurt .",
    ];

    [Fact]
    public void Plain_words_get_their_tags()
    {
        using var scores = s_model.Value.Score(SpacedText.Of("The army shelled the town ."), [new(0, 6)])[0];
        var labels = s_model.Value.Labels.Upos;
        Assert.Equal(["DET", "NOUN", "VERB", "DET", "NOUN", "PUNCT"], scores.Upos.Take(6).Select(tag => labels[tag]));
    }

    [Fact]
    public void Scores_do_not_depend_on_the_batch_or_on_what_was_read_before()
    {
        using var fresh = FastLanguageModel.Open(Folder);
        var text = SpacedText.Of(s_sentences);
        var together = s_model.Value.Score(text, [new(0, 8), new(8, 25), new(25, 29)]);
        var alone = fresh.Score(text, [new(25, 29)]);
        Assert.Equal(ArcsOf(together[2]), ArcsOf(alone[0]));
        Assert.Equal(together[2].Ends[..4], alone[0].Ends[..4]);
    }

    [Fact]
    public void Every_kernel_gives_the_same_scores()
    {
        var text = SpacedText.Of(s_sentences);
        WordRange[] chunks = [new(0, text.Words.Length)];
        var expected = ArcsOf(s_model.Value.Score(text, chunks)[0]);
        foreach (var kernel in MatrixKernels.Supported)
        {
            using var model = FastLanguageModel.Open(Folder, kernel);
            Assert.Equal(expected, ArcsOf(model.Score(text, chunks)[0]));
        }
    }

    [Fact]
    public void Several_threads_give_the_same_scores_as_one()
    {
        var texts = Enumerable
            .Range(1, 40)
            .Select(n => SpacedText.Of($"In town number {n} , {n} shells fell .", s_sentences[n % 3]))
            .ToArray();
        var expected = texts.Select(Read).ToArray();
        Parallel.For(0, 200, i => Assert.Equal(expected[i % 40], Read(texts[i % 40])));

        static float[] Read(TokenizedText text) => ArcsOf(s_model.Value.Score(text, [new(0, text.Words.Length)])[0]);
    }

    [Theory]
    [InlineData("missing", "is missing")]
    [InlineData("truncated", "bytes where manifest.json says")]
    [InlineData("altered", "was altered")]
    public void A_damaged_file_stops_the_load_and_is_named(string damage, string message)
    {
        var folder = Directory.CreateTempSubdirectory("parley-fast-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(Folder))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            var path = Path.Combine(folder, "weights.bin");
            if (damage == "missing")
                File.Delete(path);
            else
                using (var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite))
                    if (damage == "truncated")
                        stream.SetLength(stream.Length / 2);
                    else
                        Flip(stream);
            var error = Assert.Throws<InvalidModelException>(() => FastLanguageModel.Open(folder));
            Assert.Contains("weights.bin", error.Message, StringComparison.Ordinal);
            Assert.Contains(message, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Flip(FileStream stream)
    {
        stream.Position = stream.Length / 2;
        var old = stream.ReadByte();
        stream.Position--;
        stream.WriteByte((byte)(old ^ 1));
    }

    private static float[] ArcsOf(ChunkScores scores)
    {
        var arcs = new float[scores.Count * (scores.Count + 1)];
        scores.ReadArcs(0, scores.Count, arcs);
        return arcs;
    }
}
