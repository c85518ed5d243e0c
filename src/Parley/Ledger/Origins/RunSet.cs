namespace Parley.Ledger.Origins;

/// <summary>
/// A set of hashes, in order: the runs of words of a text, or its names and numbers. Twenty-two bits of each are kept, so that a text of 600 words
/// takes some 1.3 KB; two texts without a common word of 3,000 words each then seem to share two runs.
/// </summary>
public sealed class RunSet : IEquatable<RunSet>
{
    /// <summary>The set of nothing.</summary>
    public static readonly RunSet Empty = new([]);

    private const int Bits = 22;
    private readonly int[] _hashes;

    private RunSet(int[] hashes) => _hashes = hashes;

    /// <summary>Number of different hashes.</summary>
    public int Count => _hashes.Length;

    /// <summary>The set of the upper bits of these hashes.</summary>
    public static RunSet Of(IEnumerable<uint> hashes)
    {
        var kept = hashes.Select(hash => (int)(hash >> (32 - Bits))).ToArray();
        Array.Sort(kept);
        var count = 0;
        for (var i = 0; i < kept.Length; i++)
            if (count == 0 || kept[count - 1] != kept[i])
                kept[count++] = kept[i];
        return new RunSet(kept[..count]);
    }

    /// <summary>Number of hashes in both.</summary>
    public int Shared(RunSet other)
    {
        var (a, b) = (_hashes, other._hashes);
        var (i, j, shared) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            var (left, right) = (a[i], b[j]);
            shared += left == right ? 1 : 0;
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }
        return shared;
    }

    /// <summary>Share of these that are in <paramref name="other"/>, 0 to 1; 0 where there are none.</summary>
    public double ShareIn(RunSet other) => Count == 0 ? 0 : (double)Shared(other) / Count;

    /// <summary>Appends the set to bytes: its count and the steps from each hash to the next, seven bits a byte.</summary>
    internal void Write(List<byte> bytes)
    {
        Numbers.Write(bytes, (uint)Count);
        var last = 0;
        foreach (var hash in _hashes)
        {
            Numbers.Write(bytes, (uint)(hash - last));
            last = hash;
        }
    }

    /// <summary>Reads a set from bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes end too early.</exception>
    internal static RunSet Read(ref ReadOnlySpan<byte> bytes)
    {
        var count = Numbers.Read(ref bytes);
        if (count > bytes.Length)
            throw new InvalidDataException($"a sketch tells of {count} runs and has {bytes.Length} bytes left");
        var hashes = new int[count];
        var last = 0;
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = last += (int)Numbers.Read(ref bytes);
        return new RunSet(hashes);
    }

    /// <summary>True when both hold the same hashes.</summary>
    public bool Equals(RunSet? other) => other is not null && _hashes.AsSpan().SequenceEqual(other._hashes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RunSet);

    /// <inheritdoc/>
    public override int GetHashCode() => _hashes.Length == 0 ? 0 : HashCode.Combine(_hashes.Length, _hashes[0], _hashes[^1]);
}
