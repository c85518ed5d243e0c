using Parley.Actors;
using Parley.Records;

namespace Parley.Events;

/// <summary>Where the article makes plain that a state used force, but not in the same words, and tells of its armed forces, they are the doer.</summary>
/// <remarks>In the marked articles four doers in five of an assault by a state are its armed forces.</remarks>
internal sealed class ArmedSides
{
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
            if (one.Type is EventType.Assault or EventType.Mobilize)
                Settle(one);
    }

    private void Settle(Happening one)
    {
        for (var i = one.Doers.Count - 1; i >= 0; i--)
        {
            if (
                one.Doers[i] is not { Word: < 0, Actor.Kind: ActorKind.Country }
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
