using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

/// <summary>Pairs quotation marks, also where one is lost, of the other kind, or the quotation runs over paragraphs.</summary>
internal static class QuotationReader
{
    /// <summary>Reads the quotations of all paragraphs, list items and captions.</summary>
    public static QuotationTable Read(ParsedText parsed)
    {
        var quotations = new List<Quotation>();
        var blocks = parsed.Tokens.Blocks;
        for (var b = 0; b < blocks.Length; b++)
            if (blocks[b].Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Caption && blocks[b].Words.Length > 0)
                ReadBlock(parsed, blocks[b].Words, OpensNext(parsed, b), quotations);
        return new QuotationTable(parsed, quotations);
    }

    private static bool OpensNext(ParsedText parsed, int block)
    {
        var blocks = parsed.Tokens.Blocks;
        for (var next = block + 1; next < blocks.Length; next++)
            if (blocks[next].Kind == BlockKind.Paragraph && blocks[next].Words.Length > 0)
                return QuotationMarks.Of(parsed, blocks[next].Words.Start) is QuotationMark.Open or QuotationMark.Either;
        return false;
    }

    private static void ReadBlock(ParsedText parsed, WordRange block, bool opensNext, List<Quotation> quotations)
    {
        var open = -1;
        var isSingle = false;
        for (var word = block.Start; word < block.End; word++)
        {
            var mark = QuotationMarks.Of(parsed, word);
            if (mark == QuotationMark.None || (open >= 0 && !isSingle && QuotationMarks.IsSingle(mark)))
                continue;
            var opens = Opens(parsed, block, word, mark, open >= 0);
            if (QuotationMarks.IsSingle(mark) && (open >= 0 ? opens : !opens))
                continue;
            if (open >= 0 && isSingle && !QuotationMarks.IsSingle(mark))
                open = -1;
            if (opens)
            {
                if (open >= 0)
                    Close(parsed, open, EndOfSentence(parsed, open, word), false, false, quotations);
                (open, isSingle) = (word, QuotationMarks.IsSingle(mark));
            }
            else if (open >= 0)
            {
                if (word > open + 1)
                    Close(parsed, open, word + 1, true, false, quotations);
                open = -1;
            }
        }
        if (open >= 0 && !isSingle && open + 1 < block.End)
            Close(parsed, open, opensNext ? block.End : EndOfSentence(parsed, open, block.End), false, opensNext, quotations);
    }

    private static bool Opens(ParsedText parsed, WordRange block, int word, QuotationMark mark, bool isOpen)
    {
        if (mark is QuotationMark.Open or QuotationMark.SingleOpen)
            return true;
        if (mark == QuotationMark.Close)
            return false;
        var spaceBefore =
            word == block.Start || parsed.Tokens.Words[word - 1].SpaceAfter || parsed.Tokens.Form(word - 1) is "(" or "[" or "—" or "–";
        var spaceAfter = parsed.Tokens.Words[word].SpaceAfter;
        if (spaceBefore != spaceAfter)
            return spaceBefore;
        return !isOpen;
    }

    private static int EndOfSentence(ParsedText parsed, int word, int limit)
    {
        var sentence = parsed.SentenceOf(Math.Min(word + 1, parsed.Count - 1));
        return sentence < 0 ? limit : Math.Clamp(parsed.Sentences[sentence].End, word + 1, limit);
    }

    private static void Close(ParsedText parsed, int open, int end, bool hasEnd, bool goesOn, List<Quotation> quotations)
    {
        var words = new WordRange(open, end);
        quotations.Add(new Quotation(words, hasEnd, goesOn, ReadsAsSpeech(parsed, words, hasEnd)));
    }

    private static bool ReadsAsSpeech(ParsedText parsed, WordRange words, bool hasEnd)
    {
        var last = hasEnd ? words.End - 2 : words.End - 1;
        var endsLikeSpeech = last > words.Start && parsed.Tokens.Form(last) is "," or "." or "!" or "?" or "…" or "..." or "—" or "–";
        var count = 0;
        var isFinite = false;
        var isName = true;
        for (var word = words.Start + 1; word <= last; word++)
        {
            if (parsed.UposTags[word] != Upos.Punct)
                count++;
            isName &= parsed.UposTags[word] is Upos.Punct or Upos.Adp or Upos.Det || char.IsUpper(parsed.Tokens.Form(word)[0]);
            isFinite |= parsed.XposTags[word] is "VBD" or "VBZ" or "VBP" or "MD";
        }
        if (isName && !isFinite && count is > 1 and < 7)
            return false;
        var beginsLikeSpeech = words.Start + 1 < parsed.Count && char.IsUpper(parsed.Tokens.Form(words.Start + 1)[0]);
        return endsLikeSpeech ? (isFinite && count >= 3) || (count >= 1 && beginsLikeSpeech) : isFinite && beginsLikeSpeech && count >= 4;
    }
}
