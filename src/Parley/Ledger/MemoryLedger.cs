using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>A ledger that lives as long as the process. Safe to use from several threads at once.</summary>
public sealed class MemoryLedger : ILedger
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Reading> _readings = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool Keep(Reading reading)
    {
        lock (_lock)
            return _readings.TryAdd(reading.Article.Id, reading);
    }

    /// <inheritdoc/>
    public bool Holds(string articleId)
    {
        lock (_lock)
            return _readings.ContainsKey(articleId);
    }

    /// <inheritdoc/>
    public ImmutableArray<Reading> Readings()
    {
        lock (_lock)
            return ReadingOrder.Sort(_readings.Values);
    }
}
