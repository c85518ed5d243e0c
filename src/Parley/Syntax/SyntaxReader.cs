using Parley.Text;

namespace Parley.Syntax;

/// <summary>Stage 2. In: words with proposed sentence ends. Out: sentences, tags, features, lemmas, trees and names.</summary>
/// <remarks>
/// It decodes what a language model scores: ends where rule and model agree, one maximum spanning tree a sentence, names as the
/// best legal sequence. It judges nothing itself. The model lies in <c>models/</c>. Furniture is left out.
/// </remarks>
public sealed class SyntaxReader(ILanguageModel model)
{
    /// <summary>How many chunks go to the model at once.</summary>
    private const int BatchChunks = 64;

    /// <summary>A sentence that was handed in may have so many times the words of a chunk before it is cut for the model.</summary>
    private const int GivenChunks = 4;

    private readonly LabelTables _labels = new(model.Labels);

    /// <summary>Reads the syntax of a text.</summary>
    public ParsedText Read(TokenizedText tokens)
    {
        var draft = new SyntaxDraft(tokens, _labels);
        var pending = new Queue<Pending>();
        foreach (var block in tokens.Blocks)
            if (block.Kind != BlockKind.Furniture && block.Words.Length > 0)
                pending.Enqueue(new Pending(BehindDateline(tokens, block.Words), IsContinued: false));
        var taken = new List<Pending>(BatchChunks);
        var chunks = new List<WordRange>(BatchChunks);
        while (pending.Count > 0)
        {
            taken.Clear();
            chunks.Clear();
            while (pending.Count > 0 && chunks.Count < BatchChunks)
            {
                taken.Add(pending.Dequeue());
                chunks.Add(FirstChunk(taken[^1].Words, tokens.HasGivenSentences));
            }
            var scores = model.Score(tokens, chunks);
            for (var i = 0; i < chunks.Count; i++)
                using (scores[i])
                    if (ReadChunk(draft, tokens, taken[i], chunks[i], scores[i]) is { Words.Length: > 0 } rest)
                        pending.Enqueue(rest);
        }
        return draft.Finish();
    }

    /// <summary>The model does not see a dateline, which it might take for a subject; the draft hangs it on its sentence.</summary>
    private static WordRange BehindDateline(TokenizedText tokens, WordRange block) =>
        !tokens.HasGivenSentences && tokens.Dateline.Start == block.Start && tokens.Dateline.End < block.End
            ? block with
            {
                Start = Math.Max(block.Start, tokens.Dateline.End),
            }
            : block;

    /// <summary>What goes to the model at once. A sentence that was handed in goes whole, unless it is longer than any that a model has learned.</summary>
    private WordRange FirstChunk(WordRange range, bool isGiven)
    {
        var most = Math.Max(1, model.ChunkWords) * (isGiven ? GivenChunks : 1);
        return range with { End = Math.Min(range.End, range.Start + most) };
    }

    /// <summary>Reads the sentences of a chunk, and gives what is still to be read of its block.</summary>
    private static Pending ReadChunk(SyntaxDraft draft, TokenizedText tokens, Pending pending, WordRange chunk, ChunkScores scores)
    {
        var sentences = tokens.HasGivenSentences ? [chunk] : SentenceDecoder.Decode(tokens, chunk, scores.Ends);
        var (stop, isCut) = (chunk.End, false);
        if (chunk.End < pending.Words.End && sentences.Count > 1)
        {
            // The last sentence may go on behind the chunk: it is read again with what follows.
            stop = sentences[^1].Start;
            sentences.RemoveAt(sentences.Count - 1);
        }
        else if (chunk.End < pending.Words.End)
        {
            isCut = true;
            if (chunk.Length > 1)
                stop = SentenceDecoder.BestCut(chunk, scores.Ends);
            sentences[0] = sentences[0] with { End = stop };
        }
        for (var i = 0; i < sentences.Count; i++)
            draft.AddSentence(sentences[i], chunk, scores, pending.IsContinued && i == 0);
        return new Pending(pending.Words with { Start = stop }, isCut);
    }

    /// <summary>Words of a block that are still to be read; <paramref name="IsContinued"/> where the first of them go on with the sentence before.</summary>
    private readonly record struct Pending(WordRange Words, bool IsContinued);
}
