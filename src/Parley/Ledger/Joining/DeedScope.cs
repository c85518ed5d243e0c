using System.Collections.Immutable;
using Parley.Links;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Ledger.Joining;

/// <summary>When, where, by whom and to whom a deed is, as far as its article tells: what two tellings of one happening may not be at odds in.</summary>
internal sealed record DeedScope
{
    /// <summary>Two articles may put one deed on neighbouring days: the night between them, another clock.</summary>
    private const int DaysApart = 1;

    /// <summary>Number of the day; null when it is not told.</summary>
    public int? Day { get; init; }

    /// <summary>Where; empty when not told.</summary>
    public ImmutableArray<Place> Places { get; init; } = [];

    /// <summary>Sides of the doers; empty when not known.</summary>
    public ImmutableArray<string> Doers { get; init; } = [];

    /// <summary>Sides of those it is done to; empty when not known.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>Null for a deed that was or is done, or is told or denied to be; else how it is spoken of.</summary>
    public EventStatus? Unreal { get; init; }

    /// <summary>The scope of an event.</summary>
    public static DeedScope Of(Event happening, Reading reading) =>
        new()
        {
            Day = Days.Of(reading.Times.FirstOrDefault(time => time.Id == happening.Time)),
            Places = [.. reading.Places.Where(place => happening.Places.Contains(place.Id) || place.Id == happening.Place)],
            Doers = Sides(happening.Sources, reading),
            Targets = Sides(happening.Targets, reading),
            Unreal = happening.Status is EventStatus.Happened or EventStatus.Ongoing or EventStatus.Alleged or EventStatus.Denied
                ? null
                : happening.Status,
        };

    /// <summary>True when the two cannot be one happening.</summary>
    public bool IsAtOdds(DeedScope other) =>
        Unreal != other.Unreal
        || (Day is { } day && other.Day is { } otherDay && Math.Abs(day - otherDay) > DaysApart)
        || (!Places.IsEmpty && !other.Places.IsEmpty && !Places.Any(place => other.Places.Any(next => Touch(place, next))))
        || AreApart(Doers, other.Doers)
        || AreApart(Targets, other.Targets);

    private static bool Touch(Place a, Place b) => PledgeArea.Covers(a, b) || PledgeArea.Covers(b, a);

    private static bool AreApart(ImmutableArray<string> a, ImmutableArray<string> b) => !a.IsEmpty && !b.IsEmpty && !a.Any(b.Contains);

    private static ImmutableArray<string> Sides(ImmutableArray<string> ids, Reading reading) =>
        [
            .. ids.Select(id => Side.Find(id, reading.Actors))
                .OfType<Actor>()
                .Select(actor => Side.Of(actor, reading.Actors))
                .Where(side => !side.StartsWith('#'))
                .Distinct(StringComparer.Ordinal),
        ];
}
