using System.Collections.Immutable;
using Parley.Lexicons;
using Parley.Text;

namespace Parley.Syntax;

/// <summary>Names that the language model does not tell: nationalities, weapons, facilities and named events, by lexicon and shape.</summary>
/// <remarks>
/// They may hold names of the model ("Rafah" in "Rafah crossing") and never overlap each other. Words: <c>lexicons/weapons.tsv</c>,
/// <c>peoples.tsv</c>, <c>countries.tsv</c>, <c>facility-nouns.tsv</c>, <c>event-nouns.tsv</c>, <c>event-names.tsv</c>; examples: <c>specs/names.md</c>.
/// </remarks>
public static class ThingNames
{
    private static readonly Lexicon s_countries = LexiconSet.Get("lexicons/countries");
    private static readonly Lexicon s_peoples = LexiconSet.Get("lexicons/peoples");

    /// <summary>The names of a text, in order.</summary>
    public static ImmutableArray<NameMention> Read(ParsedText parsed)
    {
        var modelName = new NameMention?[parsed.Count];
        foreach (var name in parsed.Names)
            Array.Fill(modelName, name, name.Words.Start, name.Words.Length);
        var names = ImmutableArray.CreateBuilder<NameMention>();
        foreach (var sentence in parsed.Sentences)
            for (var word = sentence.Start; word < sentence.End; )
            {
                var name = At(parsed, word, sentence.End, modelName[word]);
                if (name.Words.Length > 0)
                    names.Add(name);
                word = Math.Max(word + 1, name.Words.End);
            }
        return names.ToImmutable();
    }

    /// <summary>The longest name that begins at a word; of those as long the event, the facility, the weapon first.</summary>
    private static NameMention At(ParsedText parsed, int word, int limit, NameMention? modelName)
    {
        if (!char.IsLetterOrDigit(parsed.Tokens.Form(word)[0]))
            return default;
        var best = new NameMention(EventNames.At(parsed, word, limit), NameType.Event);
        foreach (
            var other in (ReadOnlySpan<NameMention>)
                [
                    new(FacilityNames.At(parsed, word, limit), NameType.Facility),
                    new(WeaponNames.At(parsed, word, limit), NameType.Weapon),
                    new(Nationality(parsed, word, limit, modelName), NameType.Nationality),
                ]
        )
            if (other.Words.Length > best.Words.Length)
                best = other;
        return best;
    }

    /// <summary>"Turkish", "Kurds"; not within a longer name ("Turkish Airlines"), and not the language ("in Arabic").</summary>
    private static WordRange Nationality(ParsedText parsed, int word, int limit, NameMention? modelName)
    {
        if (!char.IsUpper(parsed.Tokens.Form(word)[0]))
            return default;
        var found = PhraseMatch.Longest(s_peoples, parsed.Tokens, word, limit).Words;
        if (
            PhraseMatch.Longest(s_countries, parsed.Tokens, word, limit) is { Row: >= 0 } known
            && known.Words.Length >= found.Length
            && s_countries.Cell(known.Row, 2) is "demonym" or "people"
        )
            found = known.Words;
        var isPartOfName = modelName is { } name && name.Words.Length > found.Length;
        return found.Length == 0 || isPartOfName || IsLanguage(parsed, found) ? default : found;
    }

    private static bool IsLanguage(ParsedText parsed, WordRange words) =>
        words.Start > 0
        && parsed[words.End - 1] is { Upos: Upos.Noun or Upos.Propn, Xpos: "NN" or "NNP" } node
        && node.Relation is not (Relation.Compound or Relation.Amod)
        && (parsed[words.Start - 1].IsForm("in") || parsed[words.Start - 1].Lemma is "speak" or "learn");

    /// <summary>True for words as names have them: a capital, and tagged as a name.</summary>
    internal static bool IsNameWord(ParsedText parsed, int word) =>
        parsed.UposTags[word] == Upos.Propn && char.IsUpper(parsed.Tokens.Form(word)[0]);

    /// <summary>True for the word of a nationality.</summary>
    internal static bool IsNationality(ReadOnlySpan<char> form) =>
        s_countries.Find(form) is >= 0 and var row && s_countries.Cell(row, 2) is "demonym" or "people" || s_peoples.Contains(form);

    /// <summary>True for a hyphen between two words written together.</summary>
    internal static bool IsJoint(TokenizedText text, int word) =>
        text.Form(word) is "-" or "\u2013" && word > 0 && !text.Words[word].SpaceAfter && !text.Words[word - 1].SpaceAfter;

    /// <summary>The word behind a run of capitalised name words and hyphens between them; at most <paramref name="most"/> words are taken.</summary>
    internal static int EndOfNameWords(ParsedText parsed, int from, int limit, int most)
    {
        var end = from;
        while (end < limit && end - from < most && (IsNameWord(parsed, end) || end > from && IsJoint(parsed.Tokens, end)))
            end++;
        return end > from && IsJoint(parsed.Tokens, end - 1) ? end - 1 : end;
    }
}
