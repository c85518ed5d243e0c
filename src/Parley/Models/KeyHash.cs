namespace Parley.Models;

/// <summary>The hash by which model files list words: FNV-1a of 64 bits over UTF-16 units, folded once; never 0. 64 bits stand for the word itself.</summary>
public struct KeyHash()
{
    private ulong _value = 14695981039346656037;

    /// <summary>The hash of what was added.</summary>
    public readonly ulong Value => (_value ^ _value >> 32) is var folded && folded == 0 ? 1 : folded;

    /// <summary>Adds a character.</summary>
    public void Add(char c) => _value = (_value ^ c) * 1099511628211;

    /// <summary>Adds characters.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            Add(c);
    }
}
