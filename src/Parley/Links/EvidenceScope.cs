using System.Globalization;
using Parley.Records;

namespace Parley.Links;

/// <summary>
/// The hard rules of evidence, before any score: another's deeds, deeds elsewhere, before the undertaking or after its end say nothing about it; a deed
/// without a doer is no breach; an undated deed is one only where a report of a later day tells it, or its words set it after the promise.
/// </summary>
internal static class EvidenceScope
{
    private const int SoonDays = 3;
    private const int LongDays = 7;

    /// <summary>True where the record may bear so on the undertaking.</summary>
    /// <param name="pledge">The undertaking.</param>
    /// <param name="record">The record.</param>
    /// <param name="bearing">How it would bear.</param>
    /// <param name="published">ISO day of the article; null when unknown.</param>
    /// <param name="isNear">True in the sentence that tells the undertaking and the next: a doubt there need not name what it doubts.</param>
    public static bool Allows(Pledge pledge, EvidenceRecord record, Bearing bearing, string? published, bool isNear = false) =>
        IsInTime(pledge, record, bearing, published)
        && IsInArea(pledge, record, bearing)
        && (
            bearing switch
            {
                Bearing.Against => IsByParty(pledge, record) || Charges(pledge, record),
                Bearing.For => IsKeeping(pledge, record),
                _ => record.Speaker != pledge.Party && !record.Speakers.Contains(pledge.Party) && (isNear || Concerns(pledge, record)),
            }
        );

    /// <summary>The same for what a reader of words judges: time and area as above, but nobody need be named; only deeds of other sides, and the party's own doubts, are barred.</summary>
    public static bool AllowsUnnamed(Pledge pledge, EvidenceRecord record, Bearing bearing, string? published) =>
        IsInTime(pledge, record, bearing, published)
        && !IsElsewhere(pledge, record)
        && !(record.Event is null && NamesOthersAlone(pledge, record) && (bearing == Bearing.Doubt || !IsGiving(pledge.Kind)))
        && (
            bearing switch
            {
                Bearing.Against => record.Event is null || !IsOfOthers(pledge, record),
                Bearing.For => record.Event is null || !IsOfOthers(pledge, record) || record.Named.Contains(pledge.Party),
                _ => record.Speaker != pledge.Party && !record.Speakers.Contains(pledge.Party),
            }
        );

    /// <summary>True where every place that it names is known and lies outside; an exchange, talks or aid may come about anywhere.</summary>
    private static bool IsElsewhere(Pledge pledge, EvidenceRecord record) =>
        pledge.Kind
            is UndertakingKind.Ceasefire
                or UndertakingKind.ReductionOfOperations
                or UndertakingKind.Withdrawal
                or UndertakingKind.Corridor
        && record.Places.Length > 0
        && record.Places.All(place => place.Lat is not null)
        && !IsInside(pledge, record);

    /// <summary>True for words that name sides, but neither the bound one nor the speaker's own alone: a doubt about another's promise is none about this one.</summary>
    private static bool NamesOthersAlone(Pledge pledge, EvidenceRecord record) =>
        !record.Named.IsEmpty && !record.Named.Contains(pledge.Party) && record.Named.Any(side => side != record.Speaker);

    /// <summary>True where something passes to others or they take part, so that words may name them alone ("five men walked across to the Tajik side").</summary>
    private static bool IsGiving(UndertakingKind kind) =>
        kind
            is UndertakingKind.Exchange
                or UndertakingKind.Aid
                or UndertakingKind.Talks
                or UndertakingKind.SanctionsRelief
                or UndertakingKind.Withdrawal
                or UndertakingKind.Corridor;

    private static bool IsOfOthers(Pledge pledge, EvidenceRecord record) =>
        !record.Doers.IsEmpty && !record.Doers.Contains(pledge.Party) && !record.Doers.All(side => side.StartsWith('#'));

    /// <summary>True where a place of the record lies in the area, or no area is named.</summary>
    public static bool IsInside(Pledge pledge, EvidenceRecord record) =>
        pledge.Area.IsEmpty || record.Places.Any(place => PledgeArea.Covers(pledge, place));

