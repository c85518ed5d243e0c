using Parley.Actors;
using Parley.Records;

namespace Parley.Events;

/// <summary>Fills parties that the article leaves only one candidate for: the country of the place, the one foe that is told.</summary>
internal static class PartyInference
{
    /// <summary>Fills the empty targets and doers of hostile deeds.</summary>
    public static void Fill(IReadOnlyList<Happening> happenings, Parties parties)
    {
        foreach (var happening in happenings)
            if (IsHostile(happening) && happening.Targets.Count == 0 && OfRebels(happening, parties) is { } state)
                happening.Targets.Add(state);
            else if (
                IsHostile(happening)
                && happening.Targets.TrueForAll(IsNobodyKnown)
                && parties.OfCountry(happening.Country) is { } host
            )
                if (!happening.Doers.Exists(doer => Parties.CountryOf(doer.Code) == Parties.CountryOf(host.Code)))
                {
                    happening.Targets.Clear();
                    happening.Targets.Add(host);
                }
        var told = happenings
            .Where(one => IsHostile(one) && one.Doers.Count > 0 && one.Targets.Count > 0)
            .Select(one => (Doers: one.Doers.ToList(), Targets: one.Targets.ToList()))
            .ToList();
        foreach (var happening in happenings)
        {
            if (!IsHostile(happening))
                continue;
            if (
                happening.Targets.Count == 0
                && happening.Doers.Count > 0
                && OnlyOne(told, happening.Doers, pair => pair.Doers, pair => pair.Targets, 1) is { } foe
            )
                happening.Targets.Add(foe);
            else if (
                happening.Doers.Count == 0
                && happening.Targets.Count > 0
                && OnlyOne(told, happening.Targets, pair => pair.Targets, pair => pair.Doers, 2) is { } doer
            )
                happening.Doers.Add(doer);
        }
    }

    // What a country's own rebels attack in it, they attack the country with.
    private static Actor? OfRebels(Happening happening, Parties parties) =>
        happening.Country is not null
        && happening.Doers.Count > 0
        && happening.Doers.TrueForAll(doer => doer.Kind == ActorKind.ArmedGroup && Parties.CountryOf(doer.Code) == happening.Country)
            ? parties.OfCountry(happening.Country)
            : null;

    private static bool IsNobodyKnown(Actor actor) => actor.Code.Length == 0 && actor.Kind is ActorKind.People or ActorKind.Person;

    private static bool IsHostile(Happening happening) =>
        happening.Best.Type is EventType.Assault or EventType.Coerce && !happening.Best.Frame.Is(FrameMarks.Sym);

    private static Actor? OnlyOne(
        List<(List<Actor> Doers, List<Actor> Targets)> told,
        List<Actor> known,
        Func<(List<Actor> Doers, List<Actor> Targets), List<Actor>> side,
        Func<(List<Actor> Doers, List<Actor> Targets), List<Actor>> other,
        int atLeast
    )
    {
        var country = Parties.CountryOf(known[0].Code);
        if (country.Length == 0)
            return null;
        Actor? only = null;
        var count = 0;
        foreach (var pair in told)
        {
            if (!side(pair).Exists(actor => Parties.CountryOf(actor.Code) == country))
                continue;
            foreach (var actor in other(pair))
            {
                if (actor.Code.Length == 0)
                    return null;
                if (only is not null && Parties.CountryOf(only.Code) != Parties.CountryOf(actor.Code))
                    return null;
                only ??= actor;
            }
            count++;
        }
        return count >= atLeast && only is not null && Parties.CountryOf(only.Code) != country ? only : null;
    }
}
