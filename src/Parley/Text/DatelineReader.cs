using Parley.Lexicons;
using Parley.Records;

namespace Parley.Text;

/// <summary>Reads the place and date that open a report: "Kyiv: …", "KYIV, March 29 (Reuters) - …", "MADRID, 3 JAN 90 (EFE) -- [TEXT] …".</summary>
internal static class DatelineReader
{
    private static readonly Lexicon s_agencies = LexiconSet.Get("lexicons/agencies");

    /// <summary>The most words before the dash or colon.</summary>
    private const int MostWords = 28;

    /// <summary>The dateline at the start of a paragraph and its words, dash included; null where there is none.</summary>
    public static (Dateline Line, WordRange Words)? Match(string text, List<Word> words, WordRange block)
    {
        var end = Math.Min(block.End, block.Start + MostWords);
        var at = Place(text, words, block.Start, end);
        if (at == block.Start)
            return null;
        var place = text[words[block.Start].Start..words[at - 1].End];
        var isCapitals = IsCapitals(place);
        string? date = null;
        var hasAgency = false;
        while (at < end)
        {
            var form = Form(text, words, at);
            if (form is "," or ".")
                at++;
            else if (date is null && WrittenDates.Match(text, words, at, end, out var length) is { } found)
                (date, at) = (found, at + length);
            else if (form is "(" && Bracket(text, words, at, end, out var isAgency) is var close && close > at)
                (hasAgency, at) = (hasAgency || isAgency, close);
            else
                break;
        }
        if (at >= end || !EndsDateline(text, words, at, isCapitals, hasAgency || date is not null))
            return null;
        at++;
        if (
            at + 2 < end
            && Form(text, words, at) is "["
            && Form(text, words, at + 1) is "TEXT" or "Text"
            && Form(text, words, at + 2) is "]"
        )
            at += 3;
        return at < block.End ? (new Dateline(place, date), new WordRange(block.Start, at)) : null;
    }

    /// <summary>The end of a run of capitalised words with commas and hyphens between: "GAZIANTEP, TURKEY", "LONDON (UK)", "Port-au-Prince".</summary>
    private static int Place(string text, List<Word> words, int start, int end)
    {
        var at = start;
        var last = start;
        while (at < end && at - start < 10)
        {
            var form = Form(text, words, at);
            var isTie =
                at > start && (form is "," or "-" or "'" or "\u2019" || form is "of" or "de" or "la" or "al" or "au" or "and" or "&");
            if (!isTie && !char.IsUpper(form[0]))
                break;
            if (at > start && WrittenDates.Match(text, words, at, end, out _) is not null)
                break;
            at++;
            if (!isTie)
                last = at;
            // A dash that stands between blanks ends the dateline, a hyphen inside a name does not.
            if (at < end && Characters.IsDash(Form(text, words, at)[0]) && words[at - 1].SpaceAfter)
                break;
        }
        return last - start <= 6 ? last : start;
    }

    /// <summary>The word behind a bracket of at most 6 words; the word itself where it does not close so soon.</summary>
    private static int Bracket(string text, List<Word> words, int at, int end, out bool isAgency)
    {
        isAgency = false;
        for (var i = at + 1; i < end && i - at < 8; i++)
        {
            var form = Form(text, words, i);
            if (form is ")")
                return i + 1;
            isAgency |=
                s_agencies.Contains(form) || s_agencies.Contains(text.AsSpan(words[at + 1].Start, words[i].End - words[at + 1].Start));
        }
        return at;
    }

    private static bool EndsDateline(string text, List<Word> words, int at, bool isCapitals, bool isSure)
    {
        var form = Form(text, words, at);
        var isDash = Characters.IsDash(form[0]) && (words[at].SpaceAfter || form.Length > 1);
        if (isDash)
            return isCapitals || isSure;
        // "Kyiv: Russia's military …": the colon needs a place that is one or two words, and a capital behind.
        return form is ":"
            && words[at].SpaceAfter
            && at + 1 < words.Count
            && char.IsUpper(text[words[at + 1].Start])
            && (isSure || IsKnownPlace(text, words, at));
    }

    private static bool IsKnownPlace(string text, List<Word> words, int colon)
    {
        var start = colon;
        while (start > 0 && !words[start - 1].Flags.HasFlag(WordFlags.EndsSentence))
            start--;
        return colon - start <= 3 && s_places.Contains(text.AsSpan(words[start].Start, words[colon - 1].End - words[start].Start));
    }

    private static readonly Lexicon s_places = LexiconSet.Get("lexicons/dateline-places");

    private static bool IsCapitals(ReadOnlySpan<char> place)
    {
        foreach (var c in place)
            if (char.IsLower(c))
                return false;
        return place.Length > 1;
    }

    private static ReadOnlySpan<char> Form(string text, List<Word> words, int word) =>
        text.AsSpan(words[word].Start, words[word].End - words[word].Start);
}
