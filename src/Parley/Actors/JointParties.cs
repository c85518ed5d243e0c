using Parley.Records;
using Parley.Syntax;

namespace Parley.Actors;

/// <summary>"the two sides", "both countries", "the warring parties": one mention of the two parties most talked of.</summary>
internal static class JointParties
{
    /// <summary>The joint actor that the phrase mentions; null where it mentions none or no two parties are known.</summary>
    public static Entity? Of(Node node, ActorRegister actors)
    {
        if (!IsOfParties(node) || IsOfThing(node))
            return null;
        var ofStates = node.Lemma is "country" or "nation" or "state" or "government" or "president" or "leader" or "minister";
        var sides = Sides(actors, ofStates);
        if (sides.Count < 2)
            return null;
        var entity = actors.Get("joint/" + node.Lemma, ActorKind.People, "");
        if (entity.Parts.Count == 0)
            entity.Parts.AddRange(sides);
        entity.IsPlural = true;
        return entity;
    }

    /// <summary>True for "two", "both", "warring" before a noun for parties.</summary>
    public static bool IsOfParties(Node node)
    {
        if (
            node.Lemma
            is not (
                "side"
                or "country"
                or "nation"
                or "party"
                or "government"
                or "leader"
                or "president"
                or "state"
                or "army"
                or "faction"
                or "delegation"
            )
        )
            return false;
        foreach (var child in node.Children)
            if (child.IsForm("two") || child.IsForm("both") || child.IsForm("warring") || child.IsForm("rival") || child.IsForm("opposing"))
                return true;
        return false;
    }

    /// <summary>"the two sides of the road".</summary>
    public static bool IsOfThing(Node node)
    {
        if (node.Lemma != "side")
            return false;
        foreach (var child in node.Children)
            if (child.Relation == Relation.Nmod && NounPhrase.CaseOf(child) is "of" && child.Upos == Upos.Noun)
                return !ActorWords.IsQuantity(child)
                    && RoleFinder.At(child) is null
                    && child.Lemma is not ("war" or "conflict" or "dispute" or "fighting");
        return false;
    }

    /// <summary>The two sides most talked of, or fewer; only states where these are asked for.</summary>
    public static List<Entity> Sides(ActorRegister actors, bool ofStates)
    {
        var counts = new List<(Entity Side, string Name, int Count)>();
        foreach (var entity in actors.All)
        {
            var side = entity.Kind == ActorKind.ArmedGroup ? entity.Key : entity.Country;
            if (side.Length == 0 || entity.Mentions.Count == 0 || entity.Parts.Count > 0 || ofStates && entity.Kind == ActorKind.ArmedGroup)
                continue;
            if (
                entity.Kind
                is not (ActorKind.Country or ActorKind.Government or ActorKind.Military or ActorKind.ArmedGroup or ActorKind.Person)
            )
                continue;
            var at = counts.FindIndex(c => c.Name == side);
            if (at < 0)
                counts.Add((entity, side, entity.Mentions.Count));
            else
                counts[at] = (Better(counts[at].Side, entity), side, counts[at].Count + entity.Mentions.Count);
        }
        return [.. counts.OrderByDescending(c => c.Count).Take(2).Select(c => c.Side)];
    }

    private static Entity Better(Entity known, Entity other) =>
        other.Kind == ActorKind.Country || known.IsPerson && !other.IsPerson ? other : known;
}
