using System.Globalization;
using System.Security.Cryptography;
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
        Assert.Equal(MeaningsOf(together[2]), MeaningsOf(alone[0]));
        Assert.Equal(ArcsOf(together[2]), ArcsOf(alone[0]));
        Assert.Equal(together[2].Ends[..4], alone[0].Ends[..4]);
    }

    [Fact]
    public void Every_kernel_gives_the_same_scores()
    {
        var text = SpacedText.Of(s_sentences);
        WordRange[] chunks = [new(0, text.Words.Length)];
        using var expected = s_model.Value.Score(text, chunks)[0];
        var (meanings, arcs) = (MeaningsOf(expected), ArcsOf(expected));
        foreach (var kernel in MatrixKernels.Supported)
        {
            using var model = FastLanguageModel.Open(Folder, kernel);
            using var found = model.Score(text, chunks)[0];
            Assert.Equal(meanings, MeaningsOf(found));
            Assert.Equal(arcs, ArcsOf(found));
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

        static float[] Read(TokenizedText text)
        {
            var scores = s_model.Value.Score(text, [new(0, text.Words.Length)])[0];
            return [.. MeaningsOf(scores), .. ArcsOf(scores)];
        }
    }

    /// <summary>What <c>cases_fast.py</c> reckons with PyTorch from the same weights; a rounding at a border may fall the other way.</summary>
    [Fact]
    public void The_semantic_heads_give_what_training_gives()
    {
        ChunkScores? scores = null;
        var away = new List<double>();
        foreach (var line in File.ReadLines(Repository.Path("tests", "Parley.Tests", "Syntax", "Fast", "meanings.tsv")).Skip(1))
        {
            var fields = line.Split('\t');
            var expected =
                fields[0] == "text" ? [] : fields[^1].Split(' ').Select(value => float.Parse(value, CultureInfo.InvariantCulture));
            if (fields[0] == "text")
            {
                var text = SpacedText.Of(fields[1]);
                scores = s_model.Value.Score(text, [new(0, text.Words.Length)])[0];
            }
            else if (fields[0] == "meaning")
                away.AddRange(expected.Zip(scores!.Meaning(int.Parse(fields[1], CultureInfo.InvariantCulture)).ToArray(), Away));
            else
                away.AddRange(expected.Zip(RoleOf(scores!, fields[1], fields[2]), Away));
        }
        Assert.True(away.Average() < 0.02, $"The scores lie {away.Average():0.000} apart: was meanings.tsv written from these weights?");
        Assert.True(away.Max() < 0.5, $"A score lies {away.Max():0.000} apart.");

        static double Away(float expected, float found) => Math.Abs(expected - found);

        static float[] RoleOf(ChunkScores scores, string governor, string role)
        {
            var found = new float[scores.Count];
            var number = (SemanticRole)int.Parse(role, CultureInfo.InvariantCulture);
            scores.ReadRole(int.Parse(governor, CultureInfo.InvariantCulture), number, 0, found);
            return found;
        }
    }

    [Fact]
    public void Roles_of_a_run_are_the_same_in_any_order_of_asking()
    {
        var text = SpacedText.Of(s_sentences);
        using var scores = s_model.Value.Score(text, [new(0, text.Words.Length)])[0];
        var whole = new float[scores.Count];
        var (part, again) = (new float[17], new float[17]);
        scores.ReadRole(20, SemanticRole.Speaker, 8, part);
        scores.ReadRole(2, SemanticRole.Doer, 0, whole);
        scores.ReadRole(20, SemanticRole.Speaker, 0, whole);
        scores.ReadRole(20, SemanticRole.Speaker, 8, again);
        Assert.Equal(part, whole[8..25]);
        Assert.Equal(part, again);
    }

    [Fact]
    public void A_model_without_semantic_heads_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("parley-fast-").FullName;
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(Folder, "weights.bin"));
            "old"u8.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf("\nstatuses\t"u8) + 1));
            File.WriteAllBytes(Path.Combine(folder, "weights.bin"), bytes);
            var sum = Convert.ToHexStringLower(SHA256.HashData(bytes));
            File.WriteAllText(
                Path.Combine(folder, "manifest.json"),
                $$"""{"name": "old", "version": "1", "files": [{"path": "weights.bin", "sha256": "{{sum}}", "bytes": {{bytes.Length}}}]}"""
            );
            var error = Assert.Throws<InvalidModelException>(() => FastLanguageModel.Open(folder));
            Assert.Contains("no semantic heads", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
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

    /// <summary>All that the semantic heads say of a chunk: classes of all words, roles of each.</summary>
    private static float[] MeaningsOf(ChunkScores scores)
    {
        var all = new List<float>();
        var roles = new float[scores.Count];
        for (var word = 0; word < scores.Count; word++)
        {
            all.AddRange(scores.Meaning(word));
            for (var role = 0; role < SemanticLabels.Roles; role++)
            {
                scores.ReadRole(word, (SemanticRole)role, 0, roles);
                all.AddRange(roles);
            }
        }
        return [.. all];
    }

    private static float[] ArcsOf(ChunkScores scores)
    {
        var arcs = new float[scores.Count * (scores.Count + 1)];
        scores.ReadArcs(0, scores.Count, arcs);
        return arcs;
    }
}
