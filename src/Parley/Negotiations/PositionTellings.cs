using System.Collections.Immutable;
using Parley.Ledger;
using Parley.Ledger.Origins;
using Parley.Records;

namespace Parley.Negotiations;

/// <summary>Gathers the positions that the articles of a ledger tell. A copy that came later tells nothing new: its words are as old as its original's.</summary>
public static class PositionTellings
{
    /// <summary>The tellings of all readings, in the order of the ledger.</summary>
    public static ImmutableArray<PositionTelling> Of(IEnumerable<Reading> readings)
    {
        var ordered = ReadingOrder.Sort(readings);
        var origins = OriginFinder.Find(ordered);
        return New(
            [.. ordered.SelectMany(reading => PositionTellingReader.Read(reading))],
            origins
                .Values.Where(origin => origin.CopyOf is not null)
                .ToDictionary(origin => origin.ArticleId, origin => origin.CopyOf!, StringComparer.Ordinal)
        );
    }

    /// <summary>The tellings without those of copies that tell what their originals do.</summary>
    /// <param name="tellings">The tellings.</param>
    /// <param name="copies">Articles that are copies, each with its original.</param>
    internal static ImmutableArray<PositionTelling> New(
        ImmutableArray<PositionTelling> tellings,
        IReadOnlyDictionary<string, string> copies
    )
    {
        var all = tellings.ToLookup(telling => telling.Citation.Article, StringComparer.Ordinal);
        return
        [
            .. tellings.Where(telling =>
                !copies.TryGetValue(telling.Citation.Article, out var original) || !all[original].Any(first => IsSame(first, telling))
            ),
        ];
    }

    private static bool IsSame(PositionTelling a, PositionTelling b) => (a.Side, a.Topic, a.Stance) == (b.Side, b.Topic, b.Stance);
}
