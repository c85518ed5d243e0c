using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>Tells from its tense whether a verb's deed is done.</summary>
internal static class Finite
{
    /// <summary>True in the past or the present: "provided", "has held", "are giving"; not "will provide", "to hold", "did not give".</summary>
    public static bool IsDone(Node verb)
    {
        if (verb.Upos != Upos.Verb)
            return false;
        var helped = false;
        foreach (var child in verb.Children)
            if (child.Xpos is "MD" or "TO" || child.Has("Polarity=Neg"))
                return false;
            else
                helped |= child.Relation.Is(Relation.Aux);
        return verb.Xpos is "VBD" or "VBZ" or "VBP" || (helped && verb.Xpos is "VBN" or "VBG");
    }

    /// <summary>True for a verb that is not denied, wanted or foretold: "demanded", "demanding"; not "may demand", "to demand".</summary>
    public static bool IsTold(Node verb)
    {
        if (verb.Upos != Upos.Verb)
            return false;
        foreach (var child in verb.Children)
            if (child.Xpos is "MD" or "TO" || child.Has("Polarity=Neg"))
                return false;
        return true;
    }

    /// <summary>How the deed of a verb stands that is still to be done: planned with "will" or "to", possible with another modal; null for others.</summary>
    public static EventStatus? AheadOf(Node verb)
    {
        foreach (var child in verb.Children)
            if (child.Has("Polarity=Neg"))
                return null;
            else if (child.Xpos == "TO" || child.Xpos == "MD" && child.Lemma is "will" or "would" or "shall")
                return EventStatus.Planned;
            else if (child.Xpos == "MD")
                return EventStatus.Possible;
        return null;
    }
}
