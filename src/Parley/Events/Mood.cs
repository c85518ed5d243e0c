using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Events;

/// <summary>How a verb stands by its own form: tense, aspect, modals, negation, "if".</summary>
internal static class Mood
{
    /// <summary>How the deed of a verb stands by its own clause alone.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="reported">True inside what someone says, where the past continuous is the present of the saying.</param>
    public static EventStatus Of(Node verb, bool reported)
    {
        if (IsConditional(verb))
            return EventStatus.Hypothetical;
        var carrier = Carrier(verb);
        var modal = Modal(carrier);
        if (IsNegated(verb) || (carrier.Index != verb.Index && IsNegated(carrier)))
            return modal is "will" or "would" or "wo" or "'ll" or "shall" ? EventStatus.Refused : EventStatus.Denied;
        // "the talks are to be held in May"
        if (
            verb.Relation is not (Relation.Xcomp or Relation.Advcl or Relation.Acl)
            && Clause.IsToInfinitive(verb)
            && Auxiliary(verb, "be") is { Exists: true } be
            && be.Has("VerbForm=Fin")
        )
            return EventStatus.Planned;
        switch (modal)
        {
            case "will" or "wo" or "'ll" or "shall":
                return EventStatus.Planned;
            case "would" or "'d":
                return reported ? EventStatus.Planned : EventStatus.Possible;
            case "can" or "ca" or "could" or "may" or "might":
                return EventStatus.Possible;
            case "should" or "must" or "ought":
                return EventStatus.Demanded;
        }
        return verb.Relation is Relation.Xcomp or Relation.Ccomp && !HasOwnTense(verb)
            ? EventStatus.Happened
            : Tense(verb, carrier, reported);
    }

    /// <summary>True when "not", "never" or the like stands at the word.</summary>
    public static bool IsNegated(Node node)
    {
        foreach (var child in node.Children)
        {
            if (
                child.Relation == Relation.Advmod
                && (
                    child.IsForm("not")
                    || child.IsForm("n't")
                    || child.IsForm("never")
                    || child.IsForm("n\u2019t")
                    || child.IsForm("neither")
                    || child.IsForm("nor")
                )
            )
                return true;
            if (child.Relation == Relation.Advmod && child.IsForm("longer") && child.Child("no").Exists)
                return true;
            if (child.Relation is Relation.Det && (child.IsForm("no") || child.IsForm("neither")))
                return true;
            if (child.Relation is Relation.Cc or Relation.CcPreconj && (child.IsForm("nor") || child.IsForm("neither")))
                return true;
            if (child.Relation is Relation.Case or Relation.Mark && child.IsForm("without"))
                return true;
        }
        return false;
    }

    private static EventStatus Tense(Node verb, Node carrier, bool reported)
    {
        var continuous = verb.Xpos == "VBG";
        var be = Auxiliary(carrier, "be");
        if (continuous && be.Exists)
        {
            if (be.Has("Tense=Past") && !reported && !be.IsForm("been"))
                return EventStatus.Happened;
            return EventStatus.Ongoing;
        }
        if (continuous)
            return verb.Relation is Relation.Acl && !Clause.Marker(verb).Exists ? EventStatus.Ongoing : EventStatus.Happened;
        if (Auxiliary(carrier, "have").Exists)
            return EventStatus.Happened;
        if (verb.Xpos == "VBN" && be.Exists && be.Has("Tense=Pres"))
            return EventStatus.Ongoing;
        var present = verb.Xpos is "VBZ" or "VBP" && !verb.Has("Tense=Past");
        return present && !IsHeadline(verb) ? EventStatus.Ongoing : EventStatus.Happened;
    }

    private static bool HasOwnTense(Node verb) =>
        verb.Xpos is "VBD" or "VBZ" or "VBP" || Clause.Subject(verb).Exists && verb.Subject.Exists || verb.Child(Relation.Aux).Exists;

    /// <summary>The verb whose auxiliaries count: of verbs joined by "and", the first where the later has none of its own.</summary>
    private static Node Carrier(Node verb)
    {
        for (
            var steps = 0;
            steps < 6 && verb.Relation == Relation.Conj && verb.Head.Exists && verb.Head.Upos is Upos.Verb or Upos.Aux;
            steps++
        )
        {
            if (
                verb.Subject.Exists
                || verb.Child(Relation.Aux).Exists
                || verb.Child(Relation.AuxPass).Exists
                || verb.Xpos is "VBD" or "VBZ" or "VBP"
            )
                return verb;
            verb = verb.Head;
        }
        return verb;
    }

    private static string Modal(Node verb)
    {
        foreach (var child in verb.Children)
            if (child.Relation == Relation.Aux && child.Xpos == "MD")
                return child.Form.ToString().ToLowerInvariant().Replace('\u2019', '\'');
        return "";
    }

    private static Node Auxiliary(Node verb, string lemma)
    {
        foreach (var child in verb.Children)
            if (child.Relation.Is(Relation.Aux) && child.Lemma == lemma)
                return child;
        return Node.None;
    }

    private static bool IsConditional(Node verb)
    {
        foreach (var child in verb.Children)
        {
            // "refused to leave until the governor resigns"
            if (child.Relation == Relation.Mark && child.IsForm("until") && (verb.Xpos is "VBZ" or "VBP"))
                return true;
            if (child.Relation == Relation.Mark && (child.IsForm("if") || child.IsForm("unless") || child.IsForm("whether")))
                return true;
            if (
                verb.Relation == Relation.Advcl
                && child.Relation == Relation.Aux
                && child.IsForm("should")
                && child.Index == verb.Subtree.Start
            )
                return true;
        }
        return false;
    }

    private static bool IsHeadline(Node verb) => Blocks.KindAt(verb) is BlockKind.Heading or BlockKind.Caption;
}
