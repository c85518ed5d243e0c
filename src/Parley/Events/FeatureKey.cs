namespace Parley.Events;

/// <summary>A feature's name, or the beginning of one, as 64 bits (FNV-1a over its characters): names are never put together as text.</summary>
internal readonly record struct FeatureKey(ulong Value)
{
    /// <summary>The beginning of every name.</summary>
    public static FeatureKey Empty => new(14695981039346656037);

    /// <summary>The name that goes on with these characters.</summary>
    public FeatureKey With(ReadOnlySpan<char> more)
    {
        var key = Value;
        foreach (var c in more)
            key = (key ^ c) * 1099511628211;
        return new FeatureKey(key);
    }
}
