using Parley.Lexicons;
using Parley.Text;

namespace Parley.Syntax;

/// <summary>Weapons: systems by name ("HIMARS", "T-72") and kinds ("cluster munitions").</summary>
internal static class WeaponNames
{
    private static readonly Lexicon s_weapons = LexiconSet.Get("lexicons/weapons");

    /// <summary>The weapon that begins at a word; empty where none does.</summary>
    public static WordRange At(ParsedText parsed, int word, int limit)
    {
        var name = OfSeries(parsed.Tokens, word, limit);
        if (name.Length == 0)
            name = Known(parsed, word, limit);
        if (name.Length == 0)
            return default;
        // "Iskander ballistic missiles" is one name.
        return Match(parsed, name.End, limit, "carrier") is { Length: > 0 } carrier ? name with { End = carrier.End } : name;
    }

    private static WordRange Known(ParsedText parsed, int word, int limit)
    {
        var (words, row) = PhraseMatch.Longest(s_weapons, parsed.Tokens, word, limit);
        if (row < 0)
            return default;
        var written = parsed.SpanOf(words).Of(parsed.Text);
        if (Row(written, "name", isExact: true) >= 0)
            return words;
        if (
            Row(written, "beside", isExact: true) >= 0
            && (Match(parsed, words.End, limit, "carrier").Length > 0 || IsBehindCarrier(parsed, word))
        )
            return words;
        var isKind = Row(written, "kind", isExact: false) >= 0 || Row(written, "carrier", isExact: false) >= 0;
        if (!isKind || parsed.UposTags[words.End - 1] is not (Upos.Noun or Upos.Propn) || IsVessel(parsed, words))
            return default;
        return words;
    }

    /// <summary>"think tank", "water tank".</summary>
    private static bool IsVessel(ParsedText parsed, WordRange words) =>
        words.Start > 0
        && parsed[words.Start].Lemma == "tank"
        && parsed[words.Start - 1].Relation == Relation.Compound
        && !char.IsUpper(parsed.Tokens.Form(words.Start - 1)[0]);

    private static bool IsBehindCarrier(ParsedText parsed, int word) =>
        word > 0 && Match(parsed, word - 1, word, "carrier").Length > 0 && parsed.UposTags[word] == Upos.Propn;

    /// <summary>"T-72", "Su-34", "Shahed-136".</summary>
    private static WordRange OfSeries(TokenizedText text, int word, int limit) =>
        word + 2 < limit
        && ThingNames.IsJoint(text, word + 1)
        && char.IsAsciiDigit(text.Form(word + 2)[0])
        && Row(text.Form(word), "series", isExact: true) >= 0
            ? new WordRange(word, word + 3)
            : default;

    /// <summary>The longest key that begins at a word, where it is of that sort.</summary>
    private static WordRange Match(ParsedText parsed, int word, int limit, string sort)
    {
        if (word >= limit)
            return default;
        var (words, row) = PhraseMatch.Longest(s_weapons, parsed.Tokens, word, limit);
        return row >= 0 && Row(parsed.SpanOf(words).Of(parsed.Text), sort, isExact: false) >= 0 ? words : default;
    }

    private static int Row(ReadOnlySpan<char> form, string sort, bool isExact)
    {
        for (var row = s_weapons.Find(form); row >= 0; row = s_weapons.Next(row))
            if (s_weapons.Cell(row, 1).SequenceEqual(sort) && (!isExact || s_weapons.Cell(row, 0).SequenceEqual(form)))
                return row;
        return -1;
    }
}
