// Guarded by the benchmark of parts: most words begin no phrase of most tables.
using System.Runtime.CompilerServices;
using Parley.Lexicons;

namespace Parley.Text;

/// <summary>Finds the phrases of a lexicon in a text, the longest first.</summary>
public static class PhraseMatch
{
    /// <summary>
    /// The longest key of <paramref name="lexicon"/> that begins at word <paramref name="start"/> and ends before <paramref name="limit"/>.
    /// White space between words counts as one blank; case does not matter (compare the key's own letters where it should).
    /// </summary>
    /// <returns>The words matched and the first row of the key; an empty range and -1 where there is none.</returns>
    public static (WordRange Words, int Row) Longest(Lexicon lexicon, TokenizedText text, int start, int limit) =>
        start < limit && text.Form(start) is { IsEmpty: false } first && lexicon.MayBegin(first)
            ? LongestOf(lexicon, text, start, limit)
            : (new WordRange(start, start), -1);

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (WordRange Words, int Row) LongestOf(Lexicon lexicon, TokenizedText text, int start, int limit)
    {
        Span<char> buffer = stackalloc char[128];
        var length = 0;
        var hash = PackedFormat.Seed;
        var best = (Words: new WordRange(start, start), Row: -1);
        for (var word = start; word < limit; word++)
        {
            var form = text.Form(word);
            var needsBlank = word > start && text.Words[word - 1].SpaceAfter;
            if (length + form.Length + 1 > buffer.Length)
                break;
            if (needsBlank)
                (buffer[length++], hash) = (' ', PackedFormat.Add(hash, ' '));
            foreach (var c in form)
                (buffer[length++], hash) = (c, PackedFormat.Add(hash, c));
            if (!lexicon.HasPrefix(PackedFormat.Finish(hash)))
                break;
            if (lexicon.Find(buffer[..length]) is >= 0 and var row)
                best = (new WordRange(start, word + 1), row);
        }
        return best;
    }
}
