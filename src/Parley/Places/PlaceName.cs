using System.Text;
using Parley.Lexicons;

namespace Parley.Places;

/// <summary>Folds names of places so that spellings meet: lower case, no marks, blanks for hyphens, no apostrophes or dots.</summary>
/// <remarks>Must agree with <c>folded</c> in <c>tools/gazetteer/build.py</c>. The letters are in <c>lexicons/gazetteer/letters.tsv</c>.</remarks>
internal static class PlaceName
{
    private static readonly Lexicon s_letters = LexiconSet.Get("lexicons/gazetteer/letters");

    public static string Fold(ReadOnlySpan<char> name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name)
            if (c is '-' or '–' or '\u2010' or '\u2011' || char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                    folded.Append(' ');
            }
            else if (c is not ('`' or '\'' or '’' or '‘' or 'ʻ' or 'ʼ' or '.'))
                Append(folded, char.ToLowerInvariant(c));
        return folded.ToString().TrimEnd();
    }

    private static void Append(StringBuilder folded, char letter)
    {
        if (letter >= 0x80 && s_letters.Find([letter]) is >= 0 and var row)
            folded.Append(s_letters.Cell(row, 1));
        else if (!(letter is >= '\u0300' and <= '\u036F'))
            folded.Append(letter);
    }
}
