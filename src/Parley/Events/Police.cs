using Parley.Actors;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>Who makes an arrest that is told without a doer ("three men were arrested"): the police that the article speaks of.</summary>
internal sealed class Police
{
    private const string Role = "COP";

    private readonly ParsedText _parsed;
    private readonly List<(int Head, Actor Actor)> _mentions = [];

    /// <summary>Gathers the mentions of police.</summary>
    public Police(ParsedText parsed, ActorTable actors)
    {
        _parsed = parsed;
        foreach (var mention in actors.Mentions)
            if (actors.Actors[mention.Actor] is var actor && (IsForce(actor) || IsForce(actor, parsed[mention.Head])))
                _mentions.Add((mention.Head, actor));
    }

    /// <summary>True for a police force or an officer, whether or not its country is known.</summary>
    public static bool Is(Actor actor) =>
        actor.Code.Length > 0
            ? actor.Code.EndsWith("." + Role, StringComparison.Ordinal)
            : IsNamedBy(actor.Name.AsSpan(actor.Name.LastIndexOf(' ') + 1));

    /// <summary>True for a police force as a body.</summary>
    public static bool IsForce(Actor actor) => actor.Kind == ActorKind.Government && Is(actor);

    // "Police of the district": the name of a force without a code may go on behind its noun.
    private static bool IsForce(Actor actor, Node head) =>
        actor.Kind == ActorKind.Government && actor.Code.Length == 0 && IsNamedBy(head.Form);

    /// <summary>True for a noun that means police.</summary>
    public static bool IsNamedBy(ReadOnlySpan<char> noun) => ActorWords.Role(noun)?.Code == Role;

    /// <summary>Fills the doer of arrests that have none: the police of the same sentence, else those mentioned last, else next.</summary>
    public void Fill(IEnumerable<Happening> happenings)
    {
        if (_mentions.Count == 0)
            return;
        foreach (var one in happenings)
            if (
                one.Doers.Count == 0
                && one.Type == EventType.Coerce
                && one.Best.Status is EventStatus.Happened or EventStatus.Ongoing or EventStatus.Alleged
                && DeedCodes.Find(one.Best.Trigger, one.Type).Mode == "arrest"
                && For(one.Best) is { } police
                && !one.Targets.Exists(target => target.Actor.Id == police.Id)
            )
                one.Doers.Add(new Party(police, 0.7f, -1, "arrests are made by the police"));
    }

    private Actor? For(Telling telling)
    {
        Actor? last = null;
        foreach (var (head, actor) in _mentions)
            if (_parsed.SentenceOf(head) is var sentence && sentence == telling.Sentence)
                return actor;
            else if (sentence < telling.Sentence || last is null)
                last = actor;
        return last;
    }
}
