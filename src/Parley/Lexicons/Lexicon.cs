// Guarded by the benchmark of parts: every stage looks every word up, in tables that mostly do not hold it.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Parley.Lexicons;

/// <summary>One table of words or rules, read in place from the packed file. Keys are found without regard to case.</summary>
/// <remarks>
/// A row is a number from 0; several rows may share a key. Cells are UTF-16 in the packed file, so that reading one
/// allocates nothing; <see cref="Text"/> gives a pooled string where one is wanted. Instances are immutable but for that pool, and safe to share.
/// </remarks>
public sealed unsafe class Lexicon
{
    private readonly int* _cells;
    private readonly int* _keySlots;
    private readonly int* _next;
    private readonly uint* _prefixSlots;
    private readonly int* _keySieve;
    private readonly int* _beginningSieve;
    private readonly char* _pool;
    private readonly int _keyMask;
    private readonly int _prefixMask;
    private readonly string[] _columns;
    private string?[]? _texts;

    internal Lexicon(string name, byte* file, int tableOffset, char* pool)
    {
        Name = name;
        _pool = pool;
        var header = (int*)(file + tableOffset);
        Count = header[0];
        var columns = header[1];
        _keyMask = header[2] - 1;
        _prefixMask = header[3] - 1;
        _keySieve = header + 4;
        _beginningSieve = _keySieve + PackedFormat.SieveInts;
        var names = _beginningSieve + PackedFormat.SieveInts;
        _columns = new string[columns];
        for (var c = 0; c < columns; c++)
            _columns[c] = new string(pool, names[c * 2], names[c * 2 + 1]);
        _cells = names + columns * 2;
        _keySlots = _cells + Count * columns * 2;
        _next = _keySlots + header[2];
        _prefixSlots = (uint*)(_next + Count);
    }

    /// <summary>Folder and file without its ending: <c>lexicons/months</c>, <c>rules/events</c>.</summary>
    public string Name { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>The number of a column; throws when the file has none of that name.</summary>
    public int Column(string name)
    {
        var column = Array.IndexOf(_columns, name);
        return column >= 0 ? column : Throw.NoSuchColumn(Name, name);
    }

    /// <summary>The first row whose key is <paramref name="key"/>, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(ReadOnlySpan<char> key)
    {
        if (!key.IsEmpty && !IsSet(_keySieve, PackedFormat.KeyBit(key)))
            return -1;
        var slot = (int)(PackedFormat.Hash(key) & (uint)_keyMask);
        for (; _keySlots[slot] != 0; slot = (slot + 1) & _keyMask)
            if (SameKey(Cell(_keySlots[slot] - 1, 0), key))
                return _keySlots[slot] - 1;
        return -1;
    }

    /// <summary>True when some row has this key.</summary>
    public bool Contains(ReadOnlySpan<char> key) => Find(key) >= 0;

    /// <summary>The next row with the same key as <paramref name="row"/>, or -1.</summary>
    public int Next(int row) => _next[row];

    /// <summary>The characters of a cell, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<char> Cell(int row, int column)
    {
        var cell = _cells + (row * _columns.Length + column) * 2;
        return new ReadOnlySpan<char>(_pool + cell[0], cell[1]);
    }

    /// <summary>A cell as a string; the same object each time.</summary>
    public string Text(int row, int column)
    {
        var texts = _texts ??= new string?[Count * _columns.Length];
        ref var text = ref texts[row * _columns.Length + column];
        return text ??= Cell(row, column) is { IsEmpty: false } cell ? cell.ToString() : "";
    }

    /// <summary>False when no key begins with this text, which is not empty; mostly, where there are few keys.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool MayBegin(ReadOnlySpan<char> text) => IsSet(_beginningSieve, PackedFormat.BeginningBit(text));

    /// <summary>True when some key begins with the text whose hash this is and may go on behind it. Rarely true without cause, never false.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool HasPrefix(uint hash)
    {
        var slot = (int)(hash & (uint)_prefixMask);
        for (; _prefixSlots[slot] != 0; slot = (slot + 1) & _prefixMask)
            if (_prefixSlots[slot] == hash)
                return true;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSet(int* sieve, int bit) => (sieve[bit >> 5] & (1 << bit)) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool SameKey(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length != b.Length)
            return false;
        for (var i = 0; i < a.Length; i++)
            if (a[i] != b[i] && PackedFormat.Fold(a[i]) != PackedFormat.Fold(b[i]))
                return false;
        return true;
    }
}
