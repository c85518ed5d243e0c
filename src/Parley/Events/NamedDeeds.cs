using System.Collections.Immutable;
using Parley.Lexicons;
using Parley.Mentions;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>
/// Deeds that a verb and its object name together, where the network read none: "condemned the attack", "rejected the plan", "shared evidence"
/// (<c>rules/events/named-deeds</c>). Only clauses in the past or present with a subject count; those that deny do not.
/// </summary>
internal static class NamedDeeds
{
    /// <summary>From this probability on a mention that the network read stands, and nothing is added.</summary>
    private const float Read = 0.4f;

    private const float Likely = 0.8f;

    private static readonly Lexicon s_deeds = LexiconSet.Get("rules/events/named-deeds");
    private static readonly int s_object = s_deeds.Column("object");
    private static readonly int s_type = s_deeds.Column("type");

    /// <summary>The mentions of a text with those that are added, in the order of the text.</summary>
    public static IEnumerable<EventMention> AddTo(MentionTable mentions, ParsedText parsed)
    {
        List<EventMention>? added = null;
        for (var word = 0; word < parsed.Count; word++)
            if (parsed.UposTags[word] == Upos.Verb && s_deeds.Find(parsed.Lemmas[word]) >= 0 && Of(parsed[word], mentions) is { } deed)
                (added ??= []).Add(deed);
        return added is null
            ? mentions.Events
            : mentions.Events.Where(one => !added.Exists(deed => deed.Word == one.Word)).Concat(added).OrderBy(one => one.Word);
    }

    /// <summary>True for a mention that was added here: it has no runner-up.</summary>
    public static bool IsByRule(EventMention mention) => mention.Type.Second == mention.Type.Best;

    private static EventMention? Of(Node verb, MentionTable mentions)
    {
        if (!Finite.IsDone(verb))
            return null;
        var (doer, named) = (verb.Child(Relation.Nsubj), verb.Child(Relation.Obj));
        if (verb.Child(Relation.NsubjPass) is { Exists: true } passive)
            (named, doer) = (passive, verb.Child(Relation.OblAgent));
        if (!doer.Exists || !named.Exists || TypeOf(verb, named, mentions) is not { } type || IsTold(verb, type, mentions))
            return null;
        if (mentions.EventAt(verb.Index) is { Probability: >= Read } read)
            return read.Type.Best == type && read.Status.Best == EventStatus.Happened
                ? read with
                {
                    Type = read.Type with { Second = type },
                }
                : null;
        return new EventMention
        {
            Word = verb.Index,
            Probability = Likely,
            Type = new Choice<EventType>(type, Likely, type, 0),
            Status = new Choice<EventStatus>(EventStatus.Happened, Likely, EventStatus.Possible, 1 - Likely),
            Doers = [new Argument(doer.Index, Likely)],
            Targets = TargetsOf(verb, named),
        };
    }

    private static EventType? TypeOf(Node verb, Node named, MentionTable mentions)
    {
        for (var row = s_deeds.Find(verb.Lemma); row >= 0; row = s_deeds.Next(row))
            if (
                s_deeds.Cell(row, s_object) is var wanted
                && (wanted is "*" || wanted.SequenceEqual(named.Lemma) || wanted is "* to" && HasReceiver(verb, named, mentions))
            )
                return Enum.Parse<EventType>(s_deeds.Cell(row, s_type), ignoreCase: true);
        return null;
    }

    // "Returned the statue to Peru"; not "returned fire to the north".
    private static bool HasReceiver(Node verb, Node named, MentionTable mentions)
    {
        foreach (var child in verb.Children)
            if (child.Relation.Is(Relation.Obl) && child.Child("to").Exists)
                return mentions.EventAt(named.Index) is not { Probability: >= Read };
        return false;
    }

    /// <summary>To whom the deed of a verb or noun is done: its object, "from", "with" or "to" whom.</summary>
    public static ImmutableArray<Argument> TargetsOf(Node word) =>
        word.Child(Relation.Obj) is { Exists: true } named ? TargetsOf(word, named) : [];

    // "an explanation from the minister", "ties with Kenya", else whose or of what the object is.
    private static ImmutableArray<Argument> TargetsOf(Node verb, Node named)
    {
        foreach (var holder in (ReadOnlySpan<Node>)[verb, named])
        foreach (var child in holder.Children)
            if (
                (child.Relation.Is(Relation.Obl) || child.Relation.Is(Relation.Nmod))
                && (child.Child("from").Exists || child.Child("with").Exists || child.Child("to").Exists)
            )
                return [new Argument(child.Index, Likely)];
        return [new Argument(named.Index, Likely)];
    }

    /// <summary>True where the deed that is demanded, refused or charged was read itself.</summary>
    private static bool IsTold(Node verb, EventType type, MentionTable mentions)
    {
        var status = type switch
        {
            EventType.Request => EventStatus.Demanded,
            EventType.Reject => EventStatus.Refused,
            EventType.Accuse => EventStatus.Alleged,
            EventType.Threaten => EventStatus.Threatened,
            _ => (EventStatus?)null,
        };
        var clause = verb.Subtree;
        for (var word = verb.Index + 1; word < clause.End; word++)
            if (mentions.EventAt(word) is { } mention && mention.Probability >= Read)
                if (mention.Status.Best == status && type != EventType.Accuse || mention.Type.Best == type)
                    return true;
        return false;
    }
}
