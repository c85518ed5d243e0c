using Parley.Lexicons;
using Parley.Records;

namespace Parley.Text;

/// <summary>Reads the place and date that open a report: "Kyiv: …", "KYIV, March 29 (Reuters) - …", "MADRID, 3 JAN 90 (EFE) -- [TEXT] …".</summary>
internal sealed class DatelineReader(string text, List<Word> words)
{
    private static readonly Lexicon s_agencies = LexiconSet.Get("lexicons/agencies");
    private static readonly Lexicon s_places = LexiconSet.Get("lexicons/dateline-places");
    private static readonly Lexicon s_capitalised = LexiconSet.Get("lexicons/capitalised");

    /// <summary>The most words before the dash or colon.</summary>
    private const int MostWords = 28;

    /// <summary>The most words of the place.</summary>
    private const int MostPlaceWords = 6;

    /// <summary>The dateline at the start of a paragraph and its words, dash included; null where there is none.</summary>
    public (Dateline Line, WordRange Words)? Match(WordRange block)
    {
        var end = Math.Min(block.End, block.Start + MostWords);
        var at = EndOfPlace(block.Start, end);
        if (at == block.Start)
            return null;
        var place = new WordRange(block.Start, at);
        string? date = null;
        var hasAgency = false;
        while (at < end)
        {
            if (Form(at) is "," or ".")
                at++;
            else if (date is null && WrittenDates.Match(text, words, at, end, out var length) is { } found)
                (date, at) = (found, at + length);
            else if (Form(at) is "(" && ReadBracket(at, end, ref date, ref hasAgency) is var close && close > at)
                at = close;
            else
                break;
        }
        if (at >= end || !Separates(at, place, hasAgency || date is not null))
            return null;
        at++;
        if (at + 2 < end && Form(at) is "[" && Form(at + 1) is "TEXT" or "Text" && Form(at + 2) is "]")
            at += 3;
        return at < block.End ? (new Dateline(Text(place), date), new WordRange(block.Start, at)) : null;
    }

    /// <summary>The end of a run of capitalised words with commas and hyphens between: "GAZIANTEP, TURKEY", "Port-au-Prince".</summary>
    private int EndOfPlace(int start, int end)
    {
        var at = start;
        var last = start;
        while (at < end && at - start < MostPlaceWords + 4)
        {
            var isTie = at > start && IsTie(Form(at));
            if (!isTie && (!char.IsUpper(Form(at)[0]) || (at > start && WrittenDates.Match(text, words, at, end, out _) is not null)))
                break;
            at++;
            if (!isTie)
                last = at;
            // A dash between blanks ends the dateline, a hyphen inside a name does not.
            if (at < end && Characters.IsDash(Form(at)[0]) && words[at - 1].SpaceAfter)
                break;
        }
        return last - start <= MostPlaceWords ? last : start;
    }

    private static bool IsTie(ReadOnlySpan<char> form) =>
        form is "," or "-" or "/" or "'" or "\u2019" or "of" or "de" or "la" or "al" or "au" or "and" or "&";

    /// <summary>The word behind a bracket of a few words; the word itself where it does not close so soon.</summary>
    private int ReadBracket(int at, int end, ref string? date, ref bool hasAgency)
    {
        for (var i = at + 1; i < end && i - at < 8; i++)
        {
            if (Form(i) is ")")
                return i + 1;
            hasAgency |= s_agencies.Contains(Form(i)) || s_agencies.Contains(Text(new WordRange(at + 1, i + 1)));
            date ??= WrittenDates.Match(text, words, i, end, out _);
        }
        return at;
    }

    /// <summary>True where the word is the dash or colon that ends a dateline.</summary>
    private bool Separates(int at, WordRange place, bool isSure)
    {
        if (!words[at].SpaceAfter && words[at].End - words[at].Start == 1)
            return false;
        if (Characters.IsDash(Form(at)[0]))
            return isSure || IsInCapitals(place) || (IsKnownPlace(place) && Form(at) is not "-");
        return Form(at) is ":" && at + 1 < words.Count && char.IsUpper(Form(at + 1)[0]) && (isSure || IsKnownPlace(place));
    }

    /// <summary>True where the place begins with a word in capitals that are no initials of a body: "KYIV, Ukraine", not "NATO".</summary>
    private bool IsInCapitals(WordRange place)
    {
        var first = Form(place.Start);
        foreach (var c in first)
            if (char.IsLower(c))
                return false;
        var row = s_capitalised.Find(first);
        var isInitials = row >= 0 && s_capitalised.Cell(row, 0).SequenceEqual(first);
        return first.Length > 2 && !isInitials && !s_agencies.Contains(first) && first is not ("FILE" or "PHOTO" or "VIDEO" or "WATCH");
    }

    private bool IsKnownPlace(WordRange place)
    {
        var name = Text(place);
        var comma = name.IndexOf(',');
        return s_places.Contains(comma < 0 ? name : name[..comma]);
    }

    private string Text(WordRange range) => text[words[range.Start].Start..words[range.End - 1].End];

    private ReadOnlySpan<char> Form(int word) => text.AsSpan(words[word].Start, words[word].End - words[word].Start);
}
