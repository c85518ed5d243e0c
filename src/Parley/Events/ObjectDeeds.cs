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
    private static readonly Lexicon s_rules = LexiconSet.Get("rules/events/object-deeds");
    private static readonly Lexicon s_giving = LexiconSet.Get("rules/events/giving-verbs");
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
        if (Find(verb, mention.Type.Best, trigger, mention.Type.Best, "object") is { } signed)
            mention = mention with { Type = mention.Type with { Best = signed } };
        return mention.Status.Best == EventStatus.Planned && Row(s_giving, verb) >= 0 && Finite.IsDone(verb)
            ? mention with
            {
                Status = mention.Status with { Best = EventStatus.Happened, Second = EventStatus.Planned },
            }
            : mention;
    }

    private static EventType? OfOwnObject(Node trigger, EventMention mention, MentionTable mentions)
    {
        foreach (var child in trigger.Children)
            if (
                child.Relation.Is(Relation.Obj)
                || child.Relation == Relation.NsubjPass
                || (trigger.Upos == Upos.Noun && (child.Relation == Relation.Compound || child.Relation.Is(Relation.Nmod)))
            )
                if (Find(trigger, mention.Type.Best, child, mentions.EventAt(child.Index)?.Type.Best, "word") is { } type)
                    return type;
        return null;
    }

    /// <summary>The verb or noun whose object the noun is; <see cref="Node.None"/> for other words.</summary>
    private static Node VerbOf(Node noun) =>
        noun.Upos is not (Upos.Noun or Upos.Propn) ? Node.None
        : noun.Relation.Is(Relation.Obj) || noun.Relation == Relation.NsubjPass || noun.Relation.Is(Relation.Nmod) ? noun.Head
        : Node.None;

    private static EventType? Find(Node word, EventType own, Node named, EventType? deed, string changes)
    {
        for (var row = Row(s_rules, word); row >= 0; row = s_rules.Next(row))
            if (
                s_rules.Cell(row, s_changes).SequenceEqual(changes)
                && s_rules.Cell(row, s_from).Equals(own.ToString(), StringComparison.OrdinalIgnoreCase)
                && IsObject(s_rules.Cell(row, s_object), named, deed)
            )
                return Enum.Parse<EventType>(s_rules.Cell(row, s_type), ignoreCase: true);
        return null;
    }

    private static bool IsObject(ReadOnlySpan<char> wanted, Node named, EventType? deed) =>
        wanted switch
        {
            "agreement" => deed == EventType.Agree,
            "friendly" => deed is EventType.Agree or EventType.Aid or EventType.Consult or EventType.Cooperate or EventType.Support,
            "hostile" => deed is EventType.Coerce or EventType.Protest or EventType.Sanction,
            _ => wanted.SequenceEqual(named.Lemma),
        };

    private static int Row(Lexicon table, Node word)
    {
        foreach (var child in word.Children)
            if (child.Relation == Relation.CompoundPrt && table.Find($"{word.Lemma} {child.Form}") is >= 0 and var phrasal)
                return phrasal;
        return table.Find(word.Lemma);
    }
}
