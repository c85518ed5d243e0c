using Parley.Text;

namespace Parley.Onnx;

/// <summary>The pieces of all words of some chunks, and which parts go through the network together.</summary>
internal sealed class BatchPlan
{
    /// <summary>What the encoder takes at most.</summary>
    public const int LongestSequence = 512;

    /// <summary>Pieces of a batch, padding included.</summary>
    private const int BatchPieces = 1024;

    private static readonly int[] s_lengths = [8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, LongestSequence];

    private readonly List<int> _pieces = [];
    private readonly List<int> _starts = [0];
    private readonly List<byte> _shapes = [];
    private readonly List<ChunkPart> _parts = [];

    /// <summary>Cuts the words of the chunks into pieces and the chunks into batches of like length.</summary>
    public BatchPlan(WordPieces cutter, TokenizedText text, IReadOnlyList<WordRange> chunks)
    {
        Span<int> pieces = stackalloc int[WordPieces.MostPieces];
        for (var i = 0; i < chunks.Count; i++)
        {
            var first = _shapes.Count;
            for (var word = chunks[i].Start; word < chunks[i].End; word++)
            {
                // Capitals as they stand: an uncased encoder with the shape beside it makes more of them than of a guessed case.
                var form = text.Form(word);
                var count = cutter.Cut(form, pieces);
                for (var k = 0; k < count; k++)
                    _pieces.Add(pieces[k]);
                _starts.Add(_pieces.Count);
                _shapes.Add((byte)WordShape.Of(form));
            }
            AddParts(i, first, chunks[i].Length);
        }
        _parts.Sort(static (a, b) => a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.FirstWord.CompareTo(b.FirstWord));
        Batches = MakeBatches();
    }

    /// <summary>The parts, shortest first.</summary>
    public IReadOnlyList<ChunkPart> Parts => _parts;

    /// <summary>Runs of parts that go together, as ranges of <see cref="Parts"/>, with the length they are padded to.</summary>
    public IReadOnlyList<(int Start, int End, int Length)> Batches { get; }

    /// <summary>The pieces of a word of the plan, cut to the most that its part allows.</summary>
    public ReadOnlySpan<int> PiecesOf(int word, int most)
    {
        var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pieces);
        return all.Slice(_starts[word], Math.Min(most, _starts[word + 1] - _starts[word]));
    }

    /// <summary>The shape of a word of the plan.</summary>
    public int ShapeOf(int word) => _shapes[word];

    /// <summary>A chunk as one part if it fits, with fewer pieces a word if it must; else as several.</summary>
    private void AddParts(int chunk, int first, int words)
    {
        for (var offset = 0; offset < words; )
        {
            var rest = Math.Min(words - offset, LongestSequence - 2);
            var most = WordPieces.MostPieces;
            while (LengthOf(first + offset, rest, most) > LongestSequence)
                most =
                    most > 6 ? 6
                    : most > 3 ? 3
                    : 1;
            _parts.Add(new ChunkPart(chunk, offset, rest, first + offset, most, LengthOf(first + offset, rest, most)));
            offset += rest;
        }
    }

    private int LengthOf(int first, int words, int most)
    {
        var length = 2;
        for (var word = first; word < first + words; word++)
            length += Math.Min(most, _starts[word + 1] - _starts[word]);
        return length;
    }

    private List<(int, int, int)> MakeBatches()
    {
        var batches = new List<(int, int, int)>();
        for (var start = 0; start < _parts.Count; )
        {
            var length = Padded(_parts[start].Length);
            var end = start + 1;
            while (end < _parts.Count && Padded(_parts[end].Length) == length && (end - start + 1) * length <= BatchPieces)
                end++;
            batches.Add((start, end, length));
            start = end;
        }
        return batches;
    }

    private static int Padded(int length)
    {
        foreach (var size in s_lengths)
            if (length <= size)
                return size;
        return LongestSequence;
    }
}
