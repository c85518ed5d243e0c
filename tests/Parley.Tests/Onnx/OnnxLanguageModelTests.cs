using Parley.Models;
using Parley.Onnx;
using Parley.Syntax;
using Parley.Tests.Syntax;
using Parley.Text;
using Xunit;

namespace Parley.Tests.Onnx;

public sealed class OnnxLanguageModelTests
{
    private static readonly Lazy<OnnxLanguageModel?> s_model = new(() =>
        ModelManifest.FindFolder("en") is { } folder ? OnnxLanguageModel.Open(folder) : null
    );

    private static OnnxLanguageModel Model
    {
        get
        {
            Assert.SkipWhen(s_model.Value is null, "models/en is not installed");
            return s_model.Value!;
        }
    }

    [Fact]
    public void Scores_do_not_depend_on_the_batch()
    {
        var text = SpacedText.Of(
            "The army shelled the town on Monday .",
            "“ We do n’t know who fired first , ” the mayor of Goma told reporters .",
            "Nobody was hurt ."
        );
        var together = Model.Score(text, [new(0, 8), new(8, 25), new(25, 29)]);
        var alone = Model.Score(text, [new(25, 29)]);
        Assert.Equal(together[2].Upos, alone[0].Upos);
        foreach (var (expected, found) in ArcsOf(together[2]).Zip(ArcsOf(alone[0])))
            Assert.Equal(expected, found, 2e-2f);
    }

    [Fact]
    public void Plain_words_get_their_tags()
    {
        var scores = Model.Score(SpacedText.Of("The army shelled the town ."), [new(0, 6)])[0];
        Assert.Equal(["DET", "NOUN", "VERB", "DET", "NOUN", "PUNCT"], scores.Upos.Select(tag => Model.Labels.Upos[tag]));
    }

    [Fact]
    public void A_chunk_beyond_the_length_of_the_encoder_is_scored_in_parts()
    {
        var text = SpacedText.Of(string.Join(' ', Enumerable.Repeat("unpronounceable antidisestablishmentarianism", 400)));
        var scores = Model.Score(text, [new(0, 800)])[0];
        Assert.Equal(800, scores.Count);
        var arcs = ArcsOf(scores);
        Assert.True(arcs[0] > -1e4f && arcs[^1] > -1e4f);
        Assert.Equal(-1e4f, arcs[800]);
        Assert.InRange(scores.Relation(799, 798), 0, Model.Labels.Relations.Length - 1);
    }

    [Fact]
    public void Several_threads_give_the_same_scores_as_one()
    {
        var text = SpacedText.Of([
            .. Enumerable
                .Range(1, 60)
                .Select(n => $"In town number {n} , {n} shells fell" + string.Concat(Enumerable.Repeat(" again", n % 9)) + " ."),
        ]);
        var chunks = new List<WordRange>();
        for (var start = 0; start < text.Words.Length; start = chunks[^1].End)
            chunks.Add(new WordRange(start, Math.Min(start + 11, text.Words.Length)));
        var folder = ModelManifest.FindFolder("en");
        Assert.SkipWhen(folder is null, "models/en is not installed");
        using var parallel = OnnxLanguageModel.Open(folder!, threads: 4);
        var expected = Model.Score(text, chunks);
        var found = parallel.Score(text, chunks);
        for (var i = 0; i < chunks.Count; i++)
            Assert.Equal(ArcsOf(expected[i]), ArcsOf(found[i]));
    }

    [Theory]
    [InlineData("missing", "is missing")]
    [InlineData("truncated", "bytes where manifest.json says")]
    [InlineData("altered", "was altered")]
    public void A_damaged_file_stops_the_load_and_is_named(string damage, string message)
    {
        var folder = Directory.CreateTempSubdirectory("parley-model-").FullName;
        try
        {
            var path = WriteModelFolder(folder);
            if (damage == "missing")
                File.Delete(path);
            else
                File.WriteAllText(path, damage == "truncated" ? "[PAD]" : "[PAD]\n[unusee0]\n");
            var error = Assert.Throws<InvalidModelException>(() => OnnxLanguageModel.Open(folder));
            Assert.Contains("vocab.txt", error.Message, StringComparison.Ordinal);
            Assert.Contains(message, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_folder_without_a_manifest_is_no_model()
    {
        var error = Assert.Throws<InvalidModelException>(() =>
            OnnxLanguageModel.Open(Path.Combine(AppContext.BaseDirectory, "no-such-model"))
        );
        Assert.Contains("manifest.json", error.Message, StringComparison.Ordinal);
    }

    private static float[] ArcsOf(ChunkScores scores)
    {
        var arcs = new float[scores.Count * (scores.Count + 1)];
        scores.ReadArcs(0, scores.Count, arcs);
        return arcs;
    }

    private static string WriteModelFolder(string folder)
    {
        var path = Path.Combine(folder, "vocab.txt");
        File.WriteAllText(path, "[PAD]\n[unused0]\n");
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
        File.WriteAllText(
            Path.Combine(folder, "manifest.json"),
            $$"""{"name":"x","version":"1","files":[{"path":"vocab.txt","sha256":"{{hash}}","bytes":16}]}"""
        );
        return path;
    }
}
