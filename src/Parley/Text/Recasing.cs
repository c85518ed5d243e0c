using Parley.Lexicons;

namespace Parley.Text;

/// <summary>Gives text that is all in capitals a case that a language model knows: common words small, known names with a capital.</summary>
/// <remarks>A word that no lexicon knows stands as it is: a model that sees capitals only makes more of it than of a name in small letters.</remarks>
internal static class Recasing
{
    /// <summary>The share of letters that are capitals from which a block, or a whole text, counts as written in capitals.</summary>
    private const double CapitalShare = 0.8;

    /// <summary>The fewest words of such a block, where the text around it is not in capitals too.</summary>
    private const int FewestWords = 8;

    private const int FewestLetters = 20;

    private static readonly Lexicon s_names = LexiconSet.Get("lexicons/capitalised");
    private static readonly Lexicon s_common = LexiconSet.Get("lexicons/common-words");
    private static readonly Lexicon s_roles = LexiconSet.Get("lexicons/roles");
    private static readonly Lexicon s_titles = LexiconSet.Get("lexicons/titles");
    private static readonly Lexicon s_firstNames = LexiconSet.Get("lexicons/first-names");
    private static readonly Lexicon s_places = LexiconSet.Get("lexicons/gazetteer/names");
    private static readonly Lexicon[] s_phrases =
    [
        s_names,
        LexiconSet.Get("lexicons/countries"),
        LexiconSet.Get("lexicons/leaders"),
        LexiconSet.Get("lexicons/bodies"),
        LexiconSet.Get("lexicons/armed-groups"),
        LexiconSet.Get("lexicons/media"),
        s_places,
    ];

    /// <summary>Forms for the model, indexed by word, null in blocks that are not in capitals; null when none is.</summary>
    public static string?[]? Read(string text, Word[] words, List<Block> blocks)
    {
        int capitals = 0,
            letters = 0;
        var any = false;
        var shares = new (int Capitals, int Letters)[blocks.Count];
        for (var b = 0; b < blocks.Count; b++)
        {
            shares[b] = Letters(text, words, blocks[b].Words);
            any |= IsInCapitals(shares[b]);
            capitals += shares[b].Capitals;
            letters += shares[b].Letters;
        }
        if (!any)
            return null;
        var forms = new string?[words.Length];
        var tokens = new TokenizedText
        {
            Text = text,
            Words = words,
            Blocks = [],
            Article = new Records.Article { Id = "", Text = text },
        };
        var fewest = IsInCapitals((capitals, letters)) ? 1 : FewestWords;
        for (var b = 0; b < blocks.Count; b++)
            if (shares[b].Capitals >= shares[b].Letters * CapitalShare && blocks[b].Words.Length >= fewest)
                Recase(tokens, blocks[b].Words, forms);
        return forms;
    }

    /// <summary>The form that a lemma is made of: of a word that no lexicon knew, with a capital where it is a name, else small.</summary>
    public static string Settle(string form, bool isName) =>
        form.Length < 2 || !IsCapitals(form) || s_names.Find(form) is >= 0 and var row && s_names.Cell(row, 0).SequenceEqual(form) ? form
        : isName ? Capitalised(form)
        : form.ToLowerInvariant();

    private static bool IsInCapitals((int Capitals, int Letters) share) =>
        share.Letters > FewestLetters && share.Capitals >= share.Letters * CapitalShare;

    /// <summary>Letters of a block, in words of two letters or more.</summary>
    private static (int Capitals, int Letters) Letters(string text, Word[] words, WordRange block)
    {
        int capitals = 0,
            letters = 0;
        for (var word = block.Start; word < block.End; word++)
        {
            if (words[word].End - words[word].Start < 2)
                continue;
            for (var at = words[word].Start; at < words[word].End; at++)
                if (char.IsLetter(text[at]))
                {
                    letters++;
                    capitals += char.IsUpper(text[at]) ? 1 : 0;
                }
        }
        return (capitals, letters);
    }

    private static void Recase(TokenizedText text, WordRange block, string?[] forms)
    {
        var startsSentence = true;
        for (var word = block.Start; word < block.End; )
        {
            var stop = Phrase(text, word, block.End, forms);
            if (stop == word)
                forms[stop++] = Recase(text, word, block, startsSentence);
            for (; word < stop; word++)
            {
                if (char.IsLetterOrDigit(text.Form(word)[0]))
                    startsSentence = false;
                startsSentence |= (text.Words[word].Flags & (WordFlags.MayEndSentence | WordFlags.EndsSentence)) != 0;
            }
        }
    }

    /// <summary>Writes the longest known name that begins at a word as the lexicon writes it; gives the word behind it, or the word itself where none does.</summary>
    private static int Phrase(TokenizedText text, int word, int limit, string?[] forms)
    {
        var (best, row, from) = (new WordRange(word, word), -1, s_names);
        foreach (var lexicon in s_phrases)
            if (PhraseMatch.Longest(lexicon, text, word, limit) is { Row: >= 0 } found && found.Words.Length > best.Length)
                (best, row, from) = (found.Words, found.Row, lexicon);
        if (row < 0 || best.Length == 1 && from != s_names && (IsCommon(text.Form(word)) || s_roles.Contains(text.Form(word))))
            return word;
        var key = from.Cell(row, 0);
        var at = 0;
        for (var w = best.Start; w < best.End; w++)
        {
            var form = text.Form(w);
            var written = key.Slice(at, form.Length);
            forms[w] =
                from != s_places ? written.ToString()
                : IsCommon(form) ? form.ToString().ToLowerInvariant()
                : Capitalised(form);
            at += form.Length + (text.Words[w].SpaceAfter ? 1 : 0);
        }
        return best.End;
    }

    private static string Recase(TokenizedText text, int word, WordRange block, bool startsSentence)
    {
        var form = text.Form(word);
        if (!char.IsLetter(form[0]) && !form.Contains('\''))
            return form.ToString();
        if (form is "I")
            return "I";
        if (text.Words[word].ContinuesToken || IsCommon(form))
            return startsSentence ? Capitalised(form) : form.ToString().ToLowerInvariant();
        var followsName = word > block.Start && (s_titles.Contains(text.Form(word - 1)) || IsFirstName(text.Form(word - 1)));
        if (followsName || IsFirstName(form))
            return Capitalised(form);
        var precedesName = word + 1 < block.End && IsFirstName(text.Form(word + 1));
        if (s_roles.Contains(form) || s_titles.Contains(form))
            return startsSentence || precedesName ? Capitalised(form) : form.ToString().ToLowerInvariant();
        return form.ToString();
    }

    /// <summary>"MARIA", but not "SAID".</summary>
    private static bool IsFirstName(ReadOnlySpan<char> form) => s_firstNames.Contains(form) && !IsCommon(form);

    private static bool IsCommon(ReadOnlySpan<char> form) => s_common.Contains(form);

    private static bool IsCapitals(string form)
    {
        foreach (var c in form)
            if (!char.IsUpper(c))
                return false;
        return true;
    }

    private static string Capitalised(ReadOnlySpan<char> form) =>
        string.Create(
            form.Length,
            form,
            static (to, from) =>
            {
                from.ToLowerInvariant(to);
                to[0] = char.ToUpperInvariant(to[0]);
            }
        );
}
