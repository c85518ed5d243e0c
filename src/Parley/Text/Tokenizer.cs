using System.Globalization;
using Parley.Lexicons;

namespace Parley.Text;

/// <summary>Cuts text into syntactic words by the conventions of the English Web Treebank. Linear in the length of the text.</summary>
/// <remarks>
/// Hyphens stand alone but for prefixes (lexicons/hyphen-parts); contractions are cut (lexicons/contractions);
/// abbreviations keep their full stop (lexicons/abbreviations); numbers, addresses and hashtags are kept whole.
/// </remarks>
internal sealed class Tokenizer(string text, List<Word> words)
{
    private static readonly Lexicon s_hyphenParts = LexiconSet.Get("lexicons/hyphen-parts");
    private static readonly Lexicon s_faces = LexiconSet.Get("lexicons/emoticons");
    private static readonly Lexicon s_units = LexiconSet.Get("lexicons/number-units");
    private static readonly int s_place = s_hyphenParts.Column("place");

    private readonly Numbers _numbers = new(text);
    private readonly Addresses _addresses = new(text);
    private readonly Abbreviations _abbreviations = new(text);
    private int _openSingleQuotes;

    /// <summary>Adds the words of one block of text, whose last sentence ends where it ends.</summary>
    public void Read(int start, int end)
    {
        _openSingleQuotes = 0;
        for (var at = start; at < end; )
        {
            if (Characters.IsBlank(text[at]))
            {
                at++;
                continue;
            }
            var stop = at;
            while (stop < end && !Characters.IsBlank(text[stop]))
                stop++;
            ReadRun(at, stop, end);
            var last = words[^1];
            words[^1] = last with { Flags = last.Flags | WordFlags.SpaceAfter };
            at = stop;
        }
    }

    /// <summary>Reads a run without white space.</summary>
    private void ReadRun(int start, int end, int blockEnd)
    {
        var mayBeAddress = Addresses.MayHold(text.AsSpan(start, end - start));
        for (var at = start; at < end; )
        {
            if (mayBeAddress && _addresses.Match(at, end) is > 0 and var address)
            {
                Add(at, at + address, WordFlags.KeptWhole);
                at += address;
            }
            else if (Characters.WordLength(text, at) > 0 || StartsNumber(at, end))
                at = ReadWord(at, start, end, blockEnd);
            else
                at = ReadMark(at, start, end);
        }
    }

