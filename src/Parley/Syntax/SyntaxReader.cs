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

    private readonly LabelTables _labels = new(model.Labels);

    /// <summary>Reads the syntax of a text.</summary>
    public ParsedText Read(TokenizedText tokens)
    {
        var draft = new SyntaxDraft(tokens, _labels);
        var pending = new Queue<WordRange>();
        foreach (var block in tokens.Blocks)
            if (block.Kind != BlockKind.Furniture && block.Words.Length > 0)
                pending.Enqueue(BehindDateline(tokens, block.Words));
        var ranges = new List<WordRange>(BatchChunks);
        var chunks = new List<WordRange>(BatchChunks);
        while (pending.Count > 0)
        {
            ranges.Clear();
            chunks.Clear();
            while (pending.Count > 0 && chunks.Count < BatchChunks)
            {
                ranges.Add(pending.Dequeue());
                chunks.Add(tokens.HasGivenSentences ? ranges[^1] : FirstChunk(ranges[^1]));
            }
            var scores = model.Score(tokens, chunks);
            for (var i = 0; i < chunks.Count; i++)
                using (scores[i])
                    if (ReadChunk(draft, tokens, ranges[i], chunks[i], scores[i]) is { Length: > 0 } rest)
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

    private WordRange FirstChunk(WordRange range) => range with { End = Math.Min(range.End, range.Start + Math.Max(1, model.ChunkWords)) };

    /// <summary>Reads the sentences of a chunk, and gives what is still to be read of its block.</summary>
    private static WordRange ReadChunk(SyntaxDraft draft, TokenizedText tokens, WordRange range, WordRange chunk, ChunkScores scores)
    {
        if (tokens.HasGivenSentences)
        {
            draft.AddSentence(chunk, chunk, scores);
            return default;
        }
        var sentences = SentenceDecoder.Decode(tokens, chunk, scores.Ends);
        var stop = chunk.End;
        if (chunk.End < range.End && sentences.Count > 1)
        {
            // The last sentence may go on behind the chunk: it is read again with what follows.
            stop = sentences[^1].Start;
            sentences.RemoveAt(sentences.Count - 1);
        }
        else if (chunk.End < range.End && chunk.Length > 1)
        {
            stop = SentenceDecoder.BestCut(chunk, scores.Ends);
            sentences[0] = sentences[0] with { End = stop };
        }
        foreach (var sentence in sentences)
            draft.AddSentence(sentence, chunk, scores);
        return range with { Start = stop };
    }
}
