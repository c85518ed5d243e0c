using Microsoft.ML.OnnxRuntime;
using Parley.Models;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Onnx;

/// <summary>The accurate language model on ONNX Runtime. In: chunks of words. Out: scores of every head, decided by <see cref="SyntaxReader"/>.</summary>
/// <remarks>
/// A model is a folder as <c>tools/train</c> writes it. One session serves all threads; each call runs on its caller's thread alone
/// unless more are asked for. In 8 bits the ranges of all layers are fixed beforehand, so what a chunk scores does not depend on its batch.
/// </remarks>
public sealed class OnnxLanguageModel : ILanguageModel
{
    /// <summary>Numbers of a word for one role.</summary>
    private const int RoleWidth = 64;

    private static readonly string[] s_outputs =
    [
        "upos",
        "xpos",
        "feats",
        "lemma",
        "best",
        "rel",
        "name",
        "end",
        "arc",
        "label_word",
        "label_head",
        "meaning",
        "governor",
        "word",
    ];

    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly WordPieces _pieces;
    private readonly RelationScorer _relations;
    private readonly RoleScorer _roles;
    private readonly int _threads;

    private OnnxLanguageModel(
        InferenceSession session,
        WordPieces pieces,
        RelationScorer relations,
        RoleScorer roles,
        ModelLabels labels,
        string name,
        int threads
    )
    {
        _session = session;
        _pieces = pieces;
        _relations = relations;
        _roles = roles;
        _threads = threads;
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
    /// <param name="threads">How many batches of one call may run at once, each on its own thread.</param>
    /// <exception cref="InvalidModelException">A file is missing, truncated or altered.</exception>
    public static OnnxLanguageModel Open(string folder, int threads = 1)
    {
        var manifest = ModelManifest.Verify(folder, "model.onnx", "relations.bin", "labels.bin", "vocab.txt");
        using var sections = SectionFile.Open(Path.Combine(folder, "labels.bin"));
        var labels = ModelLabels.Of(sections);
        var roles = new RoleScorer(sections.Copy<float>("roles.distance"), RoleWidth);
        var pieces = new WordPieces(Path.Combine(folder, "vocab.txt"));
        var relations = new RelationScorer(Path.Combine(folder, "relations.bin"), labels.Relations.Length);
        var session = OpenSession(Path.Combine(folder, "model.onnx"));
        return new OnnxLanguageModel(session, pieces, relations, roles, labels, $"{manifest.Name} {manifest.Version}", threads);
    }

    /// <inheritdoc/>
    public ChunkScores[] Score(TokenizedText text, IReadOnlyList<WordRange> chunks)
    {
        var scores = new OnnxChunkScores[chunks.Count];
        for (var i = 0; i < scores.Length; i++)
            scores[i] = OnnxChunkScores.Empty(_relations, _roles, chunks[i].Length, Labels);
        var plan = new BatchPlan(_pieces, text, chunks);
        if (_threads > 1 && plan.Batches.Count > 1)
            Parallel.For(
                0,
                plan.Batches.Count,
                new ParallelOptions { MaxDegreeOfParallelism = _threads },
                i => ScoreBatch(plan, i, scores)
            );
        else
            for (var i = 0; i < plan.Batches.Count; i++)
                ScoreBatch(plan, i, scores);
        return scores;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _run.Dispose();
        _session.Dispose();
    }

    internal static InferenceSession OpenSession(string path)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            // The graph is fused by hand; the further fusions of ONNX Runtime make its layer normalisation slower.
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_BASIC,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        try
        {
            return new InferenceSession(path, options);
        }
        catch (OnnxRuntimeException e)
        {
            Throw.BadFile(path, e.Message.TrimEnd('.'));
            throw;
        }
    }

    private void ScoreBatch(BatchPlan plan, int batch, OnnxChunkScores[] scores)
    {
        var (start, end, length) = plan.Batches[batch];
        using var input = new BatchInput(plan, start, end, length);
        using var output = _session.Run(_run, BatchInput.Names, input.Values, s_outputs);
        for (var part = start; part < end; part++)
            new PartOutput(output, part - start, input.Words, Labels.Names.Length).CopyTo(
                scores[plan.Parts[part].Chunk],
                plan.Parts[part],
                _roles
            );
    }
}
