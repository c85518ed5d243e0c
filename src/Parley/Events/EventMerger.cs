using Parley.Actors;
using Parley.Places;
using Parley.Records;
using Parley.Syntax;
using Parley.Times;

namespace Parley.Events;

/// <summary>Joins tellings of one happening: same deed, parties, place and time that do not clash, and words that say it is the same.</summary>
internal sealed class EventMerger(PlaceTable places, TimeTable times)
{
    /// <summary>How many happenings back a telling is compared with: keeps long texts linear.</summary>
    private const int Window = 60;

    /// <summary>Words within which an effect told alone belongs to the deed before it: some three sentences.</summary>
    private const int Near = 80;

    private readonly List<Happening> _happenings = [];
    private readonly Dictionary<Deed, Happening> _of = [];

    /// <summary>The happenings so far, in the order in which they were first told.</summary>
    public IReadOnlyList<Happening> Happenings => _happenings;

    /// <summary>Adds the tellings of a sentence.</summary>
    public void Add(IReadOnlyList<Deed> deeds)
    {
        foreach (var deed in deeds)
            if (deed.PartOf is null)
                Place(deed);
        foreach (var deed in deeds)
            if (deed.PartOf is { } whole)
                if (_of.TryGetValue(whole, out var happening))
                    Join(deed, happening);
                else
                {
                    Place(deed);
                    if (_of.TryGetValue(deed, out var own))
                        _of[whole] = own;
                }
    }

    private void Place(Deed deed)
    {
        if ((Find(deed, sameStanding: true) ?? Find(deed, sameStanding: false)) is { } known)
        {
            Join(deed, known);
            return;
        }
        if (!deed.CanStandAlone)
            return;
        var fresh = new Happening(deed);
        _happenings.Add(fresh);
        _of[deed] = fresh;
    }

    private Happening? Find(Deed deed, bool sameStanding)
    {
        for (var (i, seen) = (_happenings.Count - 1, 0); i >= 0 && seen < Window; i--, seen++)
            if (Group(_happenings[i].Best.Status) == Group(deed.Status) == sameStanding && IsSame(_happenings[i], deed, sameStanding))
                return _happenings[i];
        return null;
    }

    private void Join(Deed deed, Happening happening)
    {
        happening.Add(deed);
        _of[deed] = happening;
    }

    private bool IsSame(Happening happening, Deed deed, bool sameStanding)
    {
        var best = happening.Best;
        if (best.Type != deed.Type || deed.Distinct)
            return false;
        if (!Agree(happening.Doers, deed.Doers) || !Agree(happening.Targets, deed.Targets))
            return false;
        if (!SamePlace(happening.Place, deed.Place) || !SameTime(happening.Time, deed.Time))
            return false;
        var family = DeedFamilies.Same(best, deed);
        if (!sameStanding)
            return family && deed.IsNoun && deed.Definite && !deed.Standing.Supported && best.Status != EventStatus.Denied;
        if (deed.Secondary != best.Secondary)
            return true;
        if (deed.IsBareEffect)
            return best.Status is EventStatus.Happened or EventStatus.Ongoing && deed.Trigger.Index - happening.Last < Near;
        if (!deed.CanStandAlone)
            return deed.IsNoun && family;
        if (deed.IsNoun && deed.Definite && family)
            return true;
        if (deed.Status == EventStatus.Denied)
            return family && deed.Trigger.Index - happening.Last < Near;
        if (!family || deed.Doers.Count == 0 != (happening.Doers.Count == 0))
            return false;
        if (deed.Doers.Count == 0 && (deed.Targets.Count == 0 || happening.Targets.Count == 0 || best.Trigger.Lemma != deed.Trigger.Lemma))
            return false;
        if (Group(deed.Status) is not 0)
            return true;
        if (Same(happening.Place, deed.Place) || Same(happening.Time, deed.Time))
            return true;
        return !TellsNewSetting(happening, deed) && !IsNewNoun(deed) && deed.Targets.Count > 0 == happening.Targets.Count > 0;
    }

    /// <summary>True when the telling gives a place or time that was not given before.</summary>
    private static bool TellsNewSetting(Happening happening, Deed deed) =>
        (deed.Place is not null && deed.Place != happening.Place) || (deed.Time is not null && deed.Time != happening.Time);

    /// <summary>"an attack", "30 attacks": not the one that is known.</summary>
    private static bool IsNewNoun(Deed deed)
    {
        if (!deed.IsNoun)
            return false;
        foreach (var child in deed.Trigger.Children)
            if (child.Relation == Relation.Nummod || (child.Relation == Relation.Det && (child.IsForm("a") || child.IsForm("an"))))
                return true;
        return deed.Frame.Is(FrameMarks.Sym) && !deed.Definite;
    }

    private static bool Same(string? a, string? b) => a is not null && a == b;

    /// <summary>True when one side tells of nobody, or both tell of the same country.</summary>
    private static bool Agree(List<Actor> known, List<Actor> more)
    {
        if (known.Count == 0 || more.Count == 0)
            return true;
        foreach (var a in known)
        foreach (var b in more)
            if (a.Id == b.Id || (a.Code.Length > 0 && b.Code.Length > 0 && Parties.CountryOf(a.Code) == Parties.CountryOf(b.Code)))
                return true;
        return false;
    }

    private bool SamePlace(string? a, string? b)
    {
        if (a is null || b is null || a == b)
            return true;
        var (one, other) = (Find(a), Find(b));
        return one?.Country is not null && one.Country == other?.Country && (IsWide(one) || IsWide(other));
    }

    private Place? Find(string id)
    {
        foreach (var place in places.Places)
            if (place.Id == id)
                return place;
        return null;
    }

    private static bool IsWide(Place place) => place.Precision is PlacePrecision.Country or PlacePrecision.Region or null;

    private bool SameTime(string? a, string? b)
    {
        if (a is null || b is null || a == b)
            return true;
        string? one = null,
            other = null;
        foreach (var time in times.Times)
        {
            if (time.Id == a)
                one = time.Value;
            if (time.Id == b)
                other = time.Value;
        }
        return one is not null
            && other is not null
            && (one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal));
    }

    private static int Group(EventStatus status) =>
        status switch
        {
            EventStatus.Happened or EventStatus.Ongoing => 0,
            EventStatus.Possible or EventStatus.Hypothetical => 1,
            _ => (int)status + 2,
        };
}
