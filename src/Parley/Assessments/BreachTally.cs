namespace Parley.Assessments;

/// <summary>The claim that an undertaking was broken, kept as pieces come: what <see cref="ComplianceJudge.Breach"/> makes of all pieces at once.</summary>
/// <param name="kept">What tells of keeping, the same for all claims about one undertaking.</param>
/// <param name="weights">The weights.</param>
internal sealed class BreachTally(KeptTally kept, AssessmentWeights weights)
{
    private readonly Dictionary<string, Spellings> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(LifeEvent Event, WeighedItem Item)> _placeless = [];

    /// <summary>Puts in a deed that is laid to the bound party.</summary>
    public void Add(LifeEvent broken, in WeighedItem item)
    {
        if (!_places.TryGetValue(broken.Place, out var place))
            _places.Add(broken.Place, place = new Spellings(Claim(broken.Place)) { At = item.At });
        if (broken.Place.Length == 0)
        {
            _placeless.Add((broken, item));
            foreach (var each in _places.Values)
                each.Claim.Add(broken, item);
            return;
        }
        place.Events.Add((broken, item));
        if (item.At < place.At)
        {
            // The first of all names the place; those that write it otherwise are of no account.
            place.At = item.At;
            if (place.Claim.Place != broken.Place)
            {
                place.Claim = Claim(broken.Place);
                foreach (var (known, its) in place.Events)
                    if (known.Place == broken.Place)
                        place.Claim.Add(known, its);
                return;
            }
        }
        if (place.Claim.Place == broken.Place)
            place.Claim.Add(broken, item);
    }

    private PlaceTally Claim(string place)
    {
        IsChanged = true;
        var claim = new PlaceTally(place, kept, weights, this);
        foreach (var (known, its) in _placeless)
            claim.Add(known, its);
        return claim;
    }

    /// <summary>True where the breach is established at one of the places.</summary>
    public bool IsEstablished
    {
        get
        {
            foreach (var place in _places.Values)
                if (place.Claim.IsEstablished)
                    return true;
            return false;
        }
    }

    /// <summary>True where something came since it was set to false.</summary>
    public bool IsChanged { get; set; }

    /// <summary>A place, however it is written.</summary>
    private sealed class Spellings(PlaceTally claim)
    {
        public PlaceTally Claim { get; set; } = claim;

        public required int At { get; set; }

        public List<(LifeEvent Event, WeighedItem Item)> Events { get; } = [];
    }

    /// <summary>The claim at one place.</summary>
    internal sealed class PlaceTally(string place, KeptTally kept, AssessmentWeights weights, BreachTally whole)
    {
        private readonly OriginTally _broken = new(weights);
        private readonly OriginTally _contrary = new(weights);
        private readonly HashSet<string> _days = new(StringComparer.Ordinal);
        private LifeEvent? _first;
        private int _firstAt;
        private bool _isOfAnyDay;
        private long _judged = -1;
        private bool _isEstablished;

        public string Place => place;

        public void Add(LifeEvent broken, in WeighedItem item)
        {
            _broken.Add(item with { Item = item.Item with { Stance = Stance.Supports } });
            whole.IsChanged = true;
            if (_first is null || IsBefore(broken, item.At, _first, _firstAt))
            {
                (_first, _firstAt) = (broken, item.At);
                _judged = -1;
            }
            if (place.Length == 0)
                return;
            if (broken.Day is not { } day)
                _isOfAnyDay = true;
            else if (_days.Add(day))
                kept.Follow(place, day, this);
        }

        /// <summary>Takes in what tells of keeping on one of the days.</summary>
        public void AddContrary(in WeighedItem item)
        {
            _contrary.Add(item);
            whole.IsChanged = true;
        }

        public bool IsEstablished
        {
            get
            {
                var ofPlace =
                    place.Length == 0 ? null
                    : _isOfAnyDay ? kept.At(place)
                    : kept.OfNoDay(place);
                var version =
                    (long)_broken.Version + _contrary.Version + kept.Own.Version + (ofPlace?.Version ?? 0) + (_isOfAnyDay ? 1L << 40 : 0);
                if (version == _judged)
                    return _isEstablished;
                _judged = version;
                return _isEstablished = Judge(ofPlace);
            }
        }

        private bool Judge(OriginTally? ofPlace)
        {
            var contrary = new OriginTally(weights);
            contrary.Add(kept.Own);
            contrary.Add(_contrary);
            if (ofPlace is not null)
                contrary.Add(ofPlace);
            return ClaimJudge.Status(
                _first!.Item.Origin,
                _first.Item.IsParty,
                _broken.Chosen,
                contrary.Chosen,
                isDoubted: false,
                _broken.Sum,
                contrary.Sum,
                weights
            )
                is ClaimStatus.Agreed
                    or ClaimStatus.Corroborated;
        }

        /// <summary>True where the first makes the claim, rather than the other.</summary>
        private static bool IsBefore(LifeEvent one, int at, LifeEvent other, int otherAt)
        {
            var order = string.CompareOrdinal(one.Known, other.Known);
            if (order == 0)
                order = one.IsOwn.CompareTo(other.IsOwn);
            if (order == 0)
                order = other.Item.IsParty.CompareTo(one.Item.IsParty);
            if (order == 0)
                order = string.CompareOrdinal(one.Item.Id, other.Item.Id);
            return order != 0 ? order < 0 : at < otherAt;
        }
    }
}
