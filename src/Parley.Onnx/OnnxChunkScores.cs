using Parley.Syntax;

namespace Parley.Onnx;

/// <summary>Scores of one chunk with what is needed for the relation to any head.</summary>
internal sealed class OnnxChunkScores : ChunkScores
{
    private readonly RelationScorer _scorer;

    public OnnxChunkScores(RelationScorer scorer, int count)
    {
        _scorer = scorer;
        Best = new short[count];
        BestRelation = new short[count];
        WordVectors = new float[count * RelationScorer.Width];
        HeadVectors = new float[(count + 1) * RelationScorer.Width];
    }

    /// <summary>The network's own choice of head: 0 for the root, else 1 + word.</summary>
    public short[] Best { get; }

    /// <summary>The relation to that head.</summary>
    public short[] BestRelation { get; }

    /// <summary>A vector for each word as dependent.</summary>
    public float[] WordVectors { get; }

    /// <summary>A vector for the root and for each word as head.</summary>
    public float[] HeadVectors { get; }

    /// <summary>Scores of heads, word by word: one more each than there are words, the first for the root, then the words of the chunk.</summary>
    public required float[] Arcs { get; init; }

    /// <inheritdoc/>
    public override void ReadArcs(int first, int count, Span<float> arcs)
    {
        for (var word = 0; word < count; word++)
        {
            var row = Arcs.AsSpan((first + word) * (Count + 1), Count + 1);
            var into = arcs.Slice(word * (count + 1), count + 1);
            into[0] = row[0];
            row.Slice(first + 1, count).CopyTo(into[1..]);
        }
    }

    /// <inheritdoc/>
    public override int Relation(int word, int head)
    {
        if (Best[word] == head + 1)
            return BestRelation[word];
        const int width = RelationScorer.Width;
        return _scorer.Best(WordVectors.AsSpan(word * width, width), HeadVectors.AsSpan((head + 1) * width, width));
    }

    /// <summary>Empty scores of a chunk; no word is another's head until told.</summary>
    public static OnnxChunkScores Empty(RelationScorer scorer, int count, int names)
    {
        var arcs = new float[count * (count + 1)];
        Array.Fill(arcs, -1e4f);
        return new OnnxChunkScores(scorer, count)
        {
            Count = count,
            Upos = new short[count],
            Xpos = new short[count],
            Features = new short[count],
            Lemmas = new short[count],
            Names = new float[count * names],
            Ends = new float[count],
            Arcs = arcs,
        };
    }
}
