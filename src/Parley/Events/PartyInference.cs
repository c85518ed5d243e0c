using Parley.Actors;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>Fills parties that the article leaves only one candidate for: the country of the place, the one foe, the one partner.</summary>
internal sealed class PartyInference(IReadOnlyList<Happening> happenings, Parties parties)
{
    /// <summary>Fills what can be filled.</summary>
    public void Fill()
    {
        foreach (var one in happenings)
            if (IsHostile(one))
                FillFromPlace(one);
        var sides = new Sides(happenings);
        foreach (var one in happenings)
        {
            NameBothSides(one, sides);
            if (one.Best.Type == EventType.Consult && one.Doers.Count == 0 && sides.MainPair() is { Count: 2 } pair)
                one.Doers.AddRange(pair);
            if (
                IsHostile(one)
                || one.Best.Type is EventType.Mobilize or EventType.Sanction or EventType.Threaten && !one.Best.Frame.Is(FrameMarks.Sym)
            )
                FillFoe(one, sides);
            if (IsHostile(one) && one.Doers.Count == 0)
                FillDoer(one);
            if (NeedsPartner(one))
                FillPartner(one, sides);
        }
    }

    private void FillFromPlace(Happening one)
    {
        // A state's own forces do not take their own land: the possessor was misread.
        one.Targets.RemoveAll(target =>
            one.Doers.Exists(doer => IsOfState(doer) && IsOfState(target) && Sides.Of(doer) == Sides.Of(target))
        );
        if (!one.Targets.TrueForAll(IsUnknown) || parties.OfCountry(one.Country) is not { } host)
            return;
        if (one.Doers.Exists(doer => Sides.Of(doer) == Sides.Of(host)))
            return;
        one.Targets.Clear();
        one.Targets.Add(host);
    }

    private static void FillFoe(Happening one, Sides sides)
    {
        if (one.Doers.Count == 0 || !one.Targets.TrueForAll(IsUnknown) || sides.Foe(one.Doers[0]) is not { } foe)
            return;
        if (one.Doers.Exists(doer => Sides.Of(doer) == Sides.Of(foe)))
            return;
        one.Targets.Clear();
        one.Targets.Add(foe);
    }

    // A doer is inferred only where all attacks on the target that name one name the same, twice at least.
    private void FillDoer(Happening one)
    {
        if (one.Targets.Count == 0 || one.Targets[0].Code.Length == 0)
            return;
        Actor? only = null;
        var count = 0;
        foreach (var other in happenings)
        {
            if (
                !IsHostile(other)
                || other.Doers.Count == 0
                || !other.Targets.Exists(target => Sides.Of(target) == Sides.Of(one.Targets[0]))
            )
                continue;
            foreach (var doer in other.Doers)
            {
                if (doer.Code.Length == 0 || (only is not null && Sides.Of(only) != Sides.Of(doer)))
                    return;
                only ??= doer;
            }
            count++;
        }
        if (only is not null && count >= 2 && Sides.Of(only) != Sides.Of(one.Targets[0]))
            one.Doers.Add(only);
    }

    private static bool NeedsPartner(Happening one) =>
        one.Best.Frame.Is(FrameMarks.Sym)
        && one.Best.Type is EventType.Consult or EventType.Retreat or EventType.Support
        && one.Doers.Count == 1
        && one.Doers[0].Code.Length > 0
        && !NamesPartner(one.Best);

    private static bool NamesPartner(Deed deed)
    {
        foreach (var preposition in (ReadOnlySpan<string>)["with", "between", "among", "of", "to"])
            if (Clause.Nominal(deed.Trigger, preposition).Exists || FrameMatch.Oblique(deed.Trigger, preposition).Exists)
                return true;
        return !deed.IsNoun
            && Clause.Undergoer(deed.Trigger) is { Exists: true } met
            && deed.Type == EventType.Consult
            && met.Index != deed.Trigger.Index;
    }

    private static void FillPartner(Happening one, Sides sides)
    {
        var partner = sides.Partner(one.Doers[0]) ?? sides.Foe(one.Doers[0]);
        if (partner is not null && Sides.Of(partner) != Sides.Of(one.Doers[0]))
            one.Doers.Add(partner);
    }

    // "the two sides", "both parties".
    private static void NameBothSides(Happening one, Sides sides)
    {
        if (one.Doers.Count != 1 || one.Doers[0].Code.Length > 0 || !IsBothSides(one.Doers[0]) || sides.MainPair() is not { Count: 2 } pair)
            return;
        one.Doers.Clear();
        one.Doers.AddRange(pair);
    }

    private static bool IsBothSides(Actor actor)
    {
        var last = actor.Name.LastIndexOf(' ') + 1;
        return (WordClasses.OfLemma(actor.Name[last..]) & WordClass.Sides) != 0;
    }

    private static bool IsUnknown(Actor actor) => actor.Code.Length == 0;

    private static bool IsOfState(Actor actor) => actor.Kind is ActorKind.Country or ActorKind.Government or ActorKind.Military;

    private static bool IsHostile(Happening happening) =>
        happening.Best.Type is EventType.Assault or EventType.Coerce && !happening.Best.Frame.Is(FrameMarks.Sym);
}
