using System.Globalization;

namespace Parley.Text;

/// <summary>The kinds of characters that the tokenizer tells apart.</summary>
internal static class Characters
{
    /// <summary>True for white space, line ends included.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c);

    /// <summary>True for ' ’ ‘ ʼ and the grave accent that stands for them.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '`';

    /// <summary>True for a mark that may end a sentence.</summary>
    public static bool IsStop(char c) =>
        c is '.' or '!' or '?' or '\u2026' or '\u203D' or '\u061F' or '\u06D4' or '\u3002' or '\uFF01' or '\uFF1F';

    /// <summary>True for any quotation mark.</summary>
    public static bool IsQuote(char c) =>
        c is '"' or '\'' or '`' or '\u00AB' or '\u00BB' or '\u2039' or '\u203A' || (c >= '\u2018' && c <= '\u201F');

    /// <summary>True for a bracket or a quotation mark that can only close.</summary>
    public static bool IsClosing(char c) => c is ')' or ']' or '}' or '\u201D' or '\u00BB' or '\u203A';

    /// <summary>True for a bracket or a quotation mark that can only open.</summary>
    public static bool IsOpening(char c) => c is '(' or '[' or '{' or '\u201C' or '\u201E' or '\u00AB' or '\u2039' or '\u201A';

    /// <summary>True for a quotation mark or a bracket.</summary>
    public static bool IsBracketOrQuote(char c) => IsQuote(c) || IsOpening(c) || IsClosing(c);

    /// <summary>True for a hyphen as words have it.</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    /// <summary>True for a hyphen or a dash.</summary>
    public static bool IsDash(char c) => IsHyphen(c) || (c >= '\u2012' && c <= '\u2015');

    /// <summary>The length of the word character at <paramref name="at"/>: 1, 2 for a surrogate pair, 0 where there is none.</summary>
    public static int WordLength(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (c < 0x80)
            return char.IsAsciiLetterOrDigit(c) ? 1 : 0;
        if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            return IsWord(CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(c, text[at + 1]))) ? 2 : 0;
        return c != '\u02BC' && IsWord(CharUnicodeInfo.GetUnicodeCategory(c)) ? 1 : 0;
    }

    private static bool IsWord(UnicodeCategory category) =>
        category
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format;
}
