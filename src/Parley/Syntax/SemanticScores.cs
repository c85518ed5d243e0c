using System.Runtime.InteropServices;
using Parley.Text;

namespace Parley.Syntax;

/// <summary>What the semantic heads say of a text: scores of the words that may name something, and for each the roles of the words around it.</summary>
/// <remarks>The stage of mentions decodes them; no other reads them.</remarks>
public sealed class SemanticScores
{
    /// <summary>A word is kept whose best class lies no more than this below "none", in log-odds: a probability of about 3 %.</summary>
    private const float Floor = -3.5f;

    private readonly List<SemanticWord> _words = [];

    /// <summary>No scores yet. <paramref name="labels"/> is null where a model has no semantic heads.</summary>
    internal SemanticScores(SemanticLabels? labels) => Labels = labels;

    /// <summary>What the scores mean; null where the model has no semantic heads.</summary>
    public SemanticLabels? Labels { get; }

    /// <summary>The words, in the order of the text.</summary>
    public ReadOnlySpan<SemanticWord> Words => CollectionsMarshal.AsSpan(_words);

    /// <summary>Keeps what a chunk tells of one of its sentences.</summary>
    internal void Add(WordRange sentence, WordRange chunk, ChunkScores scores)
    {
        if (Labels is null)
            return;
        for (var word = sentence.Start; word < sentence.End; word++)
        {
            var own = scores.Meaning(word - chunk.Start);
            var (isEvent, isCue) = (IsLikely(SemanticHead.Type, own), IsLikely(SemanticHead.Act, own));
            var (isDeed, isTopic) = (IsLikely(SemanticHead.Kind, own), IsLikely(SemanticHead.Topic, own));
            if (!(isEvent || isCue || isDeed || isTopic || IsLikely(SemanticHead.Part, own)))
                continue;
            var roles = new float[SemanticLabels.Roles][];
            for (var role = 0; role < roles.Length; role++)
                if (
                    (SemanticRole)role switch
                    {
                        SemanticRole.Speaker or SemanticRole.Content => isCue,
                        SemanticRole.By => isDeed,
                        SemanticRole.Party => isTopic,
                        _ => isEvent,
                    }
                )
                {
                    roles[role] = new float[sentence.Length];
                    scores.ReadRole(word - chunk.Start, (SemanticRole)role, sentence.Start - chunk.Start, roles[role]);
                }
            _words.Add(new SemanticWord(word, sentence, own.ToArray(), roles));
        }
    }

    /// <summary>Puts the words in the order of the text: chunks are read in another.</summary>
    internal void Sort() => _words.Sort(static (a, b) => a.Word.CompareTo(b.Word));

    private bool IsLikely(SemanticHead head, ReadOnlySpan<float> word)
    {
        var scores = Labels!.Scores(head, word);
        var least = scores[0] + Floor;
        foreach (var score in scores[1..])
            if (score > least)
                return true;
        return false;
    }
}

/// <summary>The scores of one word.</summary>
/// <param name="Word">The word.</param>
/// <param name="Sentence">The sentence that the model saw around it.</param>
/// <param name="Classes">Scores of all word heads: see <see cref="SemanticLabels"/>.</param>
/// <param name="Roles">By role the log-odds that each word of the sentence fills it; null for roles that the word hardly governs.</param>
public sealed record SemanticWord(int Word, WordRange Sentence, float[] Classes, float[]?[] Roles);
