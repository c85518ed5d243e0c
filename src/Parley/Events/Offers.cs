using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>Tells what a party offers to do, or says it is ready for, from what is merely possible: <c>rules/events/offers</c>.</summary>
internal static class Offers
{
    private static readonly Lexicon s_words = LexiconSet.Get("rules/events/offers");

    /// <summary>The status that codes and scores go by: a possible deed that its doer offers counts as planned.</summary>
    public static EventStatus Standing(Node trigger, EventStatus status) =>
        status == EventStatus.Possible && IsOffered(trigger) ? EventStatus.Planned : status;

    /// <summary>True for a deed, friendly or not, that its doer offers: "offered to send troops", "ready to host talks".</summary>
    public static bool IsOffered(Node trigger)
    {
        if (!trigger.Relation.Is(Relation.Obj))
            return IsBelow(trigger);
        return IsBelow(trigger) || trigger.Head.Upos == Upos.Verb && IsBelow(trigger.Head);
    }

    private static bool IsBelow(Node trigger)
    {
        if (
            !trigger.Relation.Is(Relation.Xcomp)
            && !trigger.Relation.Is(Relation.Obj)
            && !trigger.Relation.Is(Relation.Ccomp)
            && !trigger.Relation.Is(Relation.Acl)
            && !trigger.Relation.Is(Relation.Advcl)
        )
            return false;
        var word = trigger.Head;
        if (!word.Exists || s_words.Find(word.Lemma) < 0 && s_words.Find(word.Form) < 0)
            return false;
        foreach (var child in word.Children)
            if (child.Has("Polarity=Neg"))
                return false;
        return true;
    }
}
