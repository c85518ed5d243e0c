// Guarded by the benchmark of the fast model.
using System.Collections.Concurrent;
using Parley.Models;
using Parley.Numerics;
using Parley.Text;

namespace Parley.Syntax.Fast;

/// <summary>The fast language model: gated dilated convolutions over hashed forms, in 7-bit weights. In: chunks of words. Out: scores of every head.</summary>
/// <remarks>
/// A model is a folder as <c>tools/train</c> writes it. Weights are mapped into memory and shared by all threads. The same words get the same scores
/// on every processor, whatever its vectors, and whatever else is in the batch.
/// </remarks>
public sealed class FastLanguageModel : ILanguageModel
{
    /// <summary>Words that go through the layers together: their numbers stay in the second cache.</summary>
    private const int GroupWords = 192;

    private readonly FastWeights _weights;
    private readonly ConcurrentBag<Trunk> _trunks = [];

    private FastLanguageModel(FastWeights weights, ModelLabels labels, string name)
    {
        _weights = weights;
        Labels = labels;
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public ModelLabels Labels { get; }

    /// <inheritdoc/>
    public int ChunkWords => 100;

    /// <summary>Loads the model of a folder.</summary>
    /// <param name="folder">The folder with <c>manifest.json</c>.</param>
    /// <exception cref="InvalidModelException">A file is missing, truncated or altered.</exception>
    public static FastLanguageModel Open(string folder) => Open(folder, MatrixKernels.Best);

    /// <summary>Loads the model of a folder to run with one kernel.</summary>
    internal static FastLanguageModel Open(string folder, IMatrixKernel kernel)
    {
        const string file = "weights.bin";
        var manifest = ModelManifest.Verify(folder, file);
        var sections = SectionFile.Open(Path.Combine(folder, file));
        try
        {
            // First, since they tell a model of an older kind.
            var labels = ModelLabels.Of(sections);
            var weights = new FastWeights(sections, kernel);
            if (labels.Semantics!.Width != weights.Semantics.Classes)
                throw new InvalidModelException(
                    $"The fast model scores {weights.Semantics.Classes} semantic classes, but its labels name {labels.Semantics.Width}."
                );
            return new FastLanguageModel(weights, labels, $"{manifest.Name} {manifest.Version}");
        }
        catch
        {
            sections.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ChunkScores[] Score(TokenizedText text, IReadOnlyList<WordRange> chunks)
    {
        var scores = new ChunkScores[chunks.Count];
        var all = new WordRange[chunks.Count];
        for (var i = 0; i < all.Length; i++)
            all[i] = chunks[i];
        if (!_trunks.TryTake(out var trunk))
            trunk = new Trunk(_weights);
        for (var start = 0; start < all.Length; )
        {
            var (end, words) = (start, 0);
            while (end < all.Length && (end == start || words + all[end].Length <= GroupWords))
                words += all[end++].Length;
            trunk.Run(text, all.AsSpan(start, end - start));
            for (var row = 0; start < end; row += all[start++].Length)
                scores[start] = FastChunkScores.Read(_weights, trunk, row, all[start].Length);
        }
        _trunks.Add(trunk);
        return scores;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_trunks.TryTake(out var trunk))
            trunk.Dispose();
        _weights.Dispose();
    }
}
