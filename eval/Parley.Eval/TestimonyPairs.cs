using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Parley.Assessments;
using Parley.Ledger;
using Parley.Links;
using Parley.Models;
using Parley.Onnx;
using Parley.Records;

namespace Parley.Eval;

/// <summary>
/// What the reader of testimony gives for pairs of a promise and a sentence: those of a file, or those that a ledger of some readings asks. The screen before
/// it is learned from the first and measured on the second (<c>tools/train/train_screen.py</c>).
/// </summary>
internal sealed class TestimonyPairs : ITestimonyModel, IDisposable
{
    private readonly OnnxTestimonyModel _model = OnnxTestimonyModel.Open(
        ModelManifest.FindFolder("en-testimony") ?? throw new InvalidModelException("models/en-testimony is missing")
    );

    private readonly ConcurrentDictionary<(string Promise, string Sentence), TestimonyScores> _asked = new();

    /// <inheritdoc/>
    public string Name => _model.Name;

    /// <inheritdoc/>
    public TestimonyScores[] Score(string promise, IReadOnlyList<string> sentences, IReadOnlyList<bool>? closely = null)
    {
        var scores = _model.Score(promise, sentences);
        for (var at = 0; at < scores.Length; at++)
            _asked[(promise, sentences[at])] = scores[at];
        return scores;
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    /// <summary>One line a pair: promise, sentence, and the probabilities of nothing, kept, holds, broken, doubted, revoked and void, parted by tabs.</summary>
    /// <param name="file">Readings, one line of JSON each, or pairs (<c>.tsv</c>): promise, tab, sentence.</param>
    /// <param name="to">Where the lines are written.</param>
    public static void Run(string file, TextWriter to)
    {
        using var pairs = new TestimonyPairs();
        if (file.EndsWith(".tsv", StringComparison.Ordinal))
            Parallel.ForEach(
                File.ReadLines(file).Select(line => line.Split('\t')).Where(parts => parts.Length > 1),
                new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
                parts => pairs.Score(parts[0], [parts[1]])
            );
        else
            BlockFold.Make(
                new UndertakingBlocks(pairs),
                File.ReadLines(file).Select(ReadingJson.Read).DistinctBy(reading => reading.Article.Id),
                JoinDecisions.None
            );
        foreach (var ((promise, sentence), scores) in pairs._asked.OrderBy(one => one.Key))
            to.WriteLine(
                string.Join('\t', One(promise), One(sentence))
                    + string.Concat(
                        new[]
                        {
                            scores.Nothing,
                            scores.Kept,
                            scores.Holds,
                            scores.Broken,
                            scores.Doubted,
                            scores.Revoked,
                            scores.Void,
                        }.Select(p => p.ToString("'\t'0.0000", CultureInfo.InvariantCulture))
                    )
            );
    }

    private static string One(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var sign in text)
            line.Append(char.IsControl(sign) ? ' ' : sign);
        return line.ToString();
    }
}
