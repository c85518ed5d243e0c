using Parley.Records;

namespace Parley.Events;

/// <summary>Fills parties that the article leaves only one candidate for: the country of the place, the one foe, the one partner.</summary>
internal sealed class Filling(IReadOnlyList<Happening> happenings, Countries countries)
{
    private readonly Dictionary<string, Dictionary<string, (Actor Actor, int Count)>> _foes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, (Actor Actor, int Count)>> _partners = new(StringComparer.Ordinal);

    /// <summary>Fills what can be filled.</summary>
    public void Fill()
    {
        foreach (var one in happenings)
            if (IsHostile(one) && one.Targets.TrueForAll(IsUnknown) && countries.Find(one.Place?.Country) is { } host)
                Replace(one.Targets, one.Doers, host, "the country of the place");
        foreach (var one in happenings)
            Count(one);
        foreach (var one in happenings)
        {
            if (IsHostile(one) && one.Doers.Count > 0 && one.Targets.TrueForAll(IsUnknown))
                Replace(one.Targets, one.Doers, Only(_foes, one.Doers[0].Actor), "the one foe of the doer");
            if (IsHostile(one) && one.Doers.Count == 0 && one.Targets.Count > 0)
                Replace(one.Doers, one.Targets, Only(_foes, one.Targets[0].Actor, atLeast: 2), "the one foe of the target");
            if (one.Type == EventType.Consult && one.Doers.Count == 1 && one.Targets.Count == 0)
                if (Only(_partners, one.Doers[0].Actor) is { } partner)
                    one.Doers.Add(new Party(partner, 0.5f, -1, "the one partner of the other"));
        }
    }

    private static void Replace(List<Party> parties, List<Party> others, Actor? actor, string because)
    {
        if (actor is null || others.Exists(one => Countries.SideOf(one.Actor) == Countries.SideOf(actor)))
            return;
        parties.Clear();
        parties.Add(new Party(actor, 0.5f, -1, because));
    }

    private void Count(Happening one)
    {
        if (IsHostile(one))
            foreach (var doer in one.Doers)
            foreach (var target in one.Targets)
            {
                Add(_foes, doer.Actor, target.Actor);
                Add(_foes, target.Actor, doer.Actor);
            }
        else if (one.Type is EventType.Consult or EventType.Agree)
            foreach (var doer in one.Doers)
            foreach (var other in one.Doers.Concat(one.Targets))
                Add(_partners, doer.Actor, other.Actor);
    }

    private static void Add(Dictionary<string, Dictionary<string, (Actor Actor, int Count)>> pairs, Actor from, Actor to)
    {
        var (side, against) = (Countries.SideOf(from), Countries.SideOf(to));
        if (from.Code.Length == 0 || to.Code.Length == 0 || side == against)
            return;
        if (!pairs.TryGetValue(side, out var counts))
            pairs[side] = counts = new Dictionary<string, (Actor, int)>(StringComparer.Ordinal);
        counts[against] = (to, counts.TryGetValue(against, out var known) ? known.Count + 1 : 1);
    }

    // Two thirds: "Russia" hits Ukraine again and again, and once a house in Poland.
    private static Actor? Only(Dictionary<string, Dictionary<string, (Actor Actor, int Count)>> pairs, Actor actor, int atLeast = 1)
    {
        if (actor.Code.Length == 0 || !pairs.TryGetValue(Countries.SideOf(actor), out var counts))
            return null;
        var total = counts.Values.Sum(one => one.Count);
        foreach (var (_, one) in counts)
            if (one.Count * 3 >= total * 2 && one.Count >= atLeast)
                return one.Actor;
        return null;
    }

    /// <summary>True for a party that names nobody in particular ("two officers").</summary>
    public static bool IsOpen(Party party) => party.Actor is { Code.Length: 0, Kind: ActorKind.People };

    private static bool IsUnknown(Party party) => party.Actor.Code.Length == 0;

    private static bool IsHostile(Happening one) => one.Type is EventType.Assault or EventType.Coerce;
}
