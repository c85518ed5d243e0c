namespace Parley.Syntax;

/// <summary>What a language model says of one chunk of <see cref="Count"/> words. Arrays are indexed by word of the chunk.</summary>
public abstract class ChunkScores
{
    /// <summary>Number of words.</summary>
    public required int Count { get; init; }

    /// <summary>Best class of the universal tag.</summary>
    public required short[] Upos { get; init; }

    /// <summary>Best class of the Penn tag.</summary>
    public required short[] Xpos { get; init; }

    /// <summary>Best class of the features.</summary>
    public required short[] Features { get; init; }

    /// <summary>Best class of the lemma script.</summary>
    public required short[] Lemmas { get; init; }

    /// <summary>Scores of the name classes, word by word.</summary>
    public required float[] Names { get; init; }

    /// <summary>Log-odds that the word ends its sentence.</summary>
    public required float[] Ends { get; init; }

    /// <summary>Scores of heads, word by word: <see cref="Count"/> + 1 each, the first for the root, then the words of the chunk.</summary>
    public required float[] Arcs { get; init; }

    /// <summary>The best relation class of <paramref name="word"/> under <paramref name="head"/> (-1 for the root).</summary>
    public abstract int Relation(int word, int head);
}
