using System.Runtime.CompilerServices;

namespace Parley.Lexicons;

/// <summary>The numbers that the lexicon compiler and the reader of the packed file agree on.</summary>
/// <remarks>
/// Layout, little-endian, all offsets in bytes from the start of the file: magic, number of tables, then per table
/// (name offset, name length, table offset); the table is rows, columns, key slots, prefix slots, the sieves of
/// keys and of beginnings (bits that say which keys there cannot be), then column names, the cells (offset and length in characters, row by row), the open-addressed key index (row + 1, 0 where free), the index of the
/// next row of the same key, and the open-addressed set of prefix hashes (0 where free). Strings are UTF-16.
/// </remarks>
internal static class PackedFormat
{
    /// <summary>"PLX2": a packed file of version 2.</summary>
    public const int Magic = 0x32584C50;

    /// <summary>Numbers of a sieve of 512 bits.</summary>
    public const int SieveInts = 16;

    /// <summary>The bit of the sieve of keys that a key sets, from its ends and its length; not for an empty one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int KeyBit(ReadOnlySpan<char> key) => (Fold(key[0]) * 37 + Fold(key[^1]) * 11 + key.Length * 5) & (SieveInts * 32 - 1);

    /// <summary>The bit of the sieve of beginnings that keys set which begin with this text, from its first two characters; not for an empty one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int BeginningBit(ReadOnlySpan<char> text) =>
        (Fold(text[0]) * 29 + (text.Length > 1 ? Fold(text[1]) : 0)) & (SieveInts * 32 - 1);

    /// <summary>Hashes text without regard to case (FNV-1a over the lower-case characters); never 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = Seed;
        foreach (var c in text)
            hash = Add(hash, c);
        return Finish(hash);
    }

    /// <summary>The state of a hash over no characters.</summary>
    public const uint Seed = 2166136261;

    /// <summary>The state after one more character, its case folded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Add(uint hash, char c) => (hash ^ Fold(c)) * 16777619;

    /// <summary>The hash of a state; never 0, which marks a free slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Finish(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6D;
        hash ^= hash >> 13;
        return hash == 0 ? 1 : hash;
    }

    /// <summary>Lower case; typographic apostrophes and hyphens are the plain ones, a no-break space is a space.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Fold(char c) => c < 0x80 ? (char)((uint)(c - 'A') <= 'Z' - 'A' ? c | 0x20 : c) : FoldWide(c);

    /// <summary>Slots of an open-addressed index for so many entries: a power of two, at most half full.</summary>
    public static int Slots(int entries)
    {
        var slots = 4;
        while (slots < entries * 2)
            slots *= 2;
        return slots;
    }

    /// <summary>True where a phrase may be cut in words: between a letter or digit and anything else, or between two others.</summary>
    public static bool IsBoundary(char before, char after) => !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after));

    private static char FoldWide(char c) =>
        c switch
        {
            '\u2019' or '\u2018' or '\u02BC' => '\'',
            '\u2010' or '\u2011' => '-',
            '\u00A0' => ' ',
            _ => char.ToLowerInvariant(c),
        };
}
