using System.Buffers;
using Parley.Syntax;

namespace Parley.Onnx;

/// <summary>Scores of one chunk with what is needed for the relation to any head.</summary>
internal sealed class OnnxChunkScores : ChunkScores
{
    private readonly RelationScorer _scorer;
    private readonly RoleScorer _roles;
    private readonly int _classes;

    public OnnxChunkScores(RelationScorer scorer, RoleScorer roles, int count, int classes)
    {
        _scorer = scorer;
        _roles = roles;
        _classes = classes;
        Meanings = ArrayPool<float>.Shared.Rent(count * classes);
        Governors = ArrayPool<float>.Shared.Rent(count * roles.GovernorNumbers);
        RoleWords = ArrayPool<float>.Shared.Rent(count * roles.WordNumbers);
        Best = new short[count];
        BestRelation = new short[count];
        WordVectors = new float[count * RelationScorer.Width];
        HeadVectors = new float[(count + 1) * RelationScorer.Width];
    }

    /// <summary>The network's own choice of head: 0 for the root, else 1 + word.</summary>
    public short[] Best { get; }

    /// <summary>The relation to that head.</summary>
    public short[] BestRelation { get; }

    /// <summary>Scores of the semantic word heads, word by word. This array and the next two are lent by a pool.</summary>
    public float[] Meanings { get; }

    /// <summary>Number of scores of a word.</summary>
    public int Classes => _classes;

    /// <summary>The numbers of each word as governor of roles.</summary>
    public float[] Governors { get; }

    /// <summary>The numbers of each word as one that fills a role.</summary>
    public float[] RoleWords { get; }

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

    /// <inheritdoc/>
    public override ReadOnlySpan<float> Meaning(int word) => Meanings.AsSpan(word * _classes, _classes);

    /// <inheritdoc/>
    public override void ReadRole(int governor, SemanticRole role, int first, Span<float> logOdds) =>
        _roles.Read(Governors.AsSpan(governor * _roles.GovernorNumbers, _roles.GovernorNumbers), RoleWords, role, governor, first, logOdds);

    /// <inheritdoc/>
    public override void Dispose()
    {
        ArrayPool<float>.Shared.Return(Meanings);
        ArrayPool<float>.Shared.Return(Governors);
        ArrayPool<float>.Shared.Return(RoleWords);
        base.Dispose();
    }

    /// <summary>Empty scores of a chunk; no word is another's head until told.</summary>
    public static OnnxChunkScores Empty(RelationScorer scorer, RoleScorer roles, int count, ModelLabels labels)
    {
        var arcs = new float[count * (count + 1)];
        Array.Fill(arcs, -1e4f);
        return new OnnxChunkScores(scorer, roles, count, labels.Semantics!.Width)
        {
            Count = count,
            Upos = new short[count],
            Xpos = new short[count],
            Features = new short[count],
            Lemmas = new short[count],
            Names = new float[count * labels.Names.Length],
            Ends = new float[count],
            Arcs = arcs,
        };
    }
}
