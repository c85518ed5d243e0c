using Parley.Records;
using Parley.Syntax;

namespace Parley.Actors;

/// <content>Pronouns and words that stand for a noun ("both", "others").</content>
internal sealed partial class MentionReader
{
    private const int MostSentencesBack = 10;

    private Entity? ReadPronoun(Node node)
    {
        if (node.Relation == Relation.Expl)
            return null;
        var entity = node.Form.ToString().ToLowerInvariant() switch
        {
            "he" or "him" or "his" or "himself" => Antecedent(node, PronounSort.He),
            "she" or "her" or "hers" or "herself" => Antecedent(node, PronounSort.She),
            "they" or "them" or "their" or "theirs" or "themselves" => Antecedent(node, PronounSort.They),
            "it" or "its" or "itself" => Antecedent(node, PronounSort.It),
            "i" or "me" or "my" or "we" or "us" or "our" or "ours" or "myself" or "ourselves" or "mine" => FirstPerson(node),
            "who" or "whom" or "which" or "that" => Relative(node),
            "both" or "others" or "some" or "many" or "those" or "everyone" or "somebody" or "someone" => ReadQuantifier(node),
            _ => null,
        };
        if (entity is not null && (entity.LastHead != node.Index))
            Mention(entity, node, MentionKind.Pronoun);
        return entity;
    }

    /// <summary>"we" in a quotation is whoever the tree says is speaking; outside of quotations it stays open.</summary>
    private Entity? FirstPerson(Node node)
    {
        var speaker = _quotations.Speaker(node);
        return speaker.Exists ? Resolve(speaker) : null;
    }

    /// <summary>"who" is what its clause tells of.</summary>
    private Entity? Relative(Node node)
    {
        var clause = node.Head;
        for (var steps = 0; clause.Exists && clause.Relation != Relation.AclRelcl && steps < 4; steps++)
            clause = clause.Head;
        return clause.Exists && clause.Head.Exists && clause.Head.Index < node.Index ? Resolve(clause.Head) : null;
    }

    private Entity? Antecedent(Node node, PronounSort sort)
    {
        Entity? best = null;
        var bestScore = double.NegativeInfinity;
        var sentence = _parsed.SentenceOf(node.Index);
        var speaker = _quotations.Speaker(node);
        var heard = speaker.Exists ? Resolve(speaker) : null;
        foreach (var (entity, head) in _actors.Recent)
        {
            if (head >= node.Index)
                continue;
            var back = sentence - _parsed.SentenceOf(head);
            if (back > MostSentencesBack)
                break;
            if (
                !CanMean(sort, entity)
                || entity == heard && sort is PronounSort.He or PronounSort.She
                || IsCoargument(node, _parsed[head])
                || IsInside(node, head)
                || sort == PronounSort.They && entity.Kind == ActorKind.Country && !NounPhrase.IsSubject(node)
            )
                continue;
            var score = Score(node, _parsed[head], entity, sort, back);
            if (score > bestScore)
                (best, bestScore) = (entity, score);
        }
        if (best is null || !Holds(node, sort, best, bestScore))
            return null;
        if (best.IsPerson && best.Gender == Gender.Unknown)
            best.Gender = sort == PronounSort.He ? Gender.Male : Gender.Female;
        return best;
    }

    private static bool CanMean(PronounSort sort, Entity entity) =>
        sort switch
        {
            PronounSort.He => entity.IsPerson && entity.Gender != Gender.Female && entity.Parts.Count == 0,
            PronounSort.She => entity.IsPerson && entity.Gender != Gender.Male && entity.Parts.Count == 0,
            PronounSort.They => !entity.IsPerson,
            _ => !entity.IsPerson && !entity.IsPlural && entity.Kind != ActorKind.People,
        };

