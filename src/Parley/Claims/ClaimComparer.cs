using System.Collections.Immutable;
using System.Globalization;
using Parley.Ledger;
using Parley.Links;
using Parley.Records;
using Parley.Text;

namespace Parley.Claims;

/// <summary>
/// Compares two claims slot by slot. They are one only where deed, doer, object, place, time, number and polarity are; what differs in one slot is
/// another claim or a contradiction, never support; what one does not tell neither agrees nor differs.
/// </summary>
public static class ClaimComparer
{
    /// <summary>Kilometres within which two points are one place.</summary>
    private const double SamePlace = 3;

    /// <summary>Days between two reports of a happening that neither dates.</summary>
    private const int NearDays = 2;

    /// <summary>Words of content in common that are as good as an object in common.</summary>
    private const int LeastWords = 2;

    /// <summary>Compares two claims; which comes first does not matter.</summary>
    public static Comparison Compare(Claim a, Claim b)
    {
        ImmutableArray<SlotComparison> slots =
        [
            new(Slot.Polarity, Polarity(a, b)),
            new(Slot.Deed, Deed(a, b)),
            new(Slot.Doer, Parties(a.Doers, b.Doers, a, b)),
            new(Slot.Target, Object(a, b)),
            new(Slot.Place, Place(a, b)),
            new(Slot.Time, Time(a, b)),
            new(Slot.Number, Number(a, b)),
        ];
        return new Comparison(Outcome(a, b, slots), slots);
    }

    private static ComparisonOutcome Outcome(Claim a, Claim b, ImmutableArray<SlotComparison> slots)
    {
        var same = slots.Where(slot => slot.Match == SlotMatch.Same).Select(slot => slot.Slot).ToHashSet();
        var different = slots.Where(slot => slot.Match == SlotMatch.Differs).Select(slot => slot.Slot).ToList();
        if (different.Count > 0)
            return Excludes(a, b, same, different) ? ComparisonOutcome.Contradicts : ComparisonOutcome.Another;
        return same.IsSupersetOf([Slot.Polarity, Slot.Deed, Slot.Target]) && IsEnough(a, b, same)
            ? ComparisonOutcome.Same
            : ComparisonOutcome.Unclear;
    }

    /// <summary>True where what is the same leaves no room for two happenings: the more exactly the place is told, the less else is asked for.</summary>
    private static bool IsEnough(Claim a, Claim b, HashSet<Slot> same)
    {
        var words = a.Words.Rest.Count(word => b.Words.Rest.Any(other => WordStem.AreOne(word, other)));
        var (isDated, isCounted, isOneDoer) = (same.Contains(Slot.Time), same.Contains(Slot.Number), same.Contains(Slot.Doer));
        if (!isDated && !AreNear(a, b))
            return false;
        if (WordsOf(a).Equals(WordsOf(b), StringComparison.OrdinalIgnoreCase))
            return true;
        if (same.Contains(Slot.Place) && IsExact(a) && IsExact(b))
            return isCounted || (isDated && (isOneDoer || words > 0)) || (isOneDoer && words > 0);
        return isDated && ((isCounted && (isOneDoer || words > 0 || same.Contains(Slot.Place))) || (isOneDoer && words >= LeastWords));
    }

    private static string WordsOf(Claim claim) => Citation.OneLine(claim.Clause.Of(claim.Reading.Article.Text));

    private static bool IsExact(Claim claim) =>
        PlacesOf(claim).All(place => place.Precision is PlacePrecision.Point or PlacePrecision.City or null);

    /// <summary>True for one happening of one place and day, told as done and as not done, or with numbers that cannot both be so. Counts that grow exclude nothing.</summary>
    private static bool Excludes(Claim a, Claim b, HashSet<Slot> same, List<Slot> different)
    {
        if (a.Reading == b.Reading || !same.IsSupersetOf([Slot.Deed, Slot.Place, Slot.Time, Slot.Target]))
            return false;
        if (different is [Slot.Polarity])
            return same.Contains(Slot.Doer) && !IsPlan(a, b);
        return different is [Slot.Number]
            && a.Amounts.Any(ours => b.Amounts.Any(theirs => ours.Measure == theirs.Measure && !ours.MayBe(theirs)))
            && DayOf(a.Reading) == DayOf(b.Reading);
    }

    private static bool IsPlan(Claim a, Claim b) => a.Polarity == ClaimPolarity.Planned || b.Polarity == ClaimPolarity.Planned;

    private static SlotMatch Polarity(Claim a, Claim b) =>
        a.Polarity != b.Polarity ? SlotMatch.Differs
        : a.Polarity != ClaimPolarity.NotDone && a.Words.IsNegated != b.Words.IsNegated ? SlotMatch.Missing
        : SlotMatch.Same;

    private static SlotMatch Deed(Claim a, Claim b)
    {
        if (a.Deed != b.Deed || (a.Mode is not null && b.Mode is not null && a.Mode != b.Mode))
            return SlotMatch.Differs;
        if (a.IsCount)
            return SlotMatch.Same;
        var isOneWord = a.Words.Deed.Any(word => b.Words.Deed.Any(other => WordStem.AreOne(word, other)));
        return isOneWord || (a.Mode is not null && a.Mode == b.Mode) || (IsNarrow(a.Cameo) && a.Cameo == b.Cameo)
            ? SlotMatch.Same
            : SlotMatch.Missing;
    }

    /// <summary>True for a code below the roots of CAMEO, which end with 0 and name any deed of their kind.</summary>
    private static bool IsNarrow(string? cameo) => cameo is { Length: > 0 } && cameo[^1] != '0';

