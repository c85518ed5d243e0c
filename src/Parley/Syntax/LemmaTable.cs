using Parley.Models;

namespace Parley.Syntax;

/// <summary>Lemmas by form and universal tag, for words whose lemma no script need give.</summary>
/// <remarks>An open table of 64-bit hashes: it is loaded without reading a word. Safe to use from several threads.</remarks>
public sealed class LemmaTable
{
    /// <summary>Lemmas that are made are kept in pages: a run needs few of them, and a start none.</summary>
    private const int PageSize = 256;

    private readonly ulong[] _keys;
    private readonly int[] _places;
    private readonly char[] _pool;
    private readonly string?[]?[] _made;

    private LemmaTable(ulong[] keys, int[] places, char[] pool)
    {
        if (keys.Length == 0 || (keys.Length & (keys.Length - 1)) != 0 || places.Length != keys.Length)
            throw new InvalidModelException(
                $"A table of lemmas has {keys.Length} keys and {places.Length} places: both must be one power of two."
            );
        _keys = keys;
        _places = places;
        _pool = pool;
        _made = new string?[]?[(keys.Length + PageSize - 1) / PageSize];
    }

    /// <summary>A table without a word.</summary>
    public static LemmaTable Empty { get; } = Of([]);

    /// <summary>The table of a model file: sections <c>lemma.keys</c>, <c>lemma.places</c> (offset times 64 plus length) and <c>lemma.pool</c>.</summary>
    public static LemmaTable Of(SectionFile file) =>
        new(file.Copy<ulong>("lemma.keys"), file.Copy<int>("lemma.places"), file.Copy<char>("lemma.pool"));

    /// <summary>A table of words given one by one: lower-case form, tag, lemma.</summary>
    public static LemmaTable Of(IReadOnlyCollection<(string Form, string Upos, string Lemma)> words)
    {
        var size = 4;
        while (size < 2 * words.Count)
            size *= 2;
        var (keys, places, pool) = (new ulong[size], new int[size], new List<char>());
        foreach (var (form, upos, lemma) in words)
        {
            var key = KeyOf(form, upos);
            var at = (int)(key & (ulong)(size - 1));
            while (keys[at] != 0)
                at = (at + 1) & (size - 1);
            (keys[at], places[at]) = (key, pool.Count * 64 + lemma.Length);
            pool.AddRange(lemma);
        }
        return new LemmaTable(keys, places, [.. pool]);
    }

    /// <summary>The lemma of a form with a tag, in any case; null where the table does not list it.</summary>
    public string? Find(ReadOnlySpan<char> form, string upos)
    {
        var key = KeyOf(form, upos);
        var mask = _keys.Length - 1;
        for (var at = (int)key & mask; _keys[at] != 0; at = (at + 1) & mask)
            if (_keys[at] == key)
                return Made(at);
        return null;
    }

    /// <summary>The lemma of a slot; the same object each time, but for what several threads ask for at once.</summary>
    private string Made(int at)
    {
        var page = _made[at / PageSize] ??= new string?[PageSize];
        return page[at % PageSize] ??= new string(_pool, _places[at] >> 6, _places[at] & 63);
    }

    private static ulong KeyOf(ReadOnlySpan<char> form, string upos)
    {
        var hash = new KeyHash();
        foreach (var c in form)
            hash.Add(char.ToLowerInvariant(c));
        hash.Add('\t');
        hash.Add(upos);
        return hash.Value;
    }
}
