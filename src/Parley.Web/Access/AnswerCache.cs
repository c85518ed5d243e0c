using System.Collections.Concurrent;
using System.Collections.Immutable;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Web.Access;

/// <summary>
/// Keeps answers that are made of all readings of a ledger until something is written to it. What a party or topic asks for is chosen from them
/// afterwards, so that one answer serves all.
/// </summary>
public sealed class AnswerCache
{
    private const int Most = 24;

    private readonly ConcurrentDictionary<(string Kind, string? AsOf, string? More), Kept> _kept = new();

    /// <summary>An empty cache.</summary>
    /// <param name="access">Tells when something was written through this server.</param>
    public AnswerCache(LedgerAccess access) => access.Written += _kept.Clear;

    /// <summary>An answer made of the readings as of a day.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="kind">What it answers; one kind has one type.</param>
    /// <param name="asOf">ISO day; null for all.</param>
    /// <param name="more">What else it depends on; null for nothing.</param>
    /// <param name="make">Makes it.</param>
    public T Of<T>(ILedger ledger, string kind, string? asOf, string? more, Func<ImmutableArray<Reading>, T> make)
        where T : notnull
    {
        var stamp = ledger.LastEntry();
        if (_kept.TryGetValue((kind, asOf, more), out var kept) && kept.Stamp == stamp)
            return (T)kept.Answer.Value;
        if (_kept.Count >= Most)
            _kept.Clear();
        var made = new Kept(stamp, new Lazy<object>(() => make([.. ledger.Readings(new ReadingQuery { AsOf = asOf })])));
        _kept[(kind, asOf, more)] = made;
        return (T)made.Answer.Value;
    }

    private sealed record Kept(DateTimeOffset? Stamp, Lazy<object> Answer);
}
