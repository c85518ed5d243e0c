using System.Globalization;

namespace Parley.Onnx;

/// <summary>Lower case without accents, as the encoder's vocabulary was made: from a table, since the invariant culture does not decompose.</summary>
internal static class CharacterFolding
{
    private static readonly Dictionary<char, string> s_folded = Load();

    /// <summary>Writes what a character becomes (nothing for an accent), at most three characters; gives how many.</summary>
    public static int Fold(char c, Span<char> folded)
    {
        if (c < 0x80)
        {
            folded[0] = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
            return 1;
        }
        if (s_folded.TryGetValue(c, out var text))
        {
            text.CopyTo(folded);
            return text.Length;
        }
        if (c is >= '\uAC00' and <= '\uD7A3')
            return FoldHangul(c - 0xAC00, folded);
        if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            return 0;
        folded[0] = c;
        return 1;
    }

    /// <summary>A syllable as its letters (The Unicode Standard, section 3.12).</summary>
    private static int FoldHangul(int index, Span<char> folded)
    {
        folded[0] = (char)(0x1100 + index / 588);
        folded[1] = (char)(0x1161 + index % 588 / 28);
        if (index % 28 == 0)
            return 2;
        folded[2] = (char)(0x11A7 + index % 28);
        return 3;
    }

    private static Dictionary<char, string> Load()
    {
        using var stream = typeof(CharacterFolding).Assembly.GetManifestResourceStream("folding.tsv")!;
        using var reader = new StreamReader(stream);
        var table = new Dictionary<char, string>(2000);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            table[line[0]] = line[2..];
        return table;
    }
}
