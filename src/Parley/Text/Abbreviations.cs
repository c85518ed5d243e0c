using Parley.Lexicons;

namespace Parley.Text;

/// <summary>Decides whether a full stop belongs to the word before it.</summary>
internal sealed class Abbreviations(string text)
{
    private static readonly Lexicon s_forms = LexiconSet.Get("lexicons/abbreviations");
    private static readonly Lexicon s_starters = LexiconSet.Get("lexicons/sentence-starters");
    private static readonly Lexicon s_webEndings = LexiconSet.Get("lexicons/web-endings");
    private static readonly int s_ends = s_forms.Column("ends");

    /// <summary>The longest abbreviation.</summary>
    private const int MostLength = 16;

    /// <summary>The end of the abbreviation that the word is with the full stop behind it, or 0.</summary>
    public int Match(int start, int stop, int end, int blockEnd)
    {
        if (stop >= end || text[stop] != '.' || stop - start > MostLength || (stop + 1 < end && Characters.IsStop(text[stop + 1])))
            return 0;
        var next = NextWord(stop + 1, blockEnd);
        // At the end of the block the full stop is the sentence's, as in the English Web Treebank.
        if (next < 0)
            return 0;
        var form = text.AsSpan(start, stop + 1 - start);
        var row = Row(form);
        if (row < 0)
            return IsInitials(form) ? KeepUnlessEnd(form, stop, next, blockEnd) : 0;
        return s_forms.Cell(row, s_ends) switch
        {
            "number" => char.IsAsciiDigit(text[next]) ? stop + 1
            : IsInitials(form) ? KeepUnlessEnd(form, stop, next, blockEnd)
            : 0,
            "never" => stop + 1,
            _ => KeepUnlessEnd(form, stop, next, blockEnd),
        };
    }

    /// <summary>True when the full stop at <paramref name="at"/>, between two word characters, is inside a word: U.S., example.org, v2.0.</summary>
    public bool TiesStop(int start, int at, int end)
    {
        char before = text[at - 1],
            after = text[at + 1];
        if (char.IsAsciiDigit(after))
            return char.IsAsciiDigit(before) && !s_forms.Contains(text.AsSpan(start, Math.Min(at + 1 - start, MostLength)));
        if (!char.IsLetter(after))
            return false;
        var part = at;
        while (part > start && at - part < 3 && char.IsLetter(text[part - 1]))
            part--;
        var isInitial = at - part == 1 && (part == start || text[part - 1] == '.');
        if (isInitial && IsInitialBehind(at + 1, end, char.IsUpper(before)))
            return true;
        return IsKnown(start, at, end) || EndsAddress(at + 1, end);
    }

    /// <summary>True when the slash at <paramref name="at"/> is inside a known form (w/o) or between digits behind letters.</summary>
    public bool TiesSlash(int start, int at, int end)
    {
        var stop = at + 1;
        while (stop < end && stop - start < MostLength && char.IsLetter(text[stop]))
            stop++;
        return at - start <= 3 && s_forms.Contains(text.AsSpan(start, stop - start));
    }

    /// <summary>True when the form is listed, with a capital where the list has one.</summary>
    public static bool IsListed(ReadOnlySpan<char> form, out bool neverEnds)
    {
        var row = Row(form);
        neverEnds = row >= 0 && s_forms.Cell(row, s_ends) is "never";
        return row >= 0;
    }

    private static int Row(ReadOnlySpan<char> form)
    {
        var row = s_forms.Find(form);
        return row >= 0 && char.IsUpper(s_forms.Cell(row, 0)[0]) && !char.IsUpper(form[0]) ? -1 : row;
    }

    /// <summary>True for J. and U.S.: capitals with a full stop each; the pronoun is none.</summary>
    private static bool IsInitials(ReadOnlySpan<char> form)
    {
        if (form is "I.")
            return false;
        for (var i = 0; i < form.Length; i += 2)
            if (!char.IsLetter(form[i]) || i + 1 >= form.Length || form[i + 1] != '.' || (form.Length == 2 && !char.IsUpper(form[0])))
                return false;
        return true;
    }

    private int KeepUnlessEnd(ReadOnlySpan<char> form, int stop, int next, int blockEnd)
    {
        // "in the U.S. He said": the full stop is the sentence's too; the treebank then cuts it off.
        if (form.Length > 2 && next > stop + 1 && char.IsUpper(text[next]) && StartsSentence(next, blockEnd))
            return 0;
        return stop + 1;
    }

    private bool StartsSentence(int at, int end)
    {
        var stop = at;
        while (stop < end && stop - at < MostLength && char.IsLetter(text[stop]))
            stop++;
        return s_starters.Contains(text.AsSpan(at, stop - at));
    }

    private int NextWord(int at, int end)
    {
        while (at < end && Characters.IsBlank(text[at]))
            at++;
        return at < end ? at : -1;
    }

    /// <summary>True when one letter stands alone behind a full stop, or a word of few letters that ends with one ("Ph.D.").</summary>
    private bool IsInitialBehind(int at, int end, bool isUpper)
    {
        var stop = at;
        while (stop < end && stop - at < 3 && char.IsLetter(text[stop]))
            stop++;
        return stop - at == 1 && char.IsUpper(text[at]) == isUpper;
    }

    private bool IsKnown(int start, int at, int end)
    {
        if (at - start > 6)
            return false;
        var stop = at + 1;
        while (stop < end && stop - start < MostLength && (char.IsLetter(text[stop]) || text[stop] == '.'))
            stop++;
        return s_forms.Contains(text.AsSpan(start, stop - start)) && text.AsSpan(start, stop - start).Contains('.');
    }

    /// <summary>True when what stands behind the full stop is an ending of addresses or files, or leads to one.</summary>
    private bool EndsAddress(int at, int end)
    {
        for (var part = 0; part < 4; part++)
        {
            var stop = at;
            while (stop < end && stop - at < MostLength && char.IsAsciiLetterOrDigit(text[stop]))
                stop++;
            if (stop - at is 0 or MostLength)
                return false;
            var isLast = stop + 1 >= end || text[stop] != '.' || !char.IsAsciiLetterOrDigit(text[stop + 1]);
            if (isLast)
                return (stop >= end || !char.IsLetter(text[stop]))
                    && IsOneCase(at, stop)
                    && s_webEndings.Contains(text.AsSpan(at, stop - at));
            at = stop + 1;
        }
        return false;
    }

    private bool IsOneCase(int at, int stop)
    {
        var upper = 0;
        for (var i = at; i < stop; i++)
            upper += char.IsUpper(text[i]) ? 1 : 0;
        return upper == 0 || upper == stop - at;
    }
}
