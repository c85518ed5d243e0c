using Parley.Text;

namespace Parley.Syntax;

/// <summary>Decides where the sentences of a scored chunk end.</summary>
internal static class SentenceDecoder
{
    /// <summary>Log-odds that a proposed end needs where a capital, a digit or a dash follows.</summary>
    public const float PlainEnd = -3.0f;

    /// <summary>Log-odds that any other proposed end needs.</summary>
    public const float ProposedEnd = -2.0f;

    /// <summary>Log-odds that an end needs which the text stage did not propose.</summary>
    public const float UnproposedEnd = 0.5f;

    /// <summary>The sentences of a chunk, in order; the last ends where the chunk does.</summary>
    public static List<WordRange> Decode(TokenizedText tokens, WordRange chunk, float[] ends)
    {
        var sentences = new List<WordRange>();
        var start = chunk.Start;
        for (var word = chunk.Start; word < chunk.End; word++)
        {
            if (word + 1 < chunk.End && !Ends(tokens, chunk, word, ends))
                continue;
            sentences.Add(new WordRange(start, word + 1));
            start = word + 1;
        }
        return sentences;
    }

    /// <summary>The best place to cut a chunk that holds no end: behind the likeliest end of its second half.</summary>
    public static int BestCut(WordRange chunk, float[] ends)
    {
        var best = chunk.Length / 2;
        for (var word = best; word + 1 < chunk.Length; word++)
            if (ends[word] > ends[best])
                best = word;
        return chunk.Start + best + 1;
    }

    private static bool Ends(TokenizedText tokens, WordRange chunk, int word, float[] ends)
    {
        var at = word - chunk.Start;
        if ((tokens.Words[word].Flags & WordFlags.EndsSentence) != 0)
            return true;
        if (tokens.Words[word + 1].ContinuesToken)
            return false;
        if (!IsProposed(tokens, word))
            return ends[at] > UnproposedEnd
                && tokens.Words[word].SpaceAfter
                && !(IsMark(tokens, word) && (IsProposed(tokens, word + 1) || (at > 0 && IsProposed(tokens, word - 1))));
        // A model may see the end one mark too early or too late: before the closing quotation mark, behind the next opening one.
        var score = ends[at];
        if (at > 0 && IsMark(tokens, word - 1))
            score = Math.Max(score, ends[at - 1]);
        if (IsMark(tokens, word + 1) && !IsProposed(tokens, word + 1))
            score = Math.Max(score, ends[at + 1]);
        return score > (IsFollowedByCapital(tokens, word + 1) ? PlainEnd : ProposedEnd);
    }

    private static bool IsProposed(TokenizedText tokens, int word) => (tokens.Words[word].Flags & WordFlags.MayEndSentence) != 0;

    private static bool IsMark(TokenizedText tokens, int word)
    {
        var form = tokens.Form(word);
        return form.Length <= 3 && (Characters.IsBracketOrQuote(form[0]) || Characters.IsStop(form[0]) || Characters.IsDash(form[0]));
    }

    /// <summary>True where the next word, opening quotation marks and brackets left out, begins like a sentence.</summary>
    private static bool IsFollowedByCapital(TokenizedText tokens, int word)
    {
        for (var last = Math.Min(word + 3, tokens.Words.Length); word < last; word++)
        {
            var first = tokens.Form(word)[0];
            if (!char.IsLetterOrDigit(first) && Characters.IsBracketOrQuote(first))
                continue;
            return char.IsUpper(first) || char.IsAsciiDigit(first) || Characters.IsDash(first);
        }
        return false;
    }
}
