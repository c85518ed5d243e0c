using Parley.Lexicons;

namespace Parley.Text;

/// <summary>Gives text that is all in capitals a case that a language model knows: small letters, names with a capital.</summary>
internal static class Recasing
{
    private static readonly Lexicon s_names = LexiconSet.Get("lexicons/capitalised");

    /// <summary>The share of letters that are capitals from which a block counts as written in capitals.</summary>
    private const double CapitalShare = 0.9;

    /// <summary>The fewest words of such a block.</summary>
    private const int FewestWords = 8;

    /// <summary>Forms for the model, indexed by word, null where the form stands as it is; null when no block is in capitals.</summary>
    public static string?[]? Read(string text, Word[] words, List<Block> blocks)
    {
        string?[]? forms = null;
        foreach (var block in blocks)
            if (block.Words.Length >= FewestWords && IsInCapitals(text, words, block.Words))
            {
                forms ??= new string?[words.Length];
                Recase(text, words, block.Words, forms);
            }
        return forms;
    }

    private static bool IsInCapitals(string text, Word[] words, WordRange block)
    {
        int capitals = 0,
            letters = 0;
        for (var at = words[block.Start].Start; at < words[block.End - 1].End; at++)
            if (char.IsLetter(text[at]))
            {
                letters++;
                capitals += char.IsUpper(text[at]) ? 1 : 0;
            }
        return letters > 20 && capitals >= letters * CapitalShare;
    }

    private static void Recase(string text, Word[] words, WordRange block, string?[] forms)
    {
        var startsSentence = true;
        for (var i = block.Start; i < block.End; i++)
        {
            var form = text.AsSpan(words[i].Start, words[i].End - words[i].Start);
            var isName = s_names.Contains(form);
            if (
                char.IsLetter(form[0])
                && !form.Contains('.')
                && !(isName && s_names.Cell(s_names.Find(form), 0) is var name && name.SequenceEqual(form))
            )
            {
                var lower = form.ToString().ToLowerInvariant();
                forms[i] = isName || startsSentence || lower == "i" ? char.ToUpperInvariant(lower[0]) + lower[1..] : lower;
            }
            if (char.IsLetterOrDigit(form[0]))
                startsSentence = false;
            startsSentence |= (words[i].Flags & (WordFlags.MayEndSentence | WordFlags.EndsSentence)) != 0;
        }
    }
}
