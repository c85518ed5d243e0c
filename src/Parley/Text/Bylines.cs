namespace Parley.Text;

/// <summary>Reads lines that name the authors: "By Jane Roe, Reuters".</summary>
internal static class Bylines
{
    /// <summary>The longest line that is taken for one, in words.</summary>
    private const int MostWords = 24;

    /// <summary>True for two to four capitalised words and nothing else.</summary>
    public static bool IsName(string text, List<Word> words, WordRange block)
    {
        for (var i = block.Start; i < block.End; i++)
            if (!char.IsUpper(text[words[i].Start]) || !char.IsLower(text[words[i].End - 1]))
                return false;
        return block.Length is >= 2 and <= 4;
    }

    /// <summary>The authors; null where the line is no byline.</summary>
    public static string? Match(string text, List<Word> words, WordRange block)
    {
        if (block.Length is < 3 or > MostWords || !Form(block.Start).Equals("by", StringComparison.OrdinalIgnoreCase))
            return null;
        for (var i = block.Start + 1; i < block.End; i++)
        {
            var form = Form(i);
            if (
                char.IsLower(form[0])
                && form is not ("and" or "in" or "for" or "of" or "the" or "with" or "de" or "van" or "von" or "al" or "bin" or "ibn")
            )
                return null;
            if (Characters.IsStop(form[0]) && i < block.End - 1)
                return null;
        }
        return text[words[block.Start + 1].Start..words[block.End - 1].End];

        ReadOnlySpan<char> Form(int word) => text.AsSpan(words[word].Start, words[word].End - words[word].Start);
    }
}
