using System.Runtime.InteropServices;
using Parley.Onnx;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Bench;

/// <summary>A language model that costs nothing: it scores a chunk once with the accurate model, and from then on gives the same scores again.</summary>
/// <remarks>What it is asked twice is kept in a file, so that a later run needs no network at all. Used from one thread.</remarks>
internal sealed class ReplayModel : ILanguageModel
{
    private readonly string _file;
    private readonly OnnxLanguageModel _inner;
    private readonly Dictionary<(string Text, int Start, int End), KeptScores> _kept = [];
    private readonly List<WordRange> _missing = [];

    /// <summary>Opens the model of a folder and the scores that were kept in a file before.</summary>
    public ReplayModel(string model, string file)
    {
        _file = file;
        _inner = OnnxLanguageModel.Open(model);
        if (File.Exists(file))
            Load();
    }

    /// <inheritdoc/>
    public string Name => _inner.Name;

    /// <inheritdoc/>
    public ModelLabels Labels => _inner.Labels;

    /// <inheritdoc/>
    public int ChunkWords => _inner.ChunkWords;

    /// <summary>True when something was asked that was not in the file.</summary>
    public bool HasNew { get; private set; }

    /// <inheritdoc/>
    public ChunkScores[] Score(TokenizedText text, IReadOnlyList<WordRange> chunks)
    {
        var id = text.Article.Id;
        _missing.Clear();
        foreach (var chunk in chunks)
            if (!_kept.ContainsKey((id, chunk.Start, chunk.End)))
                _missing.Add(chunk);
        if (_missing.Count > 0)
        {
            HasNew = true;
            var scores = _inner.Score(text, _missing);
            for (var i = 0; i < scores.Length; i++)
                _kept[(id, _missing[i].Start, _missing[i].End)] = KeptScores.Of(scores[i], Labels.Names.Length);
        }
        var all = new ChunkScores[chunks.Count];
        for (var i = 0; i < all.Length; i++)
            all[i] = _kept[(id, chunks[i].Start, chunks[i].End)];
        return all;
    }

    /// <summary>Keeps all scores in the file.</summary>
    public void Save()
    {
        using var output = new BinaryWriter(File.Create(_file));
        output.Write(_kept.Count);
        foreach (var ((text, start, end), scores) in _kept)
        {
            output.Write(text);
            output.Write(start);
            output.Write(end);
            scores.Write(output);
        }
        HasNew = false;
    }

    /// <inheritdoc/>
    public void Dispose() => _inner.Dispose();

    private void Load()
    {
        using var input = new BinaryReader(new BufferedStream(File.OpenRead(_file), 1 << 20));
        for (var count = input.ReadInt32(); count > 0; count--)
        {
            var key = (input.ReadString(), input.ReadInt32(), input.ReadInt32());
            _kept[key] = KeptScores.Read(input, Labels.Names.Length);
        }
    }

    private sealed class KeptScores : ChunkScores
    {
        private readonly Dictionary<(int Word, int Head), int> _relations = [];
        private float[] _arcs = [];
        private ChunkScores? _inner;

        public static KeptScores Of(ChunkScores scores, int names) =>
            new()
            {
                _inner = scores,
                Count = scores.Count,
                Upos = [.. scores.Upos.AsSpan(0, scores.Count)],
                Xpos = [.. scores.Xpos.AsSpan(0, scores.Count)],
                Features = [.. scores.Features.AsSpan(0, scores.Count)],
                Lemmas = [.. scores.Lemmas.AsSpan(0, scores.Count)],
                Names = [.. scores.Names.AsSpan(0, scores.Count * names)],
                Ends = [.. scores.Ends.AsSpan(0, scores.Count)],
                _arcs = ArcsOf(scores),
            };

        public override void ReadArcs(int first, int count, Span<float> arcs)
        {
            for (var word = 0; word < count; word++)
            {
                var row = _arcs.AsSpan((first + word) * (Count + 1), Count + 1);
                arcs[word * (count + 1)] = row[0];
                row.Slice(first + 1, count).CopyTo(arcs[(word * (count + 1) + 1)..]);
            }
        }

        public override int Relation(int word, int head)
        {
            if (!_relations.TryGetValue((word, head), out var relation))
                _relations[(word, head)] = relation = _inner?.Relation(word, head) ?? 0;
            return relation;
        }

        public void Write(BinaryWriter output)
        {
            output.Write(Count);
            foreach (var classes in (short[][])[Upos, Xpos, Features, Lemmas])
                output.Write(MemoryMarshal.AsBytes<short>(classes));
            foreach (var scores in (float[][])[Names, Ends, _arcs])
                output.Write(MemoryMarshal.AsBytes<float>(scores));
            output.Write(_relations.Count);
            foreach (var ((word, head), relation) in _relations)
            {
                output.Write(word);
                output.Write(head);
                output.Write(relation);
            }
        }

        public static KeptScores Read(BinaryReader input, int names)
        {
            var count = input.ReadInt32();
            var scores = new KeptScores
            {
                Count = count,
                Upos = Numbers<short>(input, count),
                Xpos = Numbers<short>(input, count),
                Features = Numbers<short>(input, count),
                Lemmas = Numbers<short>(input, count),
                Names = Numbers<float>(input, count * names),
                Ends = Numbers<float>(input, count),
                _arcs = Numbers<float>(input, count * (count + 1)),
            };
            for (var relations = input.ReadInt32(); relations > 0; relations--)
                scores._relations[(input.ReadInt32(), input.ReadInt32())] = input.ReadInt32();
            return scores;
        }

        private static float[] ArcsOf(ChunkScores scores)
        {
            var arcs = new float[scores.Count * (scores.Count + 1)];
            scores.ReadArcs(0, scores.Count, arcs);
            return arcs;
        }

        private static T[] Numbers<T>(BinaryReader input, int count)
            where T : unmanaged
        {
            var numbers = new T[count];
            input.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
            return numbers;
        }
    }
}
