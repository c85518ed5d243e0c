namespace Parley.Assessments;

/// <summary>What tells that an undertaking was kept, kept as pieces come: the party's own denials, which count everywhere, and the rest by place and day.</summary>
/// <param name="weights">The weights.</param>
internal sealed class KeptTally(AssessmentWeights weights)
{
    private readonly OriginTally _none = new(weights);
    private readonly Dictionary<string, OriginTally> _at = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OriginTally> _ofNoDay = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Place, string Day), OriginTally> _onDay = [];
    private readonly Dictionary<(string Place, string Day), List<BreachTally.PlaceTally>> _followers = [];

    /// <summary>What the bound party itself says.</summary>
    public OriginTally Own { get; } = new(weights);

    /// <summary>Grows whenever something comes that counts on every day.</summary>
    public int Version { get; private set; }

    /// <summary>What others tell of a place.</summary>
    public OriginTally At(string place) => _at.GetValueOrDefault(place, _none);

    /// <summary>The same where no day is told.</summary>
    public OriginTally OfNoDay(string place) => _ofNoDay.GetValueOrDefault(place, _none);

    /// <summary>Lets a claim know what is told of a place and day, now and later.</summary>
    public void Follow(string place, string day, BreachTally.PlaceTally claim)
    {
        foreach (var item in _onDay.GetValueOrDefault((place, day), _none).Items)
            claim.AddContrary(item);
        Of(_followers, (place, day), static _ => []).Add(claim);
    }

    /// <summary>Puts in a piece that tells of keeping.</summary>
    public void Add(LifeEvent kept, in WeighedItem item)
    {
        var contrary = item with { Item = item.Item with { Stance = Stance.Contradicts } };
        if (kept.IsOwn)
        {
            Add(Own, contrary);
            return;
        }
        if (kept.Place.Length == 0)
            return;
        Add(Of(_at, kept.Place, static its => new OriginTally(its)), contrary);
        if (kept.Day is not { } day)
        {
            Add(Of(_ofNoDay, kept.Place, static its => new OriginTally(its)), contrary);
            return;
        }
        Of(_onDay, (kept.Place, day), static its => new OriginTally(its)).Add(contrary);
        foreach (var claim in _followers.GetValueOrDefault((kept.Place, day), []))
            claim.AddContrary(contrary);
    }

    private void Add(OriginTally tally, in WeighedItem item)
    {
        var before = tally.Version;
        tally.Add(item);
        Version += tally.Version - before;
    }

    private TValue Of<TKey, TValue>(Dictionary<TKey, TValue> all, TKey key, Func<AssessmentWeights, TValue> make)
        where TKey : notnull
    {
        if (!all.TryGetValue(key, out var value))
            all.Add(key, value = make(weights));
        return value;
    }
}