    private bool StartsNumber(int at, int end) =>
        at + 1 < end && text[at] is '.' or '+' && char.IsAsciiDigit(text[at + 1]) && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));

    private int ReadWord(int start, int runStart, int end, int blockEnd)
    {
        if (_numbers.Match(start, end) is > 0 and var number)
            return ReadNumber(start, start + number, end, blockEnd);
        var stop = ScanWord(start, start, runStart, end);
        if (
            stop < end
            && text[stop] == '$'
            && Numbers.IsCurrency(text.AsSpan(start, stop - start))
            && stop + 1 < end
            && char.IsAsciiDigit(text[stop + 1])
        )
            return AddWhole(start, stop + 1);
        if (_abbreviations.Match(start, stop, end, blockEnd) is > 0 and var longer)
            return AddWhole(start, longer);
        return AddWord(start, stop, end);
    }

    private int ReadNumber(int start, int stop, int end, int blockEnd)
    {
        var letters = stop;
        while (letters < end && Characters.WordLength(text, letters) is > 0 and var length)
            letters += length;
        if (letters == stop && letters + 1 < end && Characters.IsApostrophe(text[letters]) && char.IsLetter(text[letters + 1]))
            return AddWord(start, ScanWord(start, stop, start, end), end);
        if (letters == stop)
            return AddWhole(start, stop);
        if (_abbreviations.Match(stop, letters, end, blockEnd) is > 0 and var longer && s_units.Contains(text.AsSpan(stop, longer - stop)))
        {
            Add(start, stop, WordFlags.KeptWhole);
            return AddWhole(stop, longer);
        }
        if (s_units.Contains(text.AsSpan(stop, letters - stop)))
        {
            Add(start, stop, WordFlags.KeptWhole);
            return AddWhole(stop, letters);
        }
        return AddWord(start, ScanWord(start, stop, start, end), end);
    }

    /// <summary>The end of the word at <paramref name="start"/>, which is known up to <paramref name="at"/>: letters and digits with what ties them.</summary>
    private int ScanWord(int start, int at, int runStart, int end)
    {
        while (at < end)
        {
            var length = Characters.WordLength(text, at);
            if (length > 0)
                at += length;
            else if (at > start && at + 1 < end && Characters.WordLength(text, at + 1) > 0 && Ties(start, at, runStart, end))
                at++;
            else
                break;
        }
        return at;
    }

    /// <summary>True where the mark at <paramref name="at"/>, between two word characters, does not end the word.</summary>
    private bool Ties(int start, int at, int runStart, int end)
    {
        char before = text[at - 1],
            after = text[at + 1];
        switch (text[at])
        {
            case '\'' or '\u2019' or '\u2018' or '\u02BC' or '`':
                return !char.IsAsciiDigit(after);
            case '_':
                return true;
            case '*':
                return char.IsLetter(before) && char.IsLetter(after);
            case '&':
                return char.IsUpper(before) && char.IsUpper(after) && at - start <= 3;
            case '.':
                return _abbreviations.TiesStop(start, at, end);
            case '/':
                return _abbreviations.TiesSlash(start, at, end);
            case '-' or '\u2010' or '\u2011':
                return TiesHyphen(start, at, runStart, end);
            default:
                return false;
        }
    }

    private bool TiesHyphen(int start, int at, int runStart, int end)
    {
        if (at - start > 12)
            return false;
        var isInner = start > runStart && Characters.IsHyphen(text[start - 1]);
        var row = s_hyphenParts.Find(text.AsSpan(start, at - start));
        if (row >= 0 && !isInner && s_hyphenParts.Cell(row, s_place) is "before")
            return true;
        var stop = at + 1;
        while (stop < end && stop - at < 12 && char.IsLetter(text[stop]))
            stop++;
        row = s_hyphenParts.Find(text.AsSpan(at + 1, stop - at - 1));
        return row >= 0 && s_hyphenParts.Cell(row, s_place) is "behind" && (stop == end || !Characters.IsHyphen(text[stop]));
    }

    private int AddWord(int start, int stop, int end)
    {
        Span<int> cuts = stackalloc int[Contractions.MostCuts];
        var count = Contractions.Find(text.AsSpan(start, stop - start), cuts);
        var from = start;
        var flags = WordFlags.None;
        for (var cut = 0; cut < count; cut++)
        {
            Add(from, start + cuts[cut], flags);
            from = start + cuts[cut];
            flags = WordFlags.ContinuesToken;
        }
        Add(from, stop, flags);
        if (count == 0 && IsPluralPossessive(start, stop, end))
        {
            Add(stop, stop + 1, WordFlags.ContinuesToken);
            return stop + 1;
        }
        return stop;
    }

    /// <summary>True for the apostrophe of "the workers' rights", false where it closes a quotation.</summary>
    private bool IsPluralPossessive(int start, int stop, int end) =>
        stop < end
        && stop - start > 1
        && text[stop] is '\'' or '\u2019'
        && text[stop - 1] is 's' or 'S' or 'z' or 'x'
        && (stop + 1 == end || Characters.IsHyphen(text[stop + 1]))
        && _openSingleQuotes == 0;

    private int ReadMark(int start, int runStart, int end)
    {
        var c = text[start];
        if (FaceLength(start, runStart, end) is > 0 and var face)
            return AddWhole(start, start + face);
        if (c is '#' or '@' && start + 1 < end && char.IsLetter(text[start + 1]))
            return AddWhole(start, ScanTag(start + 1, end));
        if (Characters.IsApostrophe(c))
            return ReadApostrophe(start, runStart, end);
        var stop = start + 1;
        if (Characters.IsStop(c))
            while (stop < end && Characters.IsStop(text[stop]))
                stop++;
        else if (c is '-' or '*' or '=' or '_' or '~' or '+' or '<' or '>' or '$' or '\u2014' or '#' or '^')
            while (stop < end && text[stop] == c)
                stop++;
        else if (c >= 0x80 || char.IsControl(c))
            stop = start + StringInfo.GetNextTextElementLength(text.AsSpan(start, end - start));
        return AddWhole(start, stop);
    }

    private int ReadApostrophe(int start, int runStart, int end)
    {
        if (start + 1 < end && Characters.IsApostrophe(text[start + 1]) && (start + 2 == end || !Characters.IsApostrophe(text[start + 2])))
            return AddWhole(start, start + 2);
        if (start == runStart || !char.IsLetterOrDigit(text[start - 1]))
        {
            if (Contractions.LoneLength(text.AsSpan(start, end - start)) is > 0 and var lone)
                return AddWhole(start, start + lone);
            if (start + 1 < end && Characters.WordLength(text, start + 1) > 0)
                _openSingleQuotes++;
        }
        else if (_openSingleQuotes > 0)
            _openSingleQuotes--;
        return AddWhole(start, start + 1);
    }

    private int ScanTag(int at, int end)
    {
        while (
            at < end
            && (
                Characters.WordLength(text, at) is > 0 and var length ? length
                : text[at] == '_' ? 1
                : 0
            )
                is > 0
                    and var step
        )
            at += step;
        return at;
    }

    private int FaceLength(int start, int runStart, int end)
    {
        if (text[start] is not (':' or ';' or '=' or '(' or ')' or '^' or '-' or '>' or '<'))
            return 0;
        if (start > runStart && text[start] is '-' or '(' or ')' or '<' or '>')
            return 0;
        for (var length = Math.Min(4, end - start); length >= 2; length--)
            if (s_faces.Contains(text.AsSpan(start, length)) && (start + length == end || !char.IsLetterOrDigit(text[start + length])))
                return length;
        return 0;
    }

    private int AddWhole(int start, int stop)
    {
        Add(start, stop, stop - start > 1 ? WordFlags.KeptWhole : WordFlags.None);
        return stop;
    }

    private void Add(int start, int stop, WordFlags flags) => words.Add(new Word(start, stop, flags));
}
