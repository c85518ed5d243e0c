using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>
/// What is known, kept as pieces come day by day: each piece is looked at a few times, however long the life. It gives what <see cref="ComplianceJudge"/> and
/// <see cref="ClaimJudge"/> give of all pieces at once; <see cref="Fits"/> tells for which pieces it can.
/// </summary>
internal sealed class EvidenceTally : IKnownEvidence
{
    private const int Turns = 4;

    private readonly Life _life;
    private readonly AssessmentWeights _weights;
    private readonly bool _isDoneOnce;
    private readonly List<LifeEvent> _known = [];
    private readonly bool[] _turns = new bool[Turns];
    private readonly OriginTally _support;
    private readonly OriginTally _whole;
    private readonly KeptTally _kept;
    private readonly BreachTally _breach;
    private readonly SortedDictionary<string, BreachTally> _days = new(StringComparer.Ordinal);
    private readonly HashSet<string> _brokenPlaces = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _keptPlaces = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<BreachTally> _seriousDays = [];
    private int _broken;
    private int _keptOutside;
    private bool _hasCasualties;
    private int _lastKept = -1;

    public EvidenceTally(Life life, AssessmentWeights weights, bool isDoneOnce)
    {
        (_life, _weights, _isDoneOnce) = (life, weights, isDoneOnce);
        (_support, _whole, _kept) = (new OriginTally(weights), new OriginTally(weights), new KeptTally(weights));
        _breach = new BreachTally(_kept, weights);
    }

    /// <summary>True for pieces none of which is ever withdrawn.</summary>
    public static bool Fits(IEnumerable<LifeEvent> events) => events.All(one => one.RetractedOn is null && !one.Item.IsRetracted);

    /// <inheritdoc/>
    public IReadOnlyCollection<LifeEvent> All => _known;

    /// <inheritdoc/>
    public bool IsImplemented { get; private set; }

    /// <inheritdoc/>
    public bool IsDoneByOthers { get; private set; }

    /// <inheritdoc/>
    public bool Has(Turn turn) => _turns[(int)turn];

    /// <inheritdoc/>
    public ClaimStatus Done =>
        ClaimJudge.Status(_life.Party, claimantIsParty: true, _whole.Chosen, [], isDoubted: false, _whole.Sum, 0, _weights);

    /// <inheritdoc/>
    public (UndertakingStatus State, string Rule, bool IsBroken) Compliance
    {
        get
        {
            if (_broken > 0 && _breach.IsEstablished)
                return IsSerious ? (UndertakingStatus.Breached, "T9", true) : (UndertakingStatus.PartlyHolding, "T8", true);
            if (_broken > 0)
                return (UndertakingStatus.Contested, "T10", false);
            return _keptOutside > 0 && Math.Round(_support.Sum, 4) >= _weights.Low
                ? (UndertakingStatus.Holding, "T7", false)
                : (UndertakingStatus.Unverified, "T11", false);
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<string> Because =>
        Compliance.State switch
        {
            UndertakingStatus.Unverified => IKnownEvidence.Ids(_known),
            UndertakingStatus.Holding => IKnownEvidence.Ids(_known.Where(one => IsKept(one) && !one.IsOwn)),
            _ => IKnownEvidence.Ids(_known.Where(one => IsBroken(one) || IsKept(one) && !one.IsOwn)),
        };

    /// <summary>Puts in a piece that became known.</summary>
    /// <param name="one">The piece.</param>
    /// <param name="at">Its place among all.</param>
    public void Add(LifeEvent one, int at)
    {
        _known.Add(one);
        _turns[(int)one.Turn] = true;
        var stance = one.Item.Stance;
        IsImplemented |= !one.IsOwn && (stance == Stance.Supports || stance == Stance.Contradicts && one.IsAttributed);
        if (stance == Stance.Doubts)
            return;
        var item = new WeighedItem(one.Item, _weights.Of(one.Item), at);
        if (stance == Stance.Supports)
            _support.Add(item);
        if (IKnownEvidence.IsWhole(one, _isDoneOnce))
        {
            _whole.Add(item);
            IsDoneByOthers |= !one.IsOwn;
        }
        if (IsKept(one))
            AddKept(one, item);
        else if (IsBroken(one))
            AddBroken(one, item);
    }

    private void AddKept(LifeEvent one, in WeighedItem item)
    {
        _kept.Add(one, item);
        if (one.IsOwn)
            return;
        _keptOutside++;
        if (one.Place.Length > 0)
            _keptPlaces.Add(one.Place);
    }

    private void AddBroken(LifeEvent one, in WeighedItem item)
    {
        _broken++;
        _hasCasualties |= one.HasCasualties;
        _brokenPlaces.Add(one.Place);
        _breach.Add(one, item);
        var day = one.Day ?? one.Known;
        if (!_days.TryGetValue(day, out var ofDay))
            _days.Add(day, ofDay = new BreachTally(_kept, _weights));
        ofDay.Add(one, item);
    }

    /// <summary>Casualties; or two days of which each is established by itself, unless it is kept in another part of its area.</summary>
    private bool IsSerious => _hasCasualties || !IsElsewhere && HasSeriousDays;

    private bool IsElsewhere
    {
        get
        {
            if (_brokenPlaces.Contains(""))
                return false;
            foreach (var place in _keptPlaces)
                if (!_brokenPlaces.Contains(place))
                    return true;
            return false;
        }
    }

    private bool HasSeriousDays
    {
        get
        {
            var isKeptNew = _lastKept != _kept.Version;
            _lastKept = _kept.Version;
            foreach (var day in _days.Values)
            {
                if (!isKeptNew && !day.IsChanged)
                    continue;
                day.IsChanged = false;
                if (day.IsEstablished)
                    _seriousDays.Add(day);
                else
                    _seriousDays.Remove(day);
            }
            return _seriousDays.Count >= ComplianceJudge.SeriousDays;
        }
    }

    private static bool IsKept(LifeEvent one) => one.Item.Stance == Stance.Supports && one.Item.Match != Match.None;

    private static bool IsBroken(LifeEvent one) =>
        one.Item.Stance == Stance.Contradicts && one.IsAttributed && one.Item.Match != Match.None;
}
