using Parley.Actors;
using Parley.Records;

namespace Parley.Events;

/// <summary>Who stands against whom, and who talks to whom, as far as the article's own deeds tell.</summary>
internal sealed class Sides
{
    private readonly Dictionary<string, Dictionary<string, Tally>> _foes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, Tally>> _partners = new(StringComparer.Ordinal);

    /// <summary>Counts the pairs that the happenings tell.</summary>
    public Sides(IReadOnlyList<Happening> happenings)
    {
        foreach (var one in happenings)
            if (one.Best.Frame.Is(FrameMarks.Sym))
                AddAll(one.Best.Type == EventType.Assault ? _foes : _partners, one.Doers);
            else if (one.Best.Type is EventType.Assault or EventType.Coerce)
                AddPairs(one.Doers, one.Targets);
    }

    /// <summary>Whose side an actor is on: armed groups are their own, all else is its country's.</summary>
    public static string Of(Actor actor) =>
        actor.Kind == ActorKind.ArmedGroup || actor.Code.EndsWith(".REB", StringComparison.Ordinal)
            ? actor.Code.Length > 0
                ? actor.Code
                : actor.Name
            : Parties.CountryOf(actor.Code);

    /// <summary>The one foe of an actor; null where there is none, or where several are told.</summary>
    public Actor? Foe(Actor actor) => Only(_foes, actor);

    /// <summary>The one whom an actor talks and signs with; null where there is none, or where several are told.</summary>
    public Actor? Partner(Actor actor) => Only(_partners, actor);

    /// <summary>The two that the article is about; empty where no pair stands out.</summary>
    public IReadOnlyList<Actor> MainPair()
    {
        Tally? best = null;
        Tally? other = null;
        foreach (var pairs in (ReadOnlySpan<Dictionary<string, Dictionary<string, Tally>>>)[_partners, _foes])
        foreach (var (side, tallies) in pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        foreach (var (against, tally) in tallies.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            if (
                (best is null || tally.Count > best.Count)
                && pairs.TryGetValue(against, out var back)
                && back.TryGetValue(side, out var reverse)
            )
                (best, other) = (tally, reverse);
        return best is null || other is null ? [] : [other.Actor, best.Actor];
    }

    private static Actor? Only(Dictionary<string, Dictionary<string, Tally>> pairs, Actor actor)
    {
        if (!pairs.TryGetValue(Of(actor), out var tallies))
            return null;
        var total = 0;
        Tally? best = null;
        foreach (var (_, tally) in tallies.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            total += tally.Count;
            if (best is null || tally.Count > best.Count)
                best = tally;
        }
        // Two thirds: "Russia" hits Ukraine again and again, and once a house in Poland.
        return best is not null && best.Count * 3 >= total * 2 ? best.Actor : null;
    }

    private void AddAll(Dictionary<string, Dictionary<string, Tally>> pairs, List<Actor> parties)
    {
        foreach (var a in parties)
        foreach (var b in parties)
            Add(pairs, a, b);
    }

    private void AddPairs(List<Actor> doers, List<Actor> targets)
    {
        foreach (var doer in doers)
        foreach (var target in targets)
        {
            Add(_foes, doer, target);
            Add(_foes, target, doer);
        }
    }

    private static void Add(Dictionary<string, Dictionary<string, Tally>> pairs, Actor from, Actor to)
    {
        var (side, against) = (Of(from), Of(to));
        if (from.Code.Length == 0 || to.Code.Length == 0 || side == against)
            return;
        if (!pairs.TryGetValue(side, out var tallies))
            pairs[side] = tallies = new Dictionary<string, Tally>(StringComparer.Ordinal);
        if (tallies.TryGetValue(against, out var tally))
            tally.Count++;
        else
            tallies[against] = new Tally(to) { Count = 1 };
    }

    private sealed class Tally(Actor actor)
    {
        public Actor Actor { get; } = actor;

        public int Count { get; set; }
    }
}
