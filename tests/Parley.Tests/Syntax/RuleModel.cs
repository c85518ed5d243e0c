using System.Collections.Frozen;
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
            LemmaExceptions = new Dictionary<string, string> { ["mice\tNOUN"] = "mouse" }.ToFrozenDictionary(),
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
        var arcs = new float[count * (count + 1)];
        var names = new float[count * 5];
        for (var i = 0; i < count; i++)
        {
            arcs[i * (count + 1) + i] = 5;
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
            Arcs = arcs,
        };
    }

    private sealed class Scores : ChunkScores
    {
        public override int Relation(int word, int head) => 2;
    }
}