    private double Score(Node pronoun, Node candidate, Entity entity, PronounSort sort, int back)
    {
        var score = -1.6 * back - 0.003 * Math.Min(100, pronoun.Index - candidate.Index);
        var anchor = NounPhrase.Anchor(candidate);
        if (NounPhrase.IsSubject(anchor.Relation))
            score += ActorWords.IsVerb(anchor.Head.Lemma, "speaks") ? 1.6 : 1.2;
        else if (candidate.Relation is Relation.NmodPoss or Relation.Nmod or Relation.Compound)
            score -= 0.6;
        score += 0.12 * Math.Min(8, entity.Mentions.Count);
        if (_quotations.At(candidate.Index) >= 0 && _quotations.At(pronoun.Index) != _quotations.At(candidate.Index))
            score -= 0.8;
        if (sort is PronounSort.He or PronounSort.She)
            score += entity.Gender == Gender.Unknown ? -0.9 : 0.4;
        else if (sort == PronounSort.They)
            score +=
                entity.IsPlural || entity.Kind is ActorKind.ArmedGroup or ActorKind.People ? 0.9
                : entity.Kind == ActorKind.Country ? -0.8
                : 0;
        return score;
    }

    /// <summary>Pronouns that may mean things must not be read as actors where a thing stands nearer.</summary>
    private bool Holds(Node node, PronounSort sort, Entity entity, double score)
    {
        if (sort is PronounSort.He or PronounSort.She)
            return true;
        if (
            sort == PronounSort.It
            && (node.Relation is Relation.NsubjPass || !(NounPhrase.IsSubject(node) || node.Relation == Relation.NmodPoss))
        )
            return false;
        if (score < -3.5)
            return false;
        return NounPhrase.Speaks(node) || !HasNearerThing(node, entity, sort);
    }

    private bool HasNearerThing(Node node, Entity entity, PronounSort sort)
    {
        var plural = sort == PronounSort.They;
        var until = Math.Max(
            LastHeadBefore(entity, node.Index),
            _parsed.SentenceOf(node.Index) > 0 ? _parsed.Sentences[_parsed.SentenceOf(node.Index) - 1].Start : 0
        );
        for (var word = node.Index - 1; word > until; word--)
        {
            var other = _parsed[word];
            if (
                other.Upos is Upos.Noun or Upos.Propn
                && NounPhrase.IsSubject(other.Relation)
                && _entityOf[word] is null
                && _state[word] != 0
                && other.Xpos is "NNS" or "NNPS" == plural
            )
                return true;
        }
        return false;
    }

    private static int LastHeadBefore(Entity entity, int word)
    {
        for (var m = entity.Mentions.Count - 1; m >= 0; m--)
            if (entity.Mentions[m].Head < word)
                return entity.Mentions[m].Head;
        return -1;
    }

    /// <summary>"He told him": two arguments of one verb are two people, unless one is reflexive.</summary>
    private static bool IsCoargument(Node pronoun, Node candidate)
    {
        if (pronoun.Relation == Relation.NmodPoss || pronoun.Form.EndsWith("self") || pronoun.Form.EndsWith("selves"))
            return false;
        var anchor = NounPhrase.Anchor(candidate);
        return anchor.Head.Exists
            && anchor.Head.Index == pronoun.Head.Index
            && (
                NounPhrase.IsSubject(anchor.Relation)
                || anchor.Relation is Relation.Obj or Relation.Iobj or Relation.Obl or Relation.OblAgent
            );
    }

    /// <summary>"his spokesman": the owner is not the one owned.</summary>
    private bool IsInside(Node pronoun, int head) => pronoun.Relation == Relation.NmodPoss && pronoun.Head.Index == head;

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

/// <summary>What a pronoun can mean.</summary>
internal enum PronounSort
{
    /// <summary>A man.</summary>
    He,

    /// <summary>A woman.</summary>
    She,

    /// <summary>Several, or a body.</summary>
    They,

    /// <summary>A body or state, or a thing.</summary>
    It,
}
