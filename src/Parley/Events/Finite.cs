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
}
