using System.Collections.Immutable;
using Parley.Ledger.Origins;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>What a function gives for a set of readings, made at one go. A ledger that keeps results gives the same.</summary>
public static class BlockFold
{
    /// <summary>All rows, in the order of <see cref="Order"/>.</summary>
    /// <param name="function">The function.</param>
    /// <param name="readings">The readings, in any order.</param>
    /// <param name="joins">What people say of which records are one.</param>
    public static ImmutableArray<DerivedRow> Make(IBlockFunction function, IEnumerable<Reading> readings, JoinDecisions joins)
    {
        var ordered = ReadingOrder.Sort(readings);
        var blocks = new SortedDictionary<string, List<Reading>>(StringComparer.Ordinal);
        var scopes = new Dictionary<string, List<Reading>>(StringComparer.Ordinal);
        foreach (var reading in ordered)
        {
            foreach (var key in function.Keys(reading).Distinct(StringComparer.Ordinal))
                Add(blocks, key, reading);
            foreach (var scope in function.Scopes(reading).Distinct(StringComparer.Ordinal))
                Add(scopes, scope, reading);
        }
        var context = new BlockContext(joins, OriginFinder.Find(ordered));
        var rows = new List<DerivedRow>();
        foreach (var (key, tellers) in blocks)
        {
            foreach (var subject in function.Join(key, [.. tellers], joins))
            {
                var told = subject.Tellers.ToHashSet(StringComparer.Ordinal);
                var involved = function
                    .ScopesOf(subject)
                    .SelectMany(scope => scopes.GetValueOrDefault(scope) ?? [])
                    .DistinctBy(reading => reading.Article.Id)
                    .Where(reading => IsWithin(subject, ReadingOrder.Day(reading)) && function.Bears(subject, reading))
                    .Concat(tellers.Where(reading => told.Contains(reading.Article.Id)))
                    .DistinctBy(reading => reading.Article.Id);
                rows.AddRange(function.Assess(key, subject, ReadingOrder.Sort(involved), context));
            }
        }
        return Order(rows);
    }

    /// <summary>True when an article of that day can bear on a subject; one without a date can.</summary>
    public static bool IsWithin(BlockSubject subject, string? day) =>
        day is null
        || (subject.Since is null || string.CompareOrdinal(subject.Since, day) <= 0)
            && (subject.Until is null || string.CompareOrdinal(subject.Until, day) >= 0);

    /// <summary>Greater rank first, then by day, unknown ones last, then by id.</summary>
    public static ImmutableArray<DerivedRow> Order(IEnumerable<DerivedRow> rows) =>
        [
            .. rows.OrderByDescending(row => row.Rank)
                .ThenBy(row => row.Day ?? "9999", StringComparer.Ordinal)
                .ThenBy(row => row.Id, StringComparer.Ordinal),
        ];

    /// <summary>The rows that a query asks for, of those of a function.</summary>
    public static ImmutableArray<DerivedRow> Pick(IEnumerable<DerivedRow> rows, DerivedQuery query)
    {
        var chosen = rows.Where(row =>
            row.Kind == query.Kind
            && (query.Party is null || row.Party == query.Party)
            && (query.Topic is null || row.Topic == query.Topic)
            && (query.Id is null || row.Id == query.Id)
        );
        if (query.OneOfParty)
        {
            var all = chosen.ToList();
            var first = all.Where(row => row.Party is not null)
                .GroupBy(row => row.Party, StringComparer.Ordinal)
                .Select(rows => rows.MinBy(row => row.Id, StringComparer.Ordinal))
                .ToHashSet();
            chosen = all.Where(row => row.Party is null || first.Contains(row));
        }
        if (query.Bodiless)
            chosen = chosen.Select(row => row with { Body = "" });
        return [.. chosen.Take(query.Limit ?? int.MaxValue)];
    }

    private static void Add(IDictionary<string, List<Reading>> lists, string key, Reading reading)
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        list.Add(reading);
    }
}
