namespace Parley.Intake.Addresses;

/// <summary>Addresses that were met in a run, so that none is fetched twice. Of each a number of 64 bits is kept.</summary>
internal sealed class SeenAddresses
{
    /// <summary>Beyond this, some 200 MB, no more are kept.</summary>
    private const int Most = 5_000_000;

    private readonly HashSet<ulong> _seen = [];

    /// <summary>True where the address was not met before.</summary>
    public bool Add(string address)
    {
        // FNV-1a.
        var hash = 14695981039346656037UL;
        foreach (var letter in address)
            hash = (hash ^ letter) * 1099511628211UL;
        return _seen.Count < Most ? _seen.Add(hash) : !_seen.Contains(hash);
    }
}
