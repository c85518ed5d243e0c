using System.Collections.Immutable;
using System.Globalization;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Negotiations;

/// <summary>
/// Stage 10. In: the positions that articles tell. Out: for each party and topic its course over time, with how it has moved since a day, and the
/// topics on which a party has fallen silent.
/// </summary>
public static class PositionCourses
{
    /// <summary>Days without a word on a topic, while the party speaks of others, that make silence.</summary>
    public const int SilentDays = 7;

    /// <summary>Openness to what the topic names, from refusing it to agreeing to it; terms that are put to others lie between.</summary>
    private static int Openness(PositionStance stance) =>
        stance switch
        {
            PositionStance.Rejects => 0,
            PositionStance.Demands or PositionStance.Unclear => 1,
            PositionStance.OpenTo => 2,
            PositionStance.Proposes or PositionStance.Offers => 3,
            _ => 4,
        };

    /// <summary>The courses of all parties and topics, by topic, then by side.</summary>
    /// <param name="readings">The readings that count.</param>
    /// <param name="since">ISO date from which drift is told; null for none.</param>
    public static ImmutableArray<PositionCourse> Of(IEnumerable<Reading> readings, string? since = null) =>
        Of(PositionTellings.Of(readings), since);

    /// <summary>The same of tellings.</summary>
    /// <param name="tellings">The tellings, without those of copies.</param>
    /// <param name="since">ISO date from which drift is told; null for none.</param>
    public static ImmutableArray<PositionCourse> Of(ImmutableArray<PositionTelling> tellings, string? since)
    {
        var lastDays = tellings
            .GroupBy(telling => telling.Side, StringComparer.Ordinal)
            .ToDictionary(side => side.Key, side => side.Max(telling => telling.Day), StringComparer.Ordinal);
        return
        [
            .. tellings
                .GroupBy(telling => (telling.Topic, telling.Side))
                .OrderBy(block => block.Key.Topic, StringComparer.Ordinal)
                .ThenBy(block => block.Key.Side, StringComparer.Ordinal)
                .Select(block => OfBlock([.. block], since, lastDays[block.Key.Side])),
        ];
    }

    /// <summary>The course of one block: one party, one topic.</summary>
    /// <param name="block">Its tellings, at least one, in any order.</param>
    /// <param name="since">ISO date from which drift is told; null for none.</param>
    /// <param name="lastDay">The last day on which the party took any position; null when unknown.</param>
    public static PositionCourse OfBlock(ImmutableArray<PositionTelling> block, string? since, string? lastDay)
    {
        ImmutableArray<PositionTelling> tellings =
        [
            .. block
                .OrderBy(telling => telling.Day ?? "", StringComparer.Ordinal)
                .ThenBy(telling => telling.Confidence)
                .ThenBy(telling => telling.Citation.Article, StringComparer.Ordinal)
                .ThenBy(telling => telling.Citation.Start),
        ];
        var before = since is null ? null : tellings.LastOrDefault(telling => IsBefore(telling, since));
        return new PositionCourse
        {
            Side = tellings[0].Side,
            Party = PartyName(tellings),
            Topic = tellings[0].Topic,
            Tellings = tellings,
            Statements = tellings.Select(telling => (telling.Teller ?? telling.Party, telling.Day, telling.Stance)).Distinct().Count(),
            Before = before,
            Drift = since is null ? PositionDrift.None : DriftOf(before, tellings[^1], since, lastDay),
        };
    }

    private static PositionDrift DriftOf(PositionTelling? before, PositionTelling now, string since, string? lastDay)
    {
        if (before is null)
            return PositionDrift.New;
        if (IsBefore(now, since))
            return IsSilent(now.Day, lastDay) ? PositionDrift.Silent : PositionDrift.None;
        var (then, today) = (Openness(before.Stance), Openness(now.Stance));
        if (then == today && before.IsConditional != now.IsConditional)
            return before.IsConditional ? PositionDrift.Closer : PositionDrift.Apart;
        if (then != today)
            return today > then ? PositionDrift.Closer : PositionDrift.Apart;
        var haveTermsChanged =
            (before.Term is not null && now.Term is not null && before.Term != now.Term)
            || (before.Condition is not null && now.Condition is not null && before.Condition != now.Condition)
            || (!before.Guarantors.IsEmpty && !now.Guarantors.IsEmpty && !before.Guarantors.ToHashSet().SetEquals(now.Guarantors));
        return haveTermsChanged ? PositionDrift.Terms : PositionDrift.Same;
    }

    /// <summary>True where a party spoke of others long after it spoke of a topic last.</summary>
    /// <param name="day">The last day on which it took a position on the topic.</param>
    /// <param name="lastDay">The last day on which it took any.</param>
    public static bool IsSilent(string? day, string? lastDay) => DaysBetween(day, lastDay) >= SilentDays;

    private static int DaysBetween(string? from, string? to) =>
        DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
        && DateOnly.TryParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)
            ? last.DayNumber - first.DayNumber
            : 0;

    private static bool IsBefore(PositionTelling telling, string day) =>
        telling.Day is not null && string.CompareOrdinal(telling.Day, day) < 0;

    /// <summary>The shortest name, which is most often the state's or body's own.</summary>
    private static string PartyName(ImmutableArray<PositionTelling> tellings) =>
        tellings.Select(telling => telling.Party).OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).First();
}
