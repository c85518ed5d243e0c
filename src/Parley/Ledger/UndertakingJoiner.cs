using System.Collections.Immutable;
using System.Globalization;
using Parley.Links;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Ledger;

/// <summary>
/// Joins the undertakings of different articles that are the same: the same side, the same kind, areas that touch, days that are near.
/// Uncertain ones are left out.
/// </summary>
public static class UndertakingJoiner
{
    /// <summary>The most days between the first and a further telling of one undertaking.</summary>
    public const int NearDays = 14;

    /// <summary>One entry for each undertaking, in the order of its first telling.</summary>
    public static ImmutableArray<JoinedUndertaking> Join(IReadOnlyList<Reading> readings)
    {
        var groups = new List<List<(UndertakingTelling Telling, Pledge Pledge)>>();
        foreach (var reading in readings)
        foreach (var undertaking in reading.Undertakings.Where(undertaking => !undertaking.Uncertain))
        {
            if (UndertakingPledge.Of(undertaking, reading) is not { } pledge || pledge.Party.StartsWith('#'))
                continue;
            var group = groups.Find(other => IsSame(other[0].Pledge, pledge) && Near(other[0], reading, pledge));
            if (group is null)
                groups.Add(group = []);
            group.Add((new UndertakingTelling(reading, undertaking), pledge));
        }
        return [.. groups.Select(group => Make(group, readings))];
    }

    private static bool IsSame(Pledge a, Pledge b) =>
        a.Party == b.Party
        && a.Kind == b.Kind
        && (
            a.Area.IsEmpty
            || b.Area.IsEmpty
            || a.Area.Any(part => PledgeArea.Covers(b, part))
            || b.Area.Any(part => PledgeArea.Covers(a, part))
        );

    private static bool Near((UndertakingTelling Telling, Pledge Pledge) first, Reading reading, Pledge pledge)
    {
        var (a, b) = (first.Pledge.Since ?? ReadingOrder.Day(first.Telling.Reading), pledge.Since ?? ReadingOrder.Day(reading));
        return a is null || b is null || Days(a, b) is not { } days || Math.Abs(days) <= NearDays;
    }

    private static int? Days(string a, string b) =>
        DateOnly.TryParseExact(a, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
        && DateOnly.TryParseExact(b, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to)
            ? to.DayNumber - from.DayNumber
            : null;

    private static JoinedUndertaking Make(List<(UndertakingTelling Telling, Pledge Pledge)> group, IReadOnlyList<Reading> readings)
    {
        var area = group.SelectMany(entry => entry.Pledge.Area).DistinctBy(place => place.Name, StringComparer.OrdinalIgnoreCase);
        var pledge = group[0].Pledge;
        var since = group
            .Select(entry => entry.Pledge.Since ?? ReadingOrder.Day(entry.Telling.Reading))
            .OfType<string>()
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
        return new JoinedUndertaking
        {
            Pledge = pledge with { Area = [.. area], Since = since },
            Party = PartyName(pledge.Party, group[0].Telling, readings),
            Tellings = [.. group.Select(entry => entry.Telling)],
        };
    }

    private static string PartyName(string side, UndertakingTelling first, IReadOnlyList<Reading> readings)
    {
        foreach (var reading in readings)
        foreach (var actor in reading.Actors)
            if (actor.Code == side && actor.Kind is not (ActorKind.Person or ActorKind.People))
                return actor.Name;
        return Side.Find(first.Undertaking.By, first.Reading.Actors)?.Name ?? side;
    }
}