    /// <summary>True where the words name the bound side or the undertaking itself, and are not of other sides alone.</summary>
    public static bool Concerns(Pledge pledge, EvidenceRecord record) =>
        record.Named.Contains(pledge.Party) || record.Words.Refers || record.Named.IsEmpty && IsInside(pledge, record);

    private static bool IsInTime(Pledge pledge, EvidenceRecord record, Bearing bearing, string? published)
    {
        var day = record.Day ?? record.DaysAround?.Latest;
        if (record.Day is not null && pledge.Until is { } until && IsLasting(pledge.Kind) && string.CompareOrdinal(record.Day, until) > 0)
            return false;
        if (pledge.Since is not { } since)
            return day is null || published is null || !IsLongBefore(day, published);
        if (published is not null && string.CompareOrdinal(published, since) < 0)
            return false;
        var isSetAfter = record.Around.Told.Contains("after") || record.Around.Told.Contains("despite");
        if (day is not null)
            return string.CompareOrdinal(day, since) is var order
                && (order > 0 || order == 0 && (bearing != Bearing.Against || isSetAfter || IsGivenBefore(pledge, since)));
        return bearing != Bearing.Against
            || published is not null
                && string.CompareOrdinal(published, since) > 0
                && (
                    IsSoonAfter(since, published)
                    || record.Around.Told.Contains("fresh")
                    || record.Around.Told.Contains("resume")
                    || record.Event is null
                )
            || isSetAfter
            || record.Words.Refers && record.Words.Told.Contains("breach");
    }

    /// <summary>Where nobody told when it was given, what lies a week or more behind the report is taken to lie before it.</summary>
    private static bool IsLongBefore(string day, string published) => Days(day, published) is >= LongDays;

    /// <summary>What lasts ends with its term; what is to be done by a day is judged after it.</summary>
    private static bool IsLasting(UndertakingKind kind) =>
        kind is UndertakingKind.Ceasefire or UndertakingKind.ReductionOfOperations or UndertakingKind.Corridor or UndertakingKind.Guarantee;

    /// <summary>True where the first day is a start that was told before, so that all of it counts.</summary>
    private static bool IsGivenBefore(Pledge pledge, string since) => pledge.Given is { } given && string.CompareOrdinal(given, since) < 0;

    /// <summary>True for a report so near behind the promise that what it tells without a day can only be news.</summary>
    private static bool IsSoonAfter(string since, string published) => Days(since, published) is <= SoonDays;

    private static int? Days(string from, string to) =>
        DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
        && DateOnly.TryParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)
            ? last.DayNumber - first.DayNumber
            : null;

    private static bool IsInArea(Pledge pledge, EvidenceRecord record, Bearing bearing)
    {
        if (pledge.Area.IsEmpty || record.Places.Any(place => PledgeArea.Covers(pledge, place)))
            return true;
        return record.Places.IsEmpty && (bearing != Bearing.Against || record.Words.Refers || record.Around.Refers);
    }

    private static bool IsByParty(Pledge pledge, EvidenceRecord record) => record.Event is not null && record.Doers.Contains(pledge.Party);

    /// <summary>Words that charge the party with it: they name it, or the undertaking and no other side.</summary>
    private static bool Charges(Pledge pledge, EvidenceRecord record) =>
        (record.Event is null || record.Doers.IsEmpty)
        && (record.Named.Contains(pledge.Party) || record.Words.Refers && record.Named.All(side => side == record.Speaker))
        && !(record.Event is { Type: EventType.Assault } && !record.Words.Told.Contains("breach") && !record.Named.Contains(pledge.Party));

    /// <summary>The party does it; or nobody is named, as where an area is calm or units leave it; or the words are about the undertaking.</summary>
    private static bool IsKeeping(Pledge pledge, EvidenceRecord record)
    {
        if (record.Event is null)
            return Concerns(pledge, record);
        if (record.Doers.Contains(pledge.Party))
            return true;
        return record.Doers.All(side => side.StartsWith('#'))
            && (record.Places.Length > 0 && IsInside(pledge, record) || record.Words.Refers || record.Named.Contains(pledge.Party));
    }
}
