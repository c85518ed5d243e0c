// Guarded by the benchmark of the fast model.
using System.Runtime.InteropServices;
using Parley.Models;
using Parley.Numerics;

namespace Parley.Syntax.Fast;

/// <summary>Remembers what forms are before any context, and what the first layer makes of them. Not safe for several threads.</summary>
/// <remarks>
/// Two places for each form; the one used longer ago is given up. Nine words of news in ten are found. What is found is what would be reckoned
/// anew, so the cache changes no result.
/// </remarks>
internal sealed unsafe class FormCache : IDisposable
{
    private const int Sets = 2048;

    private readonly FastWeights _weights;
    private readonly ulong[] _keys = new ulong[2 * Sets];
    private readonly byte[] _older = new byte[Sets];
    private readonly byte[] _activations;
    private readonly float* _entries;
    private readonly int _entry;

    /// <summary>An empty cache.</summary>
    public FormCache(FastWeights weights)
    {
        _weights = weights;
        _entry = weights.Width + weights.First.Outputs;
        _entries = (float*)NativeMemory.AlignedAlloc((nuint)(2 * Sets * _entry * sizeof(float)), 64);
        _activations = new byte[weights.Width];
    }

    /// <summary>The vector of a form, and behind it what the first layer gives to the right neighbour, the word and the left neighbour. Good until the next call.</summary>
    public float* Find(ReadOnlySpan<char> form)
    {
        var hash = new KeyHash();
        hash.Add(form);
        var key = hash.Value;
        var set = (int)(key & (Sets - 1));
        for (var way = 0; way < 2; way++)
            if (_keys[2 * set + way] == key)
            {
                _older[set] = (byte)(1 - way);
                return _entries + (long)(2 * set + way) * _entry;
            }
        var place = 2 * set + _older[set];
        _older[set] = (byte)(1 - _older[set]);
        _keys[place] = key;
        var made = _entries + (long)place * _entry;
        _weights.Embed(form, made);
        fixed (byte* activations = _activations)
        {
            Rows.Normalise(made, _weights.Width, _weights.Range, activations);
            _weights.Kernel.Multiply(_weights.First, activations, 1, made + _weights.Width);
        }
        return made;
    }

    /// <inheritdoc/>
    public void Dispose() => NativeMemory.AlignedFree(_entries);
}
