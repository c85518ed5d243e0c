using Parley.Places;
using Parley.Records;
using Parley.Syntax;
using Parley.Times;

namespace Parley.Events;

/// <summary>Finds where and when: what hangs on the trigger, then on its clause; nothing rather than something doubtful.</summary>
internal sealed class Setting(PlaceTable places, TimeTable times)
{
    /// <summary>Fills place and time of a deed.</summary>
    public void Find(Deed deed)
    {
        var trigger = deed.Trigger;
        var place = PlaceAt(trigger, 3);
        var time = TimeAt(trigger, 2);
        if (
            deed.IsNoun
            && trigger.Relation is Relation.Obj or Relation.NsubjPass or Relation.Nsubj or Relation.Obl or Relation.OblAgent
            && trigger.Head is { Exists: true, Upos: Upos.Verb } verb
        )
        {
            place ??= PlaceAt(verb, 2);
            time ??= TimeAt(verb, 2);
        }
        if (place is null && trigger.Relation == Relation.AclRelcl && trigger.Child("where").Exists)
            place = places.At(trigger.Head);
        for (
            var (clause, steps) = (trigger, 3);
            time is null && steps > 0 && clause.Relation is Relation.Conj or Relation.Xcomp && clause.Head.Exists;
            steps--
        )
        {
            clause = clause.Head;
            time = TimeAt(clause, 1);
        }
        deed.Place = place?.Id;
        deed.Country = place?.Country;
        deed.Time = time?.Id;
    }

    private Place? PlaceAt(Node node, int depth)
    {
        foreach (var child in node.Children)
            if (child.Relation.Is(Relation.Obl) || child.Relation.Is(Relation.Nmod) || child.Relation is Relation.Advmod)
                if (Within(child, 3) is { } place && IsWhere(child))
                    return place;
        if (depth == 0)
            return null;
        foreach (var child in node.Children)
            if (
                child.Relation is Relation.Obj or Relation.NsubjPass
                && (Within(child, 2) ?? PlaceAt(child, depth - 2 < 0 ? 0 : depth - 2)) is { } place
            )
                return place;
        return null;
    }

    private Place? Within(Node node, int depth)
    {
        if (places.At(node) is { } place)
            return place;
        if (depth == 0)
            return null;
        foreach (var child in node.Children)
            if (
                child.Relation
                is Relation.Nmod
                    or Relation.Appos
                    or Relation.Compound
                    or Relation.Flat
                    or Relation.NmodPoss
                    or Relation.NmodDesc
            )
                if (Within(child, depth - 1) is { } inner)
                    return inner;
        return null;
    }

    private static bool IsWhere(Node node)
    {
        foreach (var child in node.Children)
            if (child.Relation == Relation.Case)
                return !(
                    child.IsForm("by")
                    || child.IsForm("with")
                    || child.IsForm("from")
                    || child.IsForm("between")
                    || child.IsForm("since")
                    || child.IsForm("than")
                );
        return node.Relation.Is(Relation.Obl) || node.Relation == Relation.Advmod;
    }

    private Time? TimeAt(Node node, int depth)
    {
        foreach (var child in node.Children)
        {
            if (
                child.Relation.Is(Relation.Nsubj)
                || child.Relation is Relation.Ccomp or Relation.Conj or Relation.Parataxis or Relation.AclRelcl or Relation.Advcl
            )
                continue;
            if (times.At(child) is { Type: "DATE" or "TIME" } time)
                return time;
            if (depth > 0 && child.Relation is Relation.Obl or Relation.Obj or Relation.Nmod && TimeAt(child, depth - 1) is { } inner)
                return inner;
        }
        return null;
    }
}
