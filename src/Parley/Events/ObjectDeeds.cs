using Parley.Actors;
using Parley.Lexicons;
using Parley.Mentions;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>
/// What a verb makes of the deed that its object names: an agreement signed, talks ended, a ban lifted (<c>rules/events/object-deeds</c>);
/// aid that is provided is no plan (<c>rules/events/giving-verbs</c>).
/// </summary>
internal static class ObjectDeeds
{
    /// <summary>Words less likely to fill a role than this are passed over.</summary>
    private const float Likely = 0.5f;

    private static readonly Lexicon s_rules = LexiconSet.Get("rules/events/object-deeds");
    private static readonly Lexicon s_giving = LexiconSet.Get("rules/events/giving-verbs");
    private static readonly Lexicon s_groups = LexiconSet.Get("rules/events/object-groups");
    private static readonly int s_group = s_groups.Column("group");
    private static readonly int s_object = s_rules.Column("object");
    private static readonly int s_from = s_rules.Column("from");
    private static readonly int s_changes = s_rules.Column("changes");
    private static readonly int s_type = s_rules.Column("type");

    /// <summary>The mention with the type and standing that its verb or its object gives it; itself where they give none.</summary>
    public static EventMention Mend(EventMention mention, ParsedText parsed, MentionTable mentions)
    {
        var trigger = parsed[mention.Word];
        if (OfOwnObject(trigger, mention, mentions) is { } ended)
            return mention with { Type = mention.Type with { Best = ended } };
        if (VerbOf(trigger) is not { Exists: true } verb)
            return mention;
        if (Find(verb, mention, trigger, mention.Type.Best, "object") is { } changed)
            return As(mention with { Type = mention.Type with { Best = changed } }, StandingOf(verb, changed, mention.Status.Best));
        return mention.Status.Best == EventStatus.Planned && IsGiven(verb) ? As(mention, EventStatus.Happened) : mention;
    }

    private static EventMention As(EventMention mention, EventStatus status) =>
        status == mention.Status.Best
            ? mention
            : mention with
            {
                Status = mention.Status with { Best = status, Second = mention.Status.Best },
            };

    // "Called off the strike": the strike may be denied, its end is not. "Will sign", "can sign an agreement": none is signed yet.
    private static EventStatus StandingOf(Node verb, EventType type, EventStatus read)
    {
        if (Finite.AheadOf(verb) is { } ahead)
            return read is EventStatus.Happened or EventStatus.Ongoing or EventStatus.Denied ? ahead : read;
        return type == EventType.Retreat && Finite.IsDone(verb) ? EventStatus.Happened : read;
    }

    // "Provided aid", "provided two million in aid".
    private static bool IsGiven(Node verb)
    {
        if (verb.Upos == Upos.Noun && verb.Relation.Is(Relation.Obj))
            verb = verb.Head;
        return Row(s_giving, verb) >= 0 && Finite.IsDone(verb);
    }

    private static EventType? OfOwnObject(Node trigger, EventMention mention, MentionTable mentions)
    {
        if (Find(trigger, mention, Node.None, null, "word") is { } own)
            return own;
        foreach (var child in trigger.Children)
            if (
                child.Relation.Is(Relation.Obj)
                || child.Relation == Relation.NsubjPass
                || (trigger.Upos == Upos.Noun && (child.Relation is Relation.Compound or Relation.Amod || child.Relation.Is(Relation.Nmod)))
            )
                if (Find(trigger, mention, child, mentions.EventAt(child.Index)?.Type.Best, "word") is { } type)
                    return type;
        return null;
    }

    /// <summary>The verb or noun whose object the noun is; <see cref="Node.None"/> for other words.</summary>
    private static Node VerbOf(Node noun) =>
        noun.Upos is not (Upos.Noun or Upos.Propn) ? Node.None
        : noun.Relation.Is(Relation.Obj) || noun.Relation == Relation.NsubjPass || noun.Relation.Is(Relation.Nmod) ? noun.Head
        : Node.None;

    private static EventType? Find(Node word, EventMention mention, Node named, EventType? deed, string changes)
    {
        for (var row = Row(s_rules, word); row >= 0; row = s_rules.Next(row))
            if (
                s_rules.Cell(row, s_changes).SequenceEqual(changes)
                && s_rules.Cell(row, s_from).Equals(mention.Type.Best.ToString(), StringComparison.OrdinalIgnoreCase)
                && IsObject(s_rules.Cell(row, s_object), named, deed, mention)
            )
                return Enum.Parse<EventType>(s_rules.Cell(row, s_type), ignoreCase: true);
        return null;
    }

    private static bool IsObject(ReadOnlySpan<char> wanted, Node named, EventType? deed, EventMention mention) =>
        wanted switch
        {
            "*" => !named.Exists,
            _ when !named.Exists => false,
            "agreement" => deed == EventType.Agree,
            "friendly" => deed is EventType.Agree or EventType.Aid or EventType.Consult or EventType.Cooperate or EventType.Support,
            "hostile" => deed is EventType.Coerce or EventType.Protest or EventType.Sanction,
            "arms" => IsOf(wanted, named) && mention.Targets.Any(target => target.Probability >= Likely),
            "street" => IsOf(wanted, named) && mention.Doers.Any(doer => doer.Probability >= Likely && IsCrowd(named.Parsed[doer.Word])),
            _ => wanted.SequenceEqual(named.Lemma) || IsOf(wanted, named),
        };

    // "Farmers", "hundreds of people"; not soldiers.
    private static bool IsCrowd(Node doer)
    {
        if (ActorWords.Role(doer.Form)?.Code is "CVL" or "OPP")
            return true;
        foreach (var child in doer.Children)
            if (child.Relation.Is(Relation.Nmod) && IsCrowd(child))
                return true;
        return false;
    }

    private static bool IsOf(ReadOnlySpan<char> group, Node noun)
    {
        for (var row = s_groups.Find(noun.Lemma); row >= 0; row = s_groups.Next(row))
            if (s_groups.Cell(row, s_group).SequenceEqual(group))
                return true;
        return false;
    }

    private static int Row(Lexicon table, Node word)
    {
        foreach (var child in word.Children)
            if (child.Relation == Relation.CompoundPrt && table.Find($"{word.Lemma} {child.Form}") is >= 0 and var phrasal)
                return phrasal;
        return table.Find(word.Lemma);
    }
}
