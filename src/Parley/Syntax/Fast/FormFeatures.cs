// Guarded by the benchmark of the fast model: a word in eight or so comes here, the others from the cache.
using Parley.Models;

namespace Parley.Syntax.Fast;

/// <summary>What the fast model sees of a form: its key in the vocabulary, and buckets of its prefix, suffixes and shape. The trainer's <c>forms.py</c> does the same.</summary>
internal static class FormFeatures
{
    /// <summary>Buckets of each hash.</summary>
    public const int Buckets = 4096;

    /// <summary>Prefix of three, suffixes of two, three and four characters, shape.</summary>
    public const int Hashes = 5;

    /// <summary>Characters that count; a longer form is one by its first ones and its last.</summary>
    private const int Longest = 64;

    private const int SameKind = 3;

    /// <summary>Works out the buckets of a form and gives its key.</summary>
    public static ulong Read(ReadOnlySpan<char> form, Span<int> buckets)
    {
        Span<char> normal = stackalloc char[Longest];
        Span<char> outline = stackalloc char[Longest];
        if (form.Length > Longest)
        {
            Span<char> both = stackalloc char[Longest];
            form[..(Longest / 2)].CopyTo(both);
            form[^(Longest / 2)..].CopyTo(both[(Longest / 2)..]);
            return Read(both, buckets);
        }
        var (length, kinds) = (form.Length, 0);
        for (var i = 0; i < length; i++)
        {
            var c = Plain(form[i]);
            var kind =
                char.IsDigit(c) ? '0'
                : char.IsUpper(c) ? 'X'
                : char.IsLetter(c) ? 'x'
                : c;
            normal[i] = kind == '0' ? '0' : char.ToLowerInvariant(c);
            if (kinds < SameKind || outline[kinds - 1] != kind || outline[kinds - 2] != kind || outline[kinds - 3] != kind)
                outline[kinds++] = kind;
        }
        normal = normal[..length];
        buckets[0] = Bucket(normal[..Math.Min(3, length)], 0);
        buckets[1] = Bucket(normal[Math.Max(0, length - 2)..], 1);
        buckets[2] = Bucket(normal[Math.Max(0, length - 3)..], 2);
        buckets[3] = Bucket(normal[Math.Max(0, length - 4)..], 3);
        buckets[4] = Bucket(outline[..kinds], 4);
        var hash = new KeyHash();
        hash.Add(normal);
        return hash.Value;
    }

    private static char Plain(char c) =>
        c switch
        {
            '’' or '‘' => '\'',
            '“' or '”' => '"',
            '–' or '—' => '-',
            _ => c,
        };

    /// <summary>FNV-1a of 32 bits over UTF-16 units, folded to a bucket.</summary>
    private static int Bucket(ReadOnlySpan<char> text, uint seed)
    {
        var value = 2166136261 ^ seed;
        foreach (var c in text)
            value = (value ^ c) * 16777619;
        return (int)((value ^ value >> 15) & (Buckets - 1));
    }
}
