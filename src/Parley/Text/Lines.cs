using Parley.Records;

namespace Parley.Text;

/// <summary>Joins the lines of a text into the runs that stand apart: paragraphs, headings, list items, each a span without blanks around.</summary>
/// <remarks>
/// An empty line always parts. A single line break parts too, unless the text is hard-wrapped: then a break is one only
/// where the next word would have fitted on the line. Whether it is wrapped shows in breaks inside sentences.
/// </remarks>
internal static class Lines
{
    /// <summary>The widest line that somebody wraps text at.</summary>
    private const int WidestWrap = 132;

    /// <summary>The narrowest.</summary>
    private const int NarrowestWrap = 40;

    /// <summary>The runs of a text, in order.</summary>
    public static List<Span> Join(string text)
    {
        var lines = Split(text);
        var width = WrapWidth(text, lines);
        var runs = new List<Span>();
        for (var i = 0; i < lines.Count; i++)
        {
            var (start, end, _) = lines[i];
            while (i + 1 < lines.Count && !lines[i + 1].AfterGap && GoesOn(text, lines[i], lines[i + 1], width))
                end = lines[++i].End;
            runs.Add(new Span(start, end));
        }
        return runs;
    }

    /// <summary>The lines that hold anything, trimmed; <c>AfterGap</c> where an empty line stands before.</summary>
    private static List<(int Start, int End, bool AfterGap)> Split(string text)
    {
        var lines = new List<(int, int, bool)>();
        var gap = true;
        for (var at = 0; at < text.Length; )
        {
            var stop = at;
            while (stop < text.Length && !IsBreak(text[stop]))
                stop++;
            int start = at,
                end = stop;
            while (start < end && Characters.IsBlank(text[start]))
                start++;
            while (end > start && Characters.IsBlank(text[end - 1]))
                end--;
            if (start == end)
                gap = true;
            else
            {
                lines.Add((start, end, gap));
                gap = false;
            }
            if (stop < text.Length && text[stop] is '\f' or '\u2029')
                gap = true;
            at = stop + (stop + 1 < text.Length && text[stop] == '\r' && text[stop + 1] == '\n' ? 2 : 1);
        }
        return lines;
    }

    private static bool IsBreak(char c) => c is '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>The width that the text is wrapped at; 0 where it is not.</summary>
    private static int WrapWidth(string text, List<(int Start, int End, bool AfterGap)> lines)
    {
        var widest = 0;
        var inside = 0;
        var between = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i + 1].AfterGap)
                continue;
            var length = lines[i].End - lines[i].Start;
            if (length >= NarrowestWrap && IsInsideSentence(text, lines[i], lines[i + 1]))
            {
                inside++;
                widest = Math.Max(widest, length);
            }
            else
                between++;
        }
        return inside > 0 && inside * 4 >= between && widest <= WidestWrap ? widest : 0;
    }

    private static bool GoesOn(string text, (int Start, int End, bool) line, (int Start, int End, bool) next, int width)
    {
        if (StartsItem(text, next.Start, next.End))
            return false;
        var length = line.End - line.Start;
        if (width == 0)
            return length >= NarrowestWrap && char.IsLower(text[next.Start]) && IsInsideSentence(text, line, next);
        var word = next.Start;
        while (word < next.End && !Characters.IsBlank(text[word]))
            word++;
        return length + 1 + (word - next.Start) > width - 3;
    }

    /// <summary>True where a line ends without a stop and the next goes on in small letters (or in capitals, where all are).</summary>
    private static bool IsInsideSentence(string text, (int Start, int End, bool) line, (int Start, int End, bool) next)
    {
        var last = text[line.End - 1];
        var first = text[next.Start];
        if (!char.IsLetter(last) && last is not (',' or '-'))
            return false;
        return char.IsLower(first) || (char.IsUpper(first) && !HasSmallLetters(text, line));
    }

    private static bool HasSmallLetters(string text, (int Start, int End, bool) line)
    {
        foreach (var c in text.AsSpan(line.Start, line.End - line.Start))
            if (char.IsLower(c))
                return true;
        return false;
    }

    /// <summary>True for a line that begins with a bullet, or with a number or letter and a full stop or bracket.</summary>
    public static bool StartsItem(string text, int start, int end)
    {
        if (end - start < 3)
            return false;
        if (text[start] is '\u2022' or '\u25AA' or '\u25E6' or '\u2023' or '\u25CF' or '\u25A0' or '\u00B7' or '*')
            return Characters.IsBlank(text[start + 1]);
        var at = text[start] == '(' ? start + 1 : start;
        var digits = at;
        while (digits < end && digits - at < 3 && char.IsAsciiDigit(text[digits]))
            digits++;
        if (digits == at && char.IsAsciiLetterLower(text[at]))
            digits++;
        return digits > at
            && digits + 1 < end
            && text[digits] is ')' or '.'
            && Characters.IsBlank(text[digits + 1])
            && (text[digits] == ')' || char.IsAsciiDigit(text[at]));
    }
}
