namespace Parley.Syntax;

/// <summary>What a language model says of one chunk of <see cref="Count"/> words. Arrays are indexed by word of the chunk and may be longer.</summary>
/// <remarks>Disposing of the scores gives their memory back to the model; they must not be read afterwards.</remarks>
public abstract class ChunkScores : IDisposable
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

    /// <summary>Scores of heads for the words of one sentence: for each word of it one for the root, then one for each word of the sentence.</summary>
    /// <param name="first">First word of the sentence, counted in the chunk.</param>
    /// <param name="count">Number of its words.</param>
    /// <param name="arcs">Filled in: <paramref name="count"/> rows of <paramref name="count"/> + 1.</param>
    public abstract void ReadArcs(int first, int count, Span<float> arcs);

    /// <summary>The best relation class of <paramref name="word"/> under <paramref name="head"/> (-1 for the root).</summary>
    public abstract int Relation(int word, int head);

    /// <summary>Scores of all semantic word heads for a word of the chunk, in the order of <see cref="SemanticLabels"/>; empty where the model has none.</summary>
    public virtual ReadOnlySpan<float> Meaning(int word) => [];

    /// <summary>Log-odds that each word of a run fills a role of <paramref name="governor"/>.</summary>
    /// <param name="governor">The governing word, counted in the chunk.</param>
    /// <param name="role">The role.</param>
    /// <param name="first">First word of the run, counted in the chunk.</param>
    /// <param name="logOdds">Filled in, one for each word of the run.</param>
    public virtual void ReadRole(int governor, SemanticRole role, int first, Span<float> logOdds) => logOdds.Fill(float.NegativeInfinity);

    /// <inheritdoc/>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
