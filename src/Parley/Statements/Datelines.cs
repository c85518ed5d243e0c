using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

/// <summary>Place, date and agency before the first sentence of a report ("KYIV, March 29 (Reuters) -"): no speaker and no content.</summary>
internal sealed class Datelines
{
    private const int Longest = 16;
    private readonly bool[] _covers;

    /// <summary>Looks at the beginning of every paragraph.</summary>
    public Datelines(ParsedText parsed)
    {
        _covers = new bool[parsed.Count];
        foreach (var block in parsed.Tokens.Blocks)
            if (block.Kind == BlockKind.Paragraph && EndOf(parsed, block.Words) is > 0 and var end)
                Array.Fill(_covers, true, block.Words.Start, end - block.Words.Start);
    }

    /// <summary>True when the word stands in a dateline.</summary>
    public bool Covers(int word) => _covers[word];

    /// <summary>The first word from <paramref name="start"/> on that stands in none.</summary>
    public int Behind(int start, int end)
    {
        while (start < end && _covers[start])
            start++;
        return start;
    }

    private static int EndOf(ParsedText parsed, WordRange block)
    {
        if (block.Length < 3 || !char.IsUpper(parsed.Tokens.Form(block.Start)[0]))
            return -1;
        var hasBracket = false;
        var isCapital = IsCapital(parsed.Tokens.Form(block.Start));
        for (var word = block.Start + 1; word < Math.Min(block.End - 1, block.Start + Longest); word++)
        {
            var form = parsed.Tokens.Form(word);
            if (Dashes.Is(form) && parsed.Tokens.Words[word - 1].SpaceAfter)
                return hasBracket || isCapital ? word + 1 : -1;
            if (form is ":")
                return word <= block.Start + 3 && QuotationMarks.Of(parsed, word + 1) == QuotationMark.None ? word + 1 : -1;
            hasBracket |= form is ")";
            if (parsed.UposTags[word] is not (Upos.Propn or Upos.Punct or Upos.Num or Upos.Noun or Upos.Adp or Upos.Adj))
                return -1;
        }
        return -1;
    }

    private static bool IsCapital(ReadOnlySpan<char> form) => form.Length > 1 && form.IndexOfAnyInRange('a', 'z') < 0;
}
