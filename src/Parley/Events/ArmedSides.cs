using Parley.Actors;
using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>
/// Where the article tells of a state's armed forces, they are the doer of what it plainly did by force, but not in the same words, and of moves of its troops ("Russia withdrew its forces").
/// </summary>
/// <remarks>In the marked articles four doers in five of an assault by a state are its armed forces. Nouns are in <c>lexicons/troop-nouns.tsv</c>.</remarks>
internal sealed class ArmedSides
{
    private static readonly Lexicon s_troops = LexiconSet.Get("lexicons/troop-nouns");
    private readonly Dictionary<string, Actor> _armies = new(StringComparer.Ordinal);

    /// <summary>Finds the armed forces that the article names.</summary>
    public ArmedSides(ActorTable actors)
    {
        foreach (var actor in actors.Actors)
            if (actor is { Kind: ActorKind.Military, Code.Length: 7 } && actor.Code.EndsWith(".MIL", StringComparison.Ordinal))
                _armies.TryAdd(actor.Code[..3], actor);
    }

    /// <summary>Puts armed forces in the place of their states.</summary>
    public void Settle(IReadOnlyList<Happening> happenings)
    {
        foreach (var one in happenings)
            if (one.Type is EventType.Assault or EventType.Mobilize or EventType.Retreat)
                Settle(one, one.Type != EventType.Assault && NamesTroops(one.Best.Trigger));
    }

    /// <summary>"Withdrew its forces", "the pullback of tanks", "troops were sent", "military intervention".</summary>
    private static bool NamesTroops(Node trigger)
    {
        foreach (var child in trigger.Children)
            if (
                s_troops.Contains(child.Lemma)
                && (
                    child.Relation.Is(Relation.Obj)
                    || child.Relation == Relation.NsubjPass
                    || child.Relation.Is(Relation.Nmod)
                    || child.Relation == Relation.Compound
                    || child.Relation.Is(Relation.Amod)
                )
            )
                return true;
        return false;
    }

    private void Settle(Happening one, bool movesTroops)
    {
        for (var i = one.Doers.Count - 1; i >= 0; i--)
        {
            if (
                one.Doers[i].Actor.Kind != ActorKind.Country
                || one.Doers[i].Word >= 0 && !movesTroops
                || one.Type == EventType.Retreat && !movesTroops
                || _armies.GetValueOrDefault(one.Doers[i].Actor.Code) is not { } army
            )
                continue;
            if (one.Doers.Exists(party => party.Actor.Id == army.Id))
                one.Doers.RemoveAt(i);
            else if (!one.Targets.Exists(party => party.Actor.Id == army.Id))
                one.Doers[i] = one.Doers[i] with { Actor = army };
        }
    }
}
