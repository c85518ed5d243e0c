using Parley.Ledger;
using Parley.Records;

namespace Parley.Stores;

/// <summary>Weighs articles against many subjects: only against those of which it reaches a scope, in their time. Weighing is safe from several threads.</summary>
/// <param name="function">The function.</param>
/// <param name="subjectOf">The subject of an entry.</param>
internal sealed class Scales<T>(IBlockFunction function, Func<T, BlockSubject> subjectOf)
{
    private readonly Dictionary<string, List<int>> _byScope = new(StringComparer.Ordinal);
    private readonly List<T> _entries = [];

    /// <summary>The scopes of all subjects.</summary>
    public IEnumerable<string> Scopes => _byScope.Keys;

    /// <summary>Puts a subject on.</summary>
    public void Add(T entry)
    {
        foreach (var scope in function.ScopesOf(subjectOf(entry)).Distinct(StringComparer.Ordinal))
        {
            if (!_byScope.TryGetValue(scope, out var places))
                _byScope.Add(scope, places = []);
            places.Add(_entries.Count);
        }
        _entries.Add(entry);
    }

    /// <summary>The entries that an article bears on, in the order in which they were put on.</summary>
    public List<T> Weigh(Reading reading)
    {
        var places = new SortedSet<int>();
        foreach (var scope in function.Scopes(reading))
            if (_byScope.TryGetValue(scope, out var there))
                places.UnionWith(there);
        var day = ReadingOrder.Day(reading);
        var borne = new List<T>();
        foreach (var place in places)
            if (BlockFold.IsWithin(subjectOf(_entries[place]), day) && function.Bears(subjectOf(_entries[place]), reading))
                borne.Add(_entries[place]);
        return borne;
    }
}
