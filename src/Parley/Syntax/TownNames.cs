using Parley.Lexicons;
using Parley.Text;

namespace Parley.Syntax;

/// <summary>
/// Names of one word that the model takes for a person's, though the text tells that they are a place's: it is called a place elsewhere, or it is shelled,
/// besieged, retaken, or has a mayor or outskirts (<c>lexicons/town-signs</c>), and a place of that name is known.
/// </summary>
internal static class TownNames
{
    private static readonly Lexicon s_signs = LexiconSet.Get("lexicons/town-signs");
    private static readonly int s_as = s_signs.Column("as");
    private static readonly Lexicon s_places = LexiconSet.Get("lexicons/gazetteer/names");

    /// <summary>Mends the types of names; <paramref name="names"/> are those of the whole text.</summary>
    public static void Settle(TokenizedText tokens, List<NameMention> names, int[] heads, Relation[] relations, string[] lemmas)
    {
        HashSet<string>? places = null;
        HashSet<string>? parts = null;
        for (var n = 0; n < names.Count; n++)
        {
            if (names[n] is not { Type: NameType.Person, Words.Length: 1 })
                continue;
            if (places is null)
                (places, parts) = Gather(tokens, names);
            var word = names[n].Words.Start;
            var form = tokens.Form(word).ToString();
            if (
                !parts!.Contains(form)
                && (places.Contains(form) || IsTown(tokens, word, heads, relations, lemmas) && s_places.Contains(form))
            )
                names[n] = names[n] with { Type = NameType.Place };
        }
    }

    /// <summary>The words that are a place's name by themselves, and those that are part of a longer name of a person.</summary>
    private static (HashSet<string> Places, HashSet<string> Parts) Gather(TokenizedText tokens, List<NameMention> names)
    {
        var (places, parts) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var name in names)
            if (name is { Type: NameType.Place, Words.Length: 1 })
                places.Add(tokens.Form(name.Words.Start).ToString());
            else if (name is { Type: NameType.Person, Words.Length: > 1 })
                for (var word = name.Words.Start; word < name.Words.End; word++)
                    parts.Add(tokens.Form(word).ToString());
        return (places, parts);
    }

    private static bool IsTown(TokenizedText tokens, int word, int[] heads, Relation[] relations, string[] lemmas)
    {
        if (relations[word] == Relation.Conj && heads[word] >= 0)
            word = heads[word];
        if (heads[word] < 0)
            return false;
        return relations[word] is Relation.Obj or Relation.NsubjPass ? Tells(lemmas[heads[word]], "verb")
            : relations[word] == Relation.Nmod ? word > 0 && tokens.Form(word - 1) is "of" && Tells(lemmas[heads[word]], "noun")
            : false;
    }

    private static bool Tells(string lemma, string use) =>
        s_signs.Find(lemma) is >= 0 and var row && s_signs.Cell(row, s_as).SequenceEqual(use);
}
