using Parley.Lexicons;
using Parley.Mentions;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>Deeds that the word above them tells were not done: "failed to arrest", "a refusal to leave". Words: <c>rules/events/implicatives</c>.</summary>
internal static class Implicatives
{
    private static readonly Lexicon s_words = LexiconSet.Get("rules/events/implicatives");
    private static readonly int s_status = s_words.Column("status");

    /// <summary>The mention with the standing that the word above it gives; itself where it gives none, or is itself denied, supposed, demanded or foretold.</summary>
    public static EventMention Settle(EventMention mention, Node trigger)
    {
        if (mention.Status.Best is not (EventStatus.Happened or EventStatus.Ongoing or EventStatus.Possible or EventStatus.Planned))
            return mention;
        if (trigger.Relation == Relation.Conj && !trigger.Child("to").Exists)
            trigger = trigger.Head;
        if (
            !(trigger.Relation is Relation.Xcomp or Relation.Acl && trigger.Child("to").Exists)
            || s_words.Find(trigger.Head.Lemma) is not (>= 0 and var row)
            || !IsPlain(trigger.Head)
        )
            return mention;
        var status = ClassNames.Parse<EventStatus>(s_words.Text(row, s_status));
        return mention with { Status = new Choice<EventStatus>(status, 1, mention.Status.Best, mention.Status.Probability) };
    }

    private static bool IsPlain(Node word)
    {
        foreach (var child in word.Children)
            if (child.Has("Polarity=Neg") || child.IsForm("never") || child.IsForm("if") || child.Xpos == "MD")
                return false;
        return true;
    }
}
