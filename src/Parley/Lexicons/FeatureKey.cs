// Guarded by the benchmark of parts: every feature of every case is looked up by its name.
using System.Runtime.CompilerServices;

namespace Parley.Lexicons;

/// <summary>A feature's name, or the beginning of one, as 64 bits (a polynomial of its characters): names are never put together as text.</summary>
internal readonly record struct FeatureKey(ulong Value)
{
    /// <summary>The beginning of every name.</summary>
    public static FeatureKey Empty => new(14695981039346656037);

    /// <summary>The name that goes on with these characters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public FeatureKey With(ReadOnlySpan<char> more)
    {
        // Powers of one odd number, so that four characters are taken in at a time.
        const ulong One = 0x9E3779B97F4A7C15,
            Two = unchecked(One * One),
            Three = unchecked(Two * One),
            Four = unchecked(Two * Two);
        var key = Value;
        var at = 0;
        for (; at + 4 <= more.Length; at += 4)
            key = key * Four + more[at] * Three + more[at + 1] * Two + more[at + 2] * One + more[at + 3];
        for (; at < more.Length; at++)
            key = key * One + more[at];
        return new FeatureKey(key);
    }
}
