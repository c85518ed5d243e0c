using Parley.Lexicons;

namespace Parley.Text;

/// <summary>Finds where a written word is cut into syntactic words: do|n't, Ukraine|'s, can|not.</summary>
internal static class Contractions
{
    private static readonly Lexicon s_forms = LexiconSet.Get("lexicons/contractions");
    private static readonly int s_parts = s_forms.Column("parts");

    /// <summary>The most cuts in one word.</summary>
    public const int MostCuts = 4;

    /// <summary>Fills in the offsets of the cuts, in order, and gives their number.</summary>
    public static int Find(ReadOnlySpan<char> word, Span<int> cuts)
    {
        if (word.Length is > 2 and < 16 && s_forms.Find(word) is >= 0 and var row)
            return Listed(s_forms.Cell(row, s_parts), cuts);
        var count = 0;
        var stop = word.Length;
        while (count < MostCuts && EndingLength(word[..stop]) is > 0 and var length && length < stop)
        {
            stop -= length;
            cuts[count++] = stop;
        }
        cuts[..count].Reverse();
        return count;
    }

    /// <summary>The length of an ending that stands alone ("'s" behind a blank) or of a short year ('72), or 0.</summary>
    public static int LoneLength(ReadOnlySpan<char> text)
    {
        var stop = 1;
        while (stop < text.Length && stop < 6 && char.IsLetterOrDigit(text[stop]))
            stop++;
        if (stop is 3 or 4 && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2]) && (stop == 3 || text[3] == 's'))
            return stop;
        var form = text[..stop];
        if (stop is 3 && form[1] is 'e' or 'E' && form[2] is 'm' or 'M')
            return stop;
        return stop < 5 && EndingLength(form) == stop && (stop == text.Length || !Characters.IsApostrophe(text[stop])) ? stop : 0;
    }

    private static int Listed(ReadOnlySpan<char> parts, Span<int> cuts)
    {
        var count = 0;
        for (var i = 0; i < parts.Length; i++)
            if (parts[i] == '|')
                (cuts[count], count) = (i - count, count + 1);
        return count;
    }

    /// <summary>The length of the ending "n't", "'s", "'re", "'ve", "'ll", "'d", "'m" of a word; 0 where there is none.</summary>
    private static int EndingLength(ReadOnlySpan<char> word)
    {
        var apostrophe = word.Length - 1;
        while (apostrophe >= 0 && word.Length - apostrophe < 4 && !Characters.IsApostrophe(word[apostrophe]))
            apostrophe--;
        if (apostrophe < 0 || !Characters.IsApostrophe(word[apostrophe]))
            return 0;
        var ending = word[(apostrophe + 1)..];
        if (ending is "t" or "T")
            return apostrophe > 0 && word[apostrophe - 1] is 'n' or 'N' ? 3 : 0;
        if (ending is "s" or "S")
            return IsDecade(word[..apostrophe]) ? 0 : 2;
        var isOther =
            ending is "d" or "D" or "m" or "M"
            || ending.Equals("re", StringComparison.OrdinalIgnoreCase)
            || ending.Equals("ve", StringComparison.OrdinalIgnoreCase)
            || ending.Equals("ll", StringComparison.OrdinalIgnoreCase);
        return isOther ? word.Length - apostrophe : 0;
    }

    /// <summary>True for the 60 of "the 60's", which the treebank leaves whole.</summary>
    private static bool IsDecade(ReadOnlySpan<char> digits) =>
        digits.Length is 2 or 4 && digits[^1] == '0' && !digits.ContainsAnyExceptInRange('0', '9');
}
