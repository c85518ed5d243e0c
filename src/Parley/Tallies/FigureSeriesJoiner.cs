using System.Collections.Immutable;
using System.Globalization;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Tallies;

/// <summary>
/// Stage 10. In: the figures that articles tell. Out: the same count over time and side by side by who counts. A newer value of the same counter
/// supersedes the older; another counter's never does.
/// </summary>
public static class FigureSeriesJoiner
{
    /// <summary>Days between two reports of one count that neither dates.</summary>
    private const int NearDays = 3;

    /// <summary>The series of all readings, in the order of the first telling.</summary>
    public static ImmutableArray<FigureSeries> Join(IEnumerable<Reading> readings)
    {
        var tellings = ReadingOrder.Sort(readings).SelectMany(reading => FigureTellingReader.Read(reading)).ToList();
        var order = tellings.Select((telling, at) => (telling, at)).ToDictionary(pair => pair.telling, pair => pair.at);
        return
        [
            .. tellings
                .GroupBy(telling => (telling.Amount.Measure, telling.Place))
                .SelectMany(block => JoinBlock([.. block]))
                .OrderBy(series => series.Entries.Min(entry => order[entry.Telling])),
        ];
    }

    /// <summary>The series of one block: one measure, one place.</summary>
    /// <param name="block">Its tellings in the order of the ledger.</param>
    public static ImmutableArray<FigureSeries> JoinBlock(ImmutableArray<FigureTelling> block)
    {
        if (block.Length > 0 && block[0].Place is null)
            return [.. block.GroupBy(telling => (telling.Counter, telling.Amount.Value)).SelectMany(alike => Group([.. alike]))];
        return Group(block);
    }

    private static ImmutableArray<FigureSeries> Group(ImmutableArray<FigureTelling> block)
    {
        var groups = new List<List<FigureTelling>>();
        foreach (var telling in block)
        {
            var group = groups.Find(group => group.TrueForAll(other => IsOneCount(other, telling)));
            if (group is null)
                groups.Add(group = []);
            group.Add(telling);
        }
        return [.. groups.Select(Make)];
    }

    /// <summary>True where two figures count the same: what is counted, and the happening, as far as both tell it.</summary>
    private static bool IsOneCount(FigureTelling a, FigureTelling b)
    {
        if (a.Unit != b.Unit || !AreOne(a.Who, b.Who) || (a.Citation.Article == b.Citation.Article && a.Counter == b.Counter))
            return false;
        if ((a.Time ?? a.Around) is { } ours && (b.Time ?? b.Around) is { } theirs && !ours.Overlaps(theirs))
            return false;
        // Nobody knows where: one count only where the same counter gives the same number.
        if (a.Place is null)
            return a.Counter == b.Counter && a.Amount.IsSame(b.Amount);
        return (a.Time is not null && b.Time is not null) || (AreNear(a.Day, b.Day) && a.Amount.MayBe(b.Amount));
    }

    private static bool AreOne(string? a, string? b) =>
        a is null || b is null || string.Equals(a, b, StringComparison.OrdinalIgnoreCase) || Last(a) == Last(b);

    private static string Last(string words) => words[(words.LastIndexOf(' ') + 1)..].ToLowerInvariant();

    private static bool AreNear(string? a, string? b) =>
        DateOnly.TryParseExact(a, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var one)
        && DateOnly.TryParseExact(b, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var other)
        && Math.Abs(one.DayNumber - other.DayNumber) <= NearDays;

    private static FigureSeries Make(List<FigureTelling> group)
    {
        var entries = new List<FigureEntry>();
        foreach (var counter in group.GroupBy(telling => telling.Side ?? telling.Counter, StringComparer.OrdinalIgnoreCase))
        {
            var values = new List<FigureEntry>();
            foreach (var telling in counter)
                if (values.FindIndex(entry => entry.Telling.Amount == telling.Amount) is >= 0 and var at)
                    values[at] = values[at] with { Also = values[at].Also.Add(telling) };
                else
                    values.Add(new FigureEntry(telling, FigureStanding.Newest, []));
            for (var at = 0; at + 1 < values.Count; at++)
                values[at] = values[at] with
                {
                    Standing = values[at + 1].Telling.IsCorrection ? FigureStanding.Corrected : FigureStanding.Superseded,
                };
            entries.AddRange(values);
        }
        return new FigureSeries
        {
            Measure = group[0].Amount.Measure,
            Place = group[0].Place,
            Who = group.Select(telling => telling.Who).FirstOrDefault(who => who is not null),
            Day = group.Select(telling => telling.Time?.Day).FirstOrDefault(day => day is not null),
            Entries = [.. entries],
        };
    }
}
