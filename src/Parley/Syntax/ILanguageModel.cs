using Parley.Text;

namespace Parley.Syntax;

/// <summary>A trained network that scores chunks of words. Deciding what the scores mean is the work of <see cref="SyntaxReader"/>.</summary>
/// <remarks>Implementations are safe to use from several threads at once and give the same scores for the same words on one machine.</remarks>
public interface ILanguageModel : IDisposable
{
    /// <summary>Name and version for the record: <c>en 1.0</c>.</summary>
    string Name { get; }

    /// <summary>What the classes of each head mean.</summary>
    ModelLabels Labels { get; }

    /// <summary>The most words that a chunk should have; longer ones may be scored worse or cut.</summary>
    int ChunkWords { get; }

    /// <summary>Scores chunks: runs of one or several whole sentences of a paragraph. Gives one result for each, in their order.</summary>
    ChunkScores[] Score(TokenizedText text, IReadOnlyList<WordRange> chunks);
}