    private static SlotMatch Parties(ImmutableArray<string> ours, ImmutableArray<string> theirs, Claim a, Claim b)
    {
        if (HaveBothMore(a.Words.Sides, b.Words.Sides, Codes.AreOne))
            return SlotMatch.Differs;
        if (ours.IsEmpty || theirs.IsEmpty)
            return SlotMatch.Missing;
        return Pairs(ours, theirs, Codes.AreOne);
    }

    private static SlotMatch Object(Claim a, Claim b)
    {
        if (!a.Objects.IsEmpty && !b.Objects.IsEmpty && Pairs(a.Objects, b.Objects, Codes.AreOne) == SlotMatch.Differs)
            return SlotMatch.Differs;
        // What only one of them says may be a detail; where each says what the other does not, it may be another thing.
        return HaveBothMore(a.Words.Rest, b.Words.Rest, WordStem.AreOne) ? SlotMatch.Missing : SlotMatch.Same;
    }

    private static SlotMatch Place(Claim a, Claim b)
    {
        if (HaveBothMore(a.Words.Places, b.Words.Places, AreOne))
            return SlotMatch.Differs;
        var (ours, theirs) = (PlacesOf(a), PlacesOf(b));
        if (ours.IsEmpty || theirs.IsEmpty)
            return SlotMatch.Missing;
        var match = Pairs(ours, theirs, AreOne);
        return match == SlotMatch.Same && ours.Concat(theirs).All(place => place.Precision == PlacePrecision.Country)
            ? SlotMatch.Missing
            : match;
    }

    /// <summary>The places of a claim; where none is told as its own, all that its words name.</summary>
    private static ImmutableArray<Place> PlacesOf(Claim claim) => claim.Places.IsEmpty ? claim.Words.Places : claim.Places;

    /// <summary>True where the two are one, or the one lies in the other, a division at the largest.</summary>
    private static bool AreOne(Place a, Place b)
    {
        if (string.Equals(a.Name, b.Name, StringComparison.OrdinalIgnoreCase) || PledgeArea.Distance(a, b) <= SamePlace)
            return true;
        return IsWithin(a, b) || IsWithin(b, a);
    }

    private static bool IsWithin(Place part, Place whole) =>
        part.Country is not null
        && part.Country == whole.Country
        && (
            whole.Precision == PlacePrecision.Country
            || (whole.Precision == PlacePrecision.Admin1 && whole.Admin1 is not null && whole.Admin1 == part.Admin1)
        );

    private static SlotMatch Time(Claim a, Claim b)
    {
        if (HaveBothMore(a.Words.Times, b.Words.Times, (one, other) => one.Overlaps(other)))
            return SlotMatch.Differs;
        if (TimeOf(a) is not { } ours || TimeOf(b) is not { } theirs)
            return SlotMatch.Missing;
        return !ours.Overlaps(theirs) ? SlotMatch.Differs
            : ours.IsDay && theirs.IsDay ? SlotMatch.Same
            : SlotMatch.Missing;
    }

    private static TimeRange? TimeOf(Claim claim) => claim.Time ?? (claim.Words.Times is [var only] ? only : null);

    private static SlotMatch Number(Claim a, Claim b)
    {
        foreach (var ours in a.Amounts)
        foreach (var theirs in b.Amounts.Where(theirs => theirs.Measure == ours.Measure))
            return ours.IsSame(theirs) ? SlotMatch.Same : SlotMatch.Differs;
        if (HaveBothMore(a.Words.Numbers, b.Words.Numbers, (one, other) => one == other))
            return SlotMatch.Differs;
        return a.Words.Numbers is [var number] && b.Words.Numbers is [var same] && number == same ? SlotMatch.Same : SlotMatch.Missing;
    }

    /// <summary>True where each has something that the other has not.</summary>
    private static bool HaveBothMore<T>(ImmutableArray<T> a, ImmutableArray<T> b, Func<T, T, bool> areOne) =>
        a.Any(one => !b.Any(other => areOne(one, other))) && b.Any(one => !a.Any(other => areOne(other, one)));

    /// <summary>Same where all of the shorter list are in the longer; else they differ.</summary>
    private static SlotMatch Pairs<T>(ImmutableArray<T> a, ImmutableArray<T> b, Func<T, T, bool> areOne)
    {
        var (few, many) = a.Length <= b.Length ? (a, b) : (b, a);
        return few.All(one => many.Any(other => areOne(one, other))) ? SlotMatch.Same : SlotMatch.Differs;
    }

    private static bool AreNear(Claim a, Claim b) =>
        DayOf(a.Reading) is { } ours && DayOf(b.Reading) is { } theirs && Math.Abs(ours.DayNumber - theirs.DayNumber) <= NearDays;

    /// <summary>The numbers of the days that a claim's time touches, where it tells the day; else none.</summary>
    internal static IEnumerable<int> DaysOf(Claim claim)
    {
        if (TimeOf(claim) is not { IsDay: true } time)
            yield break;
        var last = DateOnly.FromDateTime(time.To.AddTicks(-1)).DayNumber;
        for (var day = DateOnly.FromDateTime(time.From).DayNumber; day <= last; day++)
            yield return day;
    }

    /// <summary>The numbers of the days on which reports near this one may have been published.</summary>
    internal static IEnumerable<int> NearDaysOf(Claim claim) =>
        DayOf(claim.Reading) is { } day ? Enumerable.Range(day.DayNumber - NearDays, 2 * NearDays + 1) : [];

    /// <summary>The day of publication; null when unknown.</summary>
    internal static DateOnly? DayOf(Reading reading) =>
        DateOnly.TryParseExact(ReadingOrder.Day(reading), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
