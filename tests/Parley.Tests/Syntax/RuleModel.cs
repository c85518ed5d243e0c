using Parley.Syntax;
using Parley.Text;

namespace Parley.Tests.Syntax;

/// <summary>A language model of a few fixed rules: every word hangs on the word before, capitalised words are names, ends are as told.</summary>
internal sealed class RuleModel : ILanguageModel
{
    public Func<string, float> EndOf { get; init; } = _ => 0;

    public List<WordRange> Chunks { get; } = [];

    public string Name => "rules";

    public int ChunkWords { get; init; } = 20;

    public ModelLabels Labels { get; } =
        new()
        {
            Upos = ["X", "NOUN"],
            Xpos = ["NN"],
            Features = ["_"],
            Lemmas = ["L0+", "L1+"],
            Names = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"],
            Relations = ["root", "dep", "nsubj"],
            KnownLemmas = LemmaTable.Of([("mice", "NOUN", "mouse")]),
        };

    public ChunkScores[] Score(TokenizedText text, IReadOnlyList<WordRange> chunks)
    {
        Chunks.AddRange(chunks);
        return [.. chunks.Select(chunk => Score(text, chunk))];
    }

    public void Dispose() { }

    private Scores Score(TokenizedText text, WordRange chunk)
    {
        var count = chunk.Length;
        var names = new float[count * 5];
        for (var i = 0; i < count; i++)
        {
            // A lone I would be best for every capitalised word; only a B may begin a name.
            names[i * 5 + (char.IsUpper(text.Form(chunk.Start + i)[0]) ? 2 : 0)] = 3;
        }
        return new Scores
        {
            Count = count,
            Upos = [.. Enumerable.Repeat((short)1, count)],
            Xpos = new short[count],
            Features = new short[count],
            Lemmas = new short[count],
            Names = names,
            Ends = [.. Enumerable.Range(chunk.Start, count).Select(word => EndOf(text.Form(word).ToString()))],
        };
    }

    private sealed class Scores : ChunkScores
    {
        public override void ReadArcs(int first, int count, Span<float> arcs)
        {
            arcs.Clear();
            for (var word = 0; word < count; word++)
                arcs[word * (count + 1) + word] = 5;
        }

        public override int Relation(int word, int head) => 2;
    }
}
