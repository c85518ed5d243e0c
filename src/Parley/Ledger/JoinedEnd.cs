using System.Globalization;
using Parley.Links;

namespace Parley.Ledger;

/// <summary>The end of an undertaking from all its tellings: a day goes before a length, and of ends that are said to be moved the latest before all.</summary>
internal readonly record struct JoinedEnd
{
    /// <summary>Days by which two ends may differ where one is a length: it counts from a beginning that is told loosely.</summary>
    private const int Loose = 3;

    private readonly string? _told;
    private readonly bool _isMoved;
    private readonly UndertakingTelling? _length;

    private JoinedEnd(string? told, bool isMoved, UndertakingTelling? length) => (_told, _isMoved, _length) = (told, isMoved, length);

    /// <summary>The last day where the undertaking begins on <paramref name="begins"/>; null where no end is told.</summary>
    public string? Day(string? begins) =>
        _told ?? (_length is { } telling ? PledgeEnd.Of(telling.Undertaking.Until, telling.Reading, begins) : null);

    /// <summary>The end with one more telling.</summary>
    public JoinedEnd With(UndertakingTelling telling, Pledge pledge)
    {
        if (pledge.Until is not { } until)
            return this;
        var (id, reading) = (telling.Undertaking.Until, telling.Reading);
        var isMoved = PledgeEnd.IsMoved(id, reading);
        if (PledgeEnd.IsLength(id, reading))
            return isMoved && Day(pledge.Since) is { } before
                ? new JoinedEnd(PledgeEnd.Of(id, reading, before), true, _length)
                : new JoinedEnd(_told, _isMoved, _length ?? telling);
        if (_told is null || isMoved && string.CompareOrdinal(until, _told) > 0)
            return new JoinedEnd(until, isMoved, _length);
        return this;
    }

    /// <summary>True where the telling can have the same end: none is told, they are one day, it is said to be moved, or a length leaves it open.</summary>
    public bool Agrees(UndertakingTelling telling, Pledge pledge, string? begins)
    {
        var (id, reading) = (telling.Undertaking.Until, telling.Reading);
        if (pledge.Until is null || Day(begins) is not { } known || _isMoved || PledgeEnd.IsMoved(id, reading))
            return true;
        var isLength = PledgeEnd.IsLength(id, reading);
        if (isLength && pledge.Since is null)
            return true;
        // "For 90 days" and "for 60 days" from one day: one promise, told wrong once.
        if (isLength && _told is null && Days(pledge.Since!, begins ?? "") <= 1)
            return true;
        return pledge.Until == known || (isLength || _told is null) && Days(known, pledge.Until) <= Loose;
    }

    private static int Days(string a, string b) =>
        DateOnly.TryParseExact(a, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var one)
        && DateOnly.TryParseExact(b, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var other)
            ? Math.Abs(one.DayNumber - other.DayNumber)
            : int.MaxValue;
}
