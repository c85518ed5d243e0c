using Parley.Lexicons;
using Parley.Text;

namespace Parley.Syntax;

/// <summary>Named events by lexicon and shape: "Operation Redwood", "Battle of Hastings", "Gulf War", "2004 Canadian federal election".</summary>
internal static class EventNames
{
    private const int MostNameWords = 6;
    private static readonly Lexicon s_names = LexiconSet.Get("lexicons/event-names");
    private static readonly Lexicon s_nouns = LexiconSet.Get("lexicons/event-nouns");
    private static readonly Lexicon s_months = LexiconSet.Get("lexicons/months");

    /// <summary>The event that begins at a word; empty where none does.</summary>
    public static WordRange At(ParsedText parsed, int word, int limit)
    {
        var form = parsed.Tokens.Form(word);
        if (char.IsAsciiDigit(form[0]) || char.IsUpper(form[0]) && s_months.Contains(form))
            return Vote(parsed, word, limit);
        if (!char.IsUpper(form[0]))
            return default;
        var (known, row) = PhraseMatch.Longest(s_names, parsed.Tokens, word, limit);
        var best = row >= 0 ? known : default;
        if (BehindName(parsed, word, limit) is { Length: > 0 } behind && behind.Length > best.Length)
            best = behind;
        if (BeforeName(parsed, word, limit) is { Length: > 0 } before && before.Length > best.Length)
            best = before;
        return best;
    }

    /// <summary>"Operation Redwood", "Siege of the Alcazar".</summary>
    private static WordRange BeforeName(ParsedText parsed, int word, int limit)
    {
        var text = parsed.Tokens;
        var from = word + 1;
        if (HasShape(text.Form(word), "of") && word + 2 < limit && text.Form(word + 1) is "of")
            from = text.Form(word + 2) is "the" ? word + 3 : word + 2;
        else if (!HasShape(text.Form(word), "before"))
            return default;
        return ThingNames.EndOfNameWords(parsed, from, limit, 4) is var end && end > from ? new WordRange(word, end) : default;
    }

    /// <summary>"Gulf War", "Second Ivorian Civil War"; not where the name goes on ("Paris Conference Centre").</summary>
    private static WordRange BehindName(ParsedText parsed, int word, int limit)
    {
        var best = default(WordRange);
        if (!IsCapitalised(parsed, word))
            return best;
        for (var at = word + 1; at < limit && at - word <= MostNameWords; at++)
        {
            if (!IsCapitalised(parsed, at))
                break;
            var (noun, row) = PhraseMatch.Longest(s_nouns, parsed.Tokens, at, limit);
            if (row >= 0 && HasShape(parsed.SpanOf(noun).Of(parsed.Text), "behind") && IsCapitalised(parsed, noun.End - 1))
                best = new WordRange(word, noun.End);
        }
        return best.Length > 0 && best.End < limit && ThingNames.IsNameWord(parsed, best.End) ? default : best;
    }

    /// <summary>"2031 Norland general election", "May 2031 Norland council election".</summary>
    private static WordRange Vote(ParsedText parsed, int word, int limit)
    {
        var text = parsed.Tokens;
        var year = s_months.Contains(text.Form(word)) ? word + 1 : word;
        if (year >= limit || !IsYear(text.Form(year)))
            return default;
        var hasName = false;
        for (var at = year + 1; at < limit && at - year <= MostNameWords + 2; at++)
        {
            if (HasShape(text.Form(at), "vote"))
                return hasName ? new WordRange(word, at + 1) : default;
            var isName = char.IsUpper(text.Form(at)[0]);
            hasName |= isName;
            if (!isName && parsed.UposTags[at] is not (Upos.Propn or Upos.Adj or Upos.Noun or Upos.Part) && !ThingNames.IsJoint(text, at))
                break;
        }
        return default;
    }

    private static bool IsYear(ReadOnlySpan<char> form) =>
        form.Length == 4 && form[0] is '1' or '2' && !form.ContainsAnyExceptInRange('0', '9');

    private static bool IsCapitalised(ParsedText parsed, int word) =>
        char.IsUpper(parsed.Tokens.Form(word)[0]) && parsed.UposTags[word] is Upos.Propn or Upos.Adj
        || ThingNames.IsJoint(parsed.Tokens, word);

    private static bool HasShape(ReadOnlySpan<char> noun, string shape)
    {
        if (shape != "vote" && !char.IsUpper(noun[0]))
            return false;
        for (var row = s_nouns.Find(noun); row >= 0; row = s_nouns.Next(row))
            if (s_nouns.Cell(row, 1).SequenceEqual(shape))
                return true;
        return false;
    }
}
