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
        var all = ordered.ToDictionary(reading => reading.Article.Id, PositionTellingReader.Read, StringComparer.Ordinal);
        return
        [
            .. ordered.SelectMany(reading =>
                origins[reading.Article.Id].CopyOf is { } original
                    ? all[reading.Article.Id].Where(telling => !all[original].Any(first => IsSame(first, telling)))
                    : all[reading.Article.Id]
            ),
        ];
    }

    private static bool IsSame(PositionTelling a, PositionTelling b) => (a.Side, a.Topic, a.Stance) == (b.Side, b.Topic, b.Stance);
}
