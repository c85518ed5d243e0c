using Parley.Records;
using Parley.Syntax;

namespace Parley.Actors;

/// <content>Pronouns and words that stand for a noun ("both", "others").</content>
internal sealed partial class ActorMentionReader
{
    private Entity? ReadPronoun(Node node)
    {
        if (node.Relation == Relation.Expl)
            return null;
        var entity = PronounForms.SortOf(node.Form) is { } sort ? Antecedent(node, sort) : OtherPronoun(node);
        if (entity is not null && (entity.LastHead != node.Index))
            Mention(entity, node, MentionKind.Pronoun);
        return entity;
    }

    private Entity? OtherPronoun(Node node) =>
        node.Form.ToString().ToLowerInvariant() switch
        {
            "i" or "me" or "my" or "we" or "us" or "our" or "ours" or "myself" or "ourselves" or "mine" => FirstPerson(node),
            "who" or "whom" or "which" or "that" => Relative(node),
            "both" or "others" or "some" or "many" or "those" or "everyone" or "somebody" or "someone" => ReadQuantifier(node),
            _ => null,
        };

    /// <summary>"we" in a quotation is whoever the tree says is speaking; outside of quotations it is who tells the text.</summary>
    private Entity? FirstPerson(Node node)
    {
        var speaker = _quotations.Speaker(node);
        return speaker.Exists ? Resolve(speaker)
            : _quotations.At(node.Index) < 0 ? Narrator(node)
            : null;
    }

    /// <summary>"I" and "we" outside of quotations: whoever tells the text. No other word means them, so they are not among those just mentioned.</summary>
    private Entity Narrator(Node node)
    {
        var several = node.Form[0] is 'w' or 'W' or 'u' or 'U' or 'o' or 'O';
        var narrator = several ? _actors.Get("narrators", ActorKind.People, "") : _actors.Get("narrator", ActorKind.Person, "");
        narrator.IsPlural = several;
        narrator.Mentions.Add(new ActorMention(0, NounPhrase.Words(node), node.Index, MentionKind.Pronoun));
        return narrator;
    }

    /// <summary>"who" is what its clause tells of.</summary>
    private Entity? Relative(Node node)
    {
        var clause = node.Head;
        for (var steps = 0; clause.Exists && clause.Relation != Relation.AclRelcl && steps < 4; steps++)
            clause = clause.Head;
        return clause.Exists && clause.Head.Exists && clause.Head.Index < node.Index ? Resolve(clause.Head) : null;
    }

    /// <summary>"both said", "others said", "the wounded said".</summary>
    private Entity? ReadQuantifier(Node node)
    {
        if (!NounPhrase.Speaks(node) && !(node.IsForm("both") && NounPhrase.IsSubject(node)))
            return null;
        if (node.Upos == Upos.Adj && !NounPhrase.IsDefinite(node) && !ActorWords.IsQuantity(node))
            return null;
        if (node.IsForm("both") && LastTwo(node) is { } pair)
            return Nominal(node, pair);
        if (
            node.Upos == Upos.Num
            || node.Form.Length < 3
            || node.IsForm("all")
            || node.IsForm("this")
            || node.IsForm("that")
            || node.IsForm("those")
        )
            return null;
        var entity = _actors.New(ActorKind.People);
        entity.IsPlural = true;
        return Nominal(node, entity);
    }

    /// <summary>"thousands of protesters", "several of the rebels": who is counted stands where the number stands.</summary>
    private Entity? ReadQuantity(Node node)
    {
        foreach (var child in node.Children)
            if (child.Relation == Relation.Nmod && NounPhrase.CaseOf(child) == "of")
            {
                if (!NounPhrase.Acts(node))
                    return null;
                var counted =
                    Resolve(child)
                    ?? (
                        child.Upos == Upos.Noun && RoleAt(child) is { } hit && NounPhrase.Speaks(node)
                            ? GroupOf(child, hit.Role, Affiliate(child))
                            : null
                    );
                if (counted is null)
                    return null;
                Mention(counted, node, MentionKind.Nominal);
                return counted;
            }
        return null;
    }

    private Entity? LastTwo(Node node)
    {
        var last = _actors.Latest(e => e.IsPerson);
        var other = _actors.Latest(e => e.IsPerson && e != last);
        if (last is null || other is null || other.LastHead < node.Sentence.Start - 40)
            return null;
        var pair = _actors.New(ActorKind.People);
        pair.OfferCode(other.Code, 2);
        pair.Parts.AddRange([other, last]);
        pair.IsPlural = true;
        pair.Offer(other.Name + " and " + last.Name, 2, other.NameWords);
        return pair;
    }
}
