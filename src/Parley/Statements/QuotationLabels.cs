using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

/// <summary>Reads speakers that stand beside a quotation without a verb: "Novak: “A”", "“A” — Marek Novak, a farmer".</summary>
internal sealed class QuotationLabels(ParsedText parsed, SpeakerFinder speakers, QuotationTable quotations)
{
    private const int LongestLabel = 8;
    private const int LongestSignature = 24;

    private static (Node Mark, Node Speaker, WordRange Words) Nothing => (Node.None, Node.None, default);

    /// <summary>The colon or dash and the speaker's head and words; no nodes where there is no such speaker.</summary>
    public (Node Mark, Node Speaker, WordRange Words) Of(WordRange quotation)
    {
        var signature = Signature(quotation);
        return signature.Mark.Exists ? signature : Label(quotation);
    }

    private (Node Mark, Node Speaker, WordRange Words) Label(WordRange quotation)
    {
        var mark = quotation.Start - 1;
        if (mark < 1 || parsed.Tokens.Form(mark) is not ":" || parsed.SentenceOf(mark) is not (>= 0 and var sentence))
            return Nothing;
        var words = new WordRange(parsed.Sentences[sentence].Start, mark);
        return words.Length is > 0 and <= LongestLabel ? Named(mark, words) : Nothing;
    }

    private (Node Mark, Node Speaker, WordRange Words) Signature(WordRange quotation)
    {
        var mark = quotation.End;
        if (mark >= parsed.Count - 1 || !Dashes.Is(parsed.Tokens.Form(mark)))
            return Nothing;
        var end = EndOfBlock(mark);
        while (end > mark && parsed.UposTags[end - 1] == Upos.Punct)
            end--;
        var words = new WordRange(mark + 1, end);
        return words.Length is > 0 and <= LongestSignature ? Named(mark, words) : Nothing;
    }

    /// <summary>A noun phrase without a verb, whose first word is its name or stands before it.</summary>
    private (Node Mark, Node Speaker, WordRange Words) Named(int mark, WordRange words)
    {
        if (parsed.UposTags[words.Start] is not (Upos.Propn or Upos.Det or Upos.Noun or Upos.Adj))
            return Nothing;
        var head = -1;
        for (var word = words.Start; word < words.End; word++)
        {
            if (parsed.XposTags[word] is "VBD" or "VBZ" or "VBP" or "VB" or "MD" || quotations.IndexAt(word) >= 0)
                return Nothing;
            if (head < 0 && !words.Contains(parsed.Heads[word]) && parsed.UposTags[word] is Upos.Propn or Upos.Noun)
                head = word;
        }
        return head >= 0 && speakers.CanSpeak(parsed[head]) ? (parsed[mark], parsed[head], words) : Nothing;
    }

    private int EndOfBlock(int word)
    {
        foreach (var block in parsed.Tokens.Blocks)
            if (block.Words.Contains(word))
                return block.Words.End;
        return parsed.Count;
    }
}
