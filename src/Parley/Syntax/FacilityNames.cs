using Parley.Lexicons;
using Parley.Text;

namespace Parley.Syntax;

/// <summary>Facilities by shape: a name before a noun for a building ("Rafah crossing"), behind one ("Camp Ashby"), or behind it and "of".</summary>
internal static class FacilityNames
{
    private const int MostNameWords = 6;
    private static readonly Lexicon s_nouns = LexiconSet.Get("lexicons/facility-nouns");

    /// <summary>The facility that begins at a word; empty where none does.</summary>
    public static WordRange At(ParsedText parsed, int word, int limit)
    {
        var text = parsed.Tokens;
        if (!char.IsUpper(text.Form(word)[0]))
            return default;
        var behind = BehindName(parsed, word, limit);
        if (behind.Length > 0 || !ThingNames.IsNameWord(parsed, word))
            return behind;
        if (HasShape(text.Form(word), "before") && ThingNames.EndOfNameWords(parsed, word + 1, limit, 3) is var end && end > word + 1)
            return new WordRange(word, end);
        if (!HasShape(text.Form(word), "of") || word + 2 >= limit || text.Form(word + 1) is not "of")
            return default;
        var from = text.Form(word + 2) is "the" ? word + 3 : word + 2;
        return ThingNames.EndOfNameWords(parsed, from, limit, 4) is var stop && stop > from ? new WordRange(word, stop) : default;
    }

    private static WordRange BehindName(ParsedText parsed, int word, int limit)
    {
        var text = parsed.Tokens;
        if (!ThingNames.IsNameWord(parsed, word))
            return default;
        var best = default(WordRange);
        var isNationality = true;
        for (var at = word + 1; at < limit && at - word <= MostNameWords; at++)
        {
            isNationality &= ThingNames.IsNationality(text.Form(at - 1));
            var (noun, row) = PhraseMatch.Longest(s_nouns, text, at, limit);
            if (row >= 0 && IsNoun(parsed, word, noun, isNationality))
                best = new WordRange(word, noun.End);
            if (!ThingNames.IsNameWord(parsed, at) && !ThingNames.IsJoint(text, at))
                break;
        }
        return best;
    }

    /// <summary>A noun written small must not stand behind an article of any one ("a Kyiv hospital") or behind a nationality alone ("the Syrian airport").</summary>
    private static bool IsNoun(ParsedText parsed, int nameStart, WordRange noun, bool isNationality)
    {
        var form = parsed.SpanOf(noun).Of(parsed.Text);
        if (parsed.UposTags[noun.End - 1] is not (Upos.Noun or Upos.Propn))
            return false;
        if (char.IsUpper(parsed.Tokens.Form(noun.End - 1)[0]))
            return HasShape(form, "plain") || HasShape(form, "capital");
        var before = nameStart > 0 ? parsed[nameStart - 1] : Node.None;
        var isAny = before.Exists && (before.IsForm("a") || before.IsForm("an") || before.IsForm("another") || before.IsForm("any"));
        return !isAny && !isNationality && HasShape(form, "plain");
    }

    private static bool HasShape(ReadOnlySpan<char> noun, string shape)
    {
        for (var row = s_nouns.Find(noun); row >= 0; row = s_nouns.Next(row))
            if (s_nouns.Cell(row, 1).SequenceEqual(shape))
                return true;
        return false;
    }
}
