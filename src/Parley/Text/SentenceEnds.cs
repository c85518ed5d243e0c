using System.Runtime.InteropServices;

namespace Parley.Text;

/// <summary>Marks the words behind which a sentence may end. The language model settles which of them do.</summary>
internal static class SentenceEnds
{
    /// <summary>Marks the possible ends inside one block, and its certain end.</summary>
    public static void Mark(string text, List<Word> words, WordRange block)
    {
        if (block.Length == 0)
            return;
        var all = CollectionsMarshal.AsSpan(words);
        var quotes = 0;
        for (var i = block.Start; i < block.End; i++)
        {
            var first = text[all[i].Start];
            if (first == '"')
                quotes++;
            if (i + 1 < block.End && IsStop(text, all[i]))
            {
                var last = IncludeClosing(text, all, i, block.End, ref quotes);
                if (last + 1 < block.End && MayFollow(text, all, i, last + 1))
                    all[last] = all[last] with { Flags = all[last].Flags | WordFlags.MayEndSentence };
                i = last;
            }
        }
        all[block.End - 1] = all[block.End - 1] with { Flags = all[block.End - 1].Flags | WordFlags.EndsSentence };
    }

    /// <summary>True for a stop; that of an abbreviation is only cut off where a sentence ends.</summary>
    private static bool IsStop(string text, Word word) => Characters.IsStop(text[word.Start]) && Characters.IsStop(text[word.End - 1]);

    /// <summary>The last word of the closing quotation marks and brackets tied to the stop.</summary>
    private static int IncludeClosing(string text, Span<Word> words, int stop, int end, ref int quotes)
    {
        var last = stop;
        while (last + 1 < end)
        {
            var next = words[last + 1];
            var first = text[next.Start];
            var isOpenAbove = first == '"' && quotes % 2 == 1;
            var closes = Characters.IsClosing(first) || isOpenAbove || (first is '"' or '\'' or '\u2019' && next.SpaceAfter);
            if (!closes || (words[last].SpaceAfter && !(isOpenAbove && next.SpaceAfter)) || next.End - next.Start > 2)
                break;
            if (first == '"')
                quotes++;
            last++;
        }
        return last;
    }

    /// <summary>False where what follows cannot begin a sentence: a small letter behind an ellipsis, a comma.</summary>
    private static bool MayFollow(string text, Span<Word> words, int stop, int next)
    {
        var first = text[words[next].Start];
        if (first is ',' or ';' or ':' or ')' or ']' or '%' || Characters.IsStop(first))
            return false;
        var isEllipsis = words[stop].End - words[stop].Start > 1 && text[words[stop].Start] == '.' || text[words[stop].Start] == '\u2026';
        if (isEllipsis)
            return !char.IsLower(first) && !Characters.IsDash(first);
        // "Mr.Smith", "announced.In": a stop without a blank ends a sentence only before a capital or a dash.
        return words[next - 1].SpaceAfter
            || char.IsUpper(first)
            || Characters.IsDash(first)
            || Characters.IsQuote(first)
            || words[next - 1].End - words[next - 1].Start > 1;
    }
}
