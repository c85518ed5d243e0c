using Parley.Syntax;
using Parley.Text;

namespace Parley.Tests;

/// <summary>A language model that costs little and knows nothing: the form of a word alone, hashed, decides every class, head and end. The same text always gets the same.</summary>
/// <param name="labels">The classes to choose from.</param>
internal sealed class ChanceModel(ModelLabels labels) : ILanguageModel
{
    private const int Reach = 6;

    public string Name => "chance";

    public ModelLabels Labels => labels;

    public int ChunkWords => 100;

    public ChunkScores[] Score(TokenizedText text, IReadOnlyList<WordRange> chunks) => [.. chunks.Select(chunk => Score(text, chunk))];

    public void Dispose() { }

    private ChanceScores Score(TokenizedText text, WordRange chunk)
    {
        var count = chunk.Length;
        var names = labels.Names.Length;
        var scores = new ChanceScores(labels.Relations.Length, new uint[count], labels.Semantics)
        {
            Count = count,
            Upos = new short[count],
            Xpos = new short[count],
            Features = new short[count],
            Lemmas = new short[count],
            Names = new float[count * names],
            Ends = new float[count],
        };
        for (var word = 0; word < count; word++)
        {
            var hash = HashOf(text.Form(chunk.Start + word));
            scores.Upos[word] = (short)(hash % labels.Upos.Length);
            scores.Xpos[word] = (short)(hash / 3 % labels.Xpos.Length);
            scores.Features[word] = (short)(hash / 5 % labels.Features.Length);
            scores.Lemmas[word] = (short)(hash / 7 % labels.Lemmas.Length);
            scores.Names[word * names + (int)(hash / 11 % names)] = 2;
            scores.Ends[word] = hash / 13 % 20 == 0 ? 3 : -5;
            scores.Hashes[word] = hash;
        }
        return scores;
    }

    private static uint HashOf(ReadOnlySpan<char> form)
    {
        var hash = 2166136261;
        foreach (var c in form)
            hash = (hash ^ c) * 16777619;
        return hash ^ hash >> 15;
    }

    private sealed class ChanceScores(int relations, uint[] hashes, SemanticLabels? semantics) : ChunkScores
    {
        /// <summary>One word in so many means something.</summary>
        private const int Meaningful = 6;

        public uint[] Hashes => hashes;

        /// <summary>The words near by are likelier heads than those far away or the root.</summary>
        public override void ReadArcs(int first, int count, Span<float> arcs)
        {
            arcs.Clear();
            for (var word = 0; word < count; word++)
            for (var head = Math.Max(0, word - Reach); head < Math.Min(count, word + Reach); head++)
                arcs[word * (count + 1) + head + 1] = 1 + (hashes[first + word] ^ (uint)head * 2654435761) % 1000 / 100f;
        }

        public override int Relation(int word, int head) => (word * 31 + (head + 1) * 17) % relations;

        public override ReadOnlySpan<float> Meaning(int word)
        {
            var scores = new float[semantics?.Width ?? 0];
            for (var i = 0; i < scores.Length; i++)
                scores[i] = Chance(hashes[word], i);
            if (semantics is not null && hashes[word] / 17 % Meaningful != 0)
                foreach (var head in Enum.GetValues<SemanticHead>())
                    scores[semantics.Start(head)] = 20;
            return scores;
        }

        public override void ReadRole(int governor, SemanticRole role, int first, Span<float> logOdds)
        {
            for (var i = 0; i < logOdds.Length; i++)
                logOdds[i] = Chance(hashes[governor] ^ hashes[first + i], (int)role) - 5;
        }

        /// <summary>A number from 0 to 6.</summary>
        private static float Chance(uint hash, int at) => ((hash ^ (uint)(at + 1) * 2654435761) >> 7) % 1000 / 166f;
    }
}
