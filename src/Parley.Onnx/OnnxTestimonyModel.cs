using Microsoft.ML.OnnxRuntime;
using Parley.Links;
using Parley.Models;

namespace Parley.Onnx;

/// <summary>The reader of testimony on ONNX Runtime, a model folder as <c>tools/train/export_testimony.py</c> writes it.</summary>
/// <remarks>
/// A screen stands before the network (<see cref="TestimonyScreen"/>). The network is opened at the first question: most articles
/// tell no promise. Behind its second layer an exit ends the reading of what would give nothing. The last <see cref="Remembered"/> answers are kept, since a ledger asks twice.
/// </remarks>
public sealed class OnnxTestimonyModel : ITestimonyModel, IDisposable
{
    /// <summary>Word pieces of a promise and of a sentence that are read; what is longer is cut.</summary>
    public const int MostPromise = 64;

    /// <inheritdoc cref="MostPromise"/>
    public const int MostSentence = 96;

    private const string File = "testimony.onnx";
    private const string Vocabulary = "vocab.txt";
    private const string ScreenFile = "screen.bin";
    private const int Remembered = 8192;
    private static readonly string[] s_inputs = ["pieces", "mask", "second", "closely"];
    private static readonly string[] s_outputs = ["bearing"];
    private readonly Lazy<TestimonyScreen> _screen;
    private readonly Lazy<(InferenceSession Session, WordPieces Pieces)> _network;
    private readonly RunOptions _run = new();
    private readonly Lock _door = new();
    private Dictionary<(string Promise, string Sentence, bool Closely), TestimonyScores> _known = [];
    private Dictionary<(string Promise, string Sentence, bool Closely), TestimonyScores> _older = [];

    private OnnxTestimonyModel(string folder, string name)
    {
        Name = name;
        _screen = new(() =>
        {
            _ = ModelManifest.Verify(folder, File, Vocabulary, ScreenFile);
            return TestimonyScreen.Open(folder);
        });
        _network = new(() =>
        {
            _ = ModelManifest.Verify(folder, File, Vocabulary, ScreenFile);
            return (OnnxLanguageModel.OpenSession(Path.Combine(folder, File)), new WordPieces(Path.Combine(folder, Vocabulary)));
        });
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The reader of testimony of a model folder.</summary>
    /// <param name="folder">The folder with <c>manifest.json</c>.</param>
    /// <exception cref="InvalidModelException">A file is missing or truncated. The first question throws the same where a file is altered.</exception>
    public static OnnxTestimonyModel Open(string folder)
    {
        var manifest = ModelManifest.VerifySizes(folder, File, Vocabulary, ScreenFile);
        return new OnnxTestimonyModel(folder, $"{manifest.Name} {manifest.Version}");
    }

    /// <inheritdoc/>
    public Func<string, bool> Screen(string promise) => _screen.Value.Of(promise).MayTell;

    /// <inheritdoc/>
    public TestimonyScores[] Score(string promise, IReadOnlyList<string> sentences, IReadOnlyList<bool>? closely = null)
    {
        var scores = new TestimonyScores[sentences.Count];
        var asked = new List<int>();
        lock (_door)
            for (var i = 0; i < scores.Length; i++)
                if (_known.TryGetValue(Key(i), out var known) || _older.TryGetValue(Key(i), out known))
                    scores[i] = known;
                else
                    asked.Add(i);
        if (asked.Count == 0)
            return scores;
        var cut = new Cut(_network.Value.Pieces, promise);
        // The sentences of one article on all cores: a ledger that joins asks of one article after the other.
        if (asked.Count > 1 && Environment.ProcessorCount > 1)
            Parallel.ForEach(asked, at => scores[at] = Run(cut.With(sentences[at]), cut.Promise, IsClose(at)));
        else
            foreach (var at in asked)
                scores[at] = Run(cut.With(sentences[at]), cut.Promise, IsClose(at));
        lock (_door)
            foreach (var at in asked)
                Keep(Key(at), scores[at]);
        return scores;

        bool IsClose(int at) => closely?[at] ?? true;
        (string, string, bool) Key(int at) => (promise, sentences[at], IsClose(at));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_network.IsValueCreated)
            _network.Value.Session.Dispose();
        _run.Dispose();
    }

    /// <summary>One pair at a time: in batches the last digits would hang on what else is asked.</summary>
    private TestimonyScores Run(long[] pieces, int promise, bool closely)
    {
        var mask = new int[pieces.Length];
        Array.Fill(mask, 1);
        var second = new long[pieces.Length];
        second.AsSpan(promise).Fill(1);
        long[] shape = [1, pieces.Length];
        using var first = OrtValue.CreateTensorValueFromMemory(pieces, shape);
        using var masks = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var sides = OrtValue.CreateTensorValueFromMemory(second, shape);
        using var close = OrtValue.CreateTensorValueFromMemory([closely], []);
        using var output = _network.Value.Session.Run(_run, s_inputs, [first, masks, sides, close], s_outputs);
        var found = output[0].GetTensorDataAsSpan<float>();
        return new TestimonyScores(found[0], found[1], found[2], found[3], found[4], found[5], found[6]);
    }

    private void Keep((string, string, bool) pair, TestimonyScores scores)
    {
        if (_known.Count >= Remembered / 2)
            (_older, _known) = (_known, []);
        _known[pair] = scores;
    }

    /// <summary>Cuts a promise once, and sentences behind it: first piece, promise, last piece, sentence, last piece.</summary>
    private sealed class Cut
    {
        private readonly WordPieces _pieces;
        private readonly long[] _start;

        public Cut(WordPieces pieces, string promise)
        {
            _pieces = pieces;
            _start = [WordPieces.First, .. Of(promise, MostPromise), WordPieces.Last];
        }

        public int Promise => _start.Length;

        public long[] With(string sentence) => [.. _start, .. Of(sentence, MostSentence), WordPieces.Last];

        private List<long> Of(string text, int most)
        {
            var found = new List<long>();
            Span<int> word = stackalloc int[WordPieces.MostPieces];
            foreach (var range in text.AsSpan().SplitAny(' ', '\t', '\n', '\r', '\u00A0'))
                if (text.AsSpan(range) is { IsEmpty: false } form)
                {
                    var count = _pieces.Cut(form, word);
                    for (var i = 0; i < count && found.Count < most; i++)
                        found.Add(word[i]);
                    if (found.Count >= most)
                        break;
                }
            return found;
        }
    }
}
