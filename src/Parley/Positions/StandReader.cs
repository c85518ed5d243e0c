using System.Collections.Frozen;
using System.Collections.Immutable;
using Parley.Actors;
using Parley.Lexicons;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Undertakings;

namespace Parley.Positions;

/// <summary>Finds who takes a position and how, by <c>rules/position-cues</c>.</summary>
internal sealed class StandReader(ActorTable actors, StatementTable statements)
{
    private static readonly Lexicon s_cues = LexiconSet.Get("rules/position-cues");
    private static readonly Lexicon s_views = LexiconSet.Get("lexicons/view-nouns");
    private static readonly int s_pos = s_cues.Column("pos");
    private static readonly int s_stance = s_cues.Column("stance");
    private static readonly int s_need = s_cues.Column("need");

    private static readonly FrozenDictionary<string, PositionStance> s_stances = new Dictionary<string, PositionStance>
    {
        ["demands"] = PositionStance.Demands,
        ["proposes"] = PositionStance.Proposes,
        ["offers"] = PositionStance.Offers,
        ["open-to"] = PositionStance.OpenTo,
        ["accepts"] = PositionStance.Accepts,
        ["rejects"] = PositionStance.Rejects,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly PartyReader _parties = new(actors);

    /// <summary>The positions taken at this word; empty where it takes none.</summary>
    public IEnumerable<Stand> At(Node node)
    {
        if (Unclear(node) is { } unclear)
            return [unclear];
        if (Clauses.ConditionMark(node).Exists)
            return [];
        if (node.Upos is Upos.Verb or Upos.Aux && Row(node, "verb") is >= 0 and var verb)
            return OfVerb(node, verb);
        if (node.Upos == Upos.Adj && Row(node, "adj") is >= 0 and var adjective)
            return OfAdjective(node, adjective);
        if (node.Upos == Upos.Noun && Row(node, "noun") is >= 0 and var noun)
            return OfNoun(node, noun);
        return OwnRefusal(node) is { } refusal ? [refusal] : [];
    }

    private IEnumerable<Stand> OfVerb(Node verb, int row)
    {
        if (Clauses.IsHedged(verb))
            yield break;
        var passive = verb.Child(Relation.NsubjPass);
        var parties = passive.Exists ? _parties.Agents(verb) : Takers(verb);
        if (parties.IsEmpty || Stance(verb, row) is not { } stance)
            yield break;
        if (passive.Exists)
        {
            foreach (var party in parties)
                yield return new Stand(verb, _parties.Body(party), stance, passive);
            yield break;
        }
        foreach (var child in verb.Children)
        {
            if (!IsMatter(child) || !Fits(s_cues.Cell(row, s_need), child))
                continue;
            foreach (var party in parties)
                yield return new Stand(verb, _parties.Body(party), stance, child);
        }
    }

    /// <summary>Who takes the position: the subject's parties, or the speaker where the subject is a pronoun that nothing else explains ("said it would be willing").</summary>
    private ImmutableArray<Actor> Takers(Node cue)
    {
        var parties = _parties.OfSubject(cue);
        if (!parties.IsEmpty || cue.Relation != Relation.Ccomp)
            return parties;
        var subject = cue.Subject.Exists ? cue.Subject : cue.Child(Relation.Expl);
        var isOpen = subject.Exists && subject.Upos == Upos.Pron && actors.At(subject) is null;
        return isOpen ? _parties.OfSubject(cue.Head) : parties;
    }

    /// <summary>A need of the cue: "other" that another is to act, "noun" that its object is a thing ("suggested a truce", not "suggested that all was well").</summary>
    private static bool Fits(ReadOnlySpan<char> need, Node child) =>
        need switch
        {
            "other" => !IsOwnWish(child),
            "noun" => child.Relation == Relation.Obj,
            _ => true,
        };

    /// <summary>"Wants to join" is a wish of one's own; "wants Kyiv to recognise" and "wants guarantees" ask something of others.</summary>
    private static bool IsOwnWish(Node child) =>
        child.Relation == Relation.Xcomp && !child.Head.Child(Relation.Obj).Exists && !child.Subject.Exists;

    private IEnumerable<Stand> OfAdjective(Node adjective, int row)
    {
        if (Clauses.IsHedged(adjective) || Stance(adjective, row) is not { } stance)
            yield break;
        foreach (var child in adjective.Children)
        {
            var isMatter =
                child.Relation is Relation.Xcomp or Relation.Advcl or Relation.Ccomp
                || child.Relation == Relation.Obl && child.Child("to").Exists;
            if (!isMatter || child.Index < adjective.Index)
                continue;
            foreach (var party in Takers(adjective))
                yield return new Stand(adjective, _parties.Body(party), stance, child);
        }
    }

    private IEnumerable<Stand> OfNoun(Node noun, int row)
    {
        if (Stance(noun, row) is not { } stance)
            yield break;
        foreach (var child in noun.Children)
        {
            if (!(child.Relation is Relation.Acl or Relation.Nmod && child.Index > noun.Index) || child.Child("by").Exists)
                continue;
            foreach (var party in _parties.Owners(noun))
                yield return new Stand(noun, _parties.Body(party), stance, child);
        }
    }

    /// <summary>"Iran's opinion of the proposals was not clear".</summary>
    private Stand? Unclear(Node node)
    {
        if (
            node.Upos != Upos.Adj
            || !node.Child(Relation.Cop).Exists
            || !(node.Lemma == "unclear" || node.Lemma == "clear" && Clauses.IsNegated(node))
        )
            return null;
        var view = node.Subject;
        if (!view.Exists || !s_views.Contains(view.Lemma) || _parties.Owners(view) is not [var party, ..])
            return null;
        // "the view of Iran" has its owner behind "of", "Iran's view of the plan" its topic.
        var isOwned = false;
        foreach (var child in view.Children)
            isOwned |= child.Relation == Relation.NmodPoss;
        foreach (var child in view.Children)
            if (child.Relation == Relation.Nmod && child.Child(Relation.Case).Exists && (isOwned || !child.Child("of").Exists))
                return new Stand(node, _parties.Body(party), PositionStance.Unclear, child);
        return null;
    }

    /// <summary>"Ukraine would not trade land", said by Ukraine.</summary>
    private Stand? OwnRefusal(Node verb)
    {
        if (verb.Upos != Upos.Verb || !Clauses.IsNegated(verb) || !Clauses.Future(verb).Exists)
            return null;
        if (
            statements.At(verb.Index) is not { Speaker: { } id }
            || Side.Find(id, actors.Actors) is not { } speaker
            || !Side.CanBind(speaker, actors.Actors)
        )
            return null;
        var subject = PartyReader.Subject(verb);
        var isOwn =
            subject.Exists
            && (subject.IsForm("we") || subject.IsForm("I") || _parties.Of(subject) is [var doer] && _parties.SameSide(doer, speaker));
        return isOwn ? new Stand(verb, _parties.Body(speaker), PositionStance.Rejects, verb) : null;
    }

    private static bool IsMatter(Node child) =>
        child.Relation is Relation.Obj or Relation.Ccomp or Relation.Xcomp
        || child.Relation == Relation.Advcl
            && child.Child("to").Exists
            && child.Index > child.Head.Index
            && !child.Head.Child(Relation.Obj).Exists
        || child.Relation == Relation.Obl
            && (child.Child("for").Exists || child.Child("on").Exists || child.Child("to").Exists || child.Child("upon").Exists)
            && child.Index > child.Head.Index;

    /// <summary>The stance of a cue, turned round where it is negated or refused: "will not accept" rejects, "did not rule out" is open to.</summary>
    private static PositionStance? Stance(Node cue, int row)
    {
        if (!s_stances.TryGetValue(s_cues.Text(row, s_stance), out var stance))
            return null;
        var refused =
            cue.Relation == Relation.Xcomp && Row(cue.Head, "verb") is >= 0 and var above && s_cues.Cell(above, s_stance) is "rejects";
        if (Clauses.IsNegated(cue) == refused)
            return stance == PositionStance.Accepts && Clauses.Future(cue) is { Exists: true } future && future.IsForm("would")
                ? PositionStance.Offers
                : stance;
        return stance switch
        {
            PositionStance.Accepts or PositionStance.Offers or PositionStance.OpenTo => PositionStance.Rejects,
            PositionStance.Rejects => PositionStance.OpenTo,
            _ => null,
        };
    }

    /// <summary>The row of a cue: verb with its particle or preposition ("rule out", "call for"), else the word alone.</summary>
    private static int Row(Node node, string pos)
    {
        if (pos == "verb")
            foreach (var child in node.Children)
            {
                var word =
                    child.Relation == Relation.CompoundPrt ? child
                    : child.Relation == Relation.Obl || child.Relation == Relation.Advcl
                        ? child.Child(Relation.Case) is { Exists: true } preposition ? preposition
                            : child.Child(Relation.Mark)
                    : Node.None;
                if (word.Exists && word.Index > node.Index && Find($"{node.Lemma} {word.Lemma}", pos) is >= 0 and var phrase)
                    return phrase;
            }
        return Find(node.Lemma, pos);
    }

    private static int Find(string words, string pos)
    {
        for (var row = s_cues.Find(words); row >= 0; row = s_cues.Next(row))
            if (s_cues.Cell(row, s_pos).SequenceEqual(pos))
                return row;
        return -1;
    }
}
