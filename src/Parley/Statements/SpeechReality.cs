using Parley.Lexicons;
using Parley.Syntax;

namespace Parley.Statements;

/// <summary>Tells whether a verb of speech was really spoken, or only wished, planned, conditioned or asked about.</summary>
internal static class SpeechReality
{
    private const int MaxSteps = 8;
    private static readonly Lexicon s_unsaid = LexiconSet.Get("lexicons/unsaid-verbs");
    private static readonly int s_over = s_unsaid.Column("over");
    private static readonly Lexicon s_doubting = LexiconSet.Get("lexicons/doubt-verbs");
    private static readonly Lexicon s_naming = LexiconSet.Get("lexicons/naming-verbs");

    /// <summary>False for "may say", "wants to say", "if he says", "after he says", "without saying", "Did he say …?", "nobody said".</summary>
    public static bool IsReal(Node verb, CueLexicon cues)
    {
        if (IsNobody(verb.Subject) || IsSubjectClause(verb) || IsUnsaid(verb))
            return false;
        var node = verb;
        for (var steps = 0; node.Exists && steps < MaxSteps; steps++)
        {
            if (HasUnrealModal(node) || HasUnrealMark(node) || IsQuestion(node))
                return false;
            if (node.IsRoot)
                return !IsInfinitive(node);
            var isComplement = node.Relation.Is(Relation.Xcomp) || (node.Relation.Is(Relation.Advcl) && cues.IsChain(node.Head.Lemma));
            if (IsInfinitive(node) || (isComplement && node.Xpos is "VBG" or "VB"))
            {
                if (!isComplement || !cues.IsChain(node.Head.Lemma))
                    return false;
                node = node.Head;
            }
            else if (node.Relation.Is(Relation.Conj) && !HasOwnFinite(node))
                node = node.Head;
            else
                return true;
        }
        return true;
    }

    /// <summary>True for "nobody", "no one", "none of them", "no official": what none of them said is no statement.</summary>
    private static bool IsNobody(Node subject) =>
        subject.Exists
        && (subject.IsForm("nobody") || subject.IsForm("none") || subject.Child("no") is { Exists: true, Relation: Relation.Det });

    /// <summary>True for "what it suggests is …": a speaker's own inference.</summary>
    private static bool IsSubjectClause(Node verb)
    {
        if (!verb.Relation.Is(Relation.AclRelcl) || !verb.Head.Exists || !verb.Head.IsForm("what") || verb.Head.Index > verb.Index)
            return false;
        return verb.Head.Relation.Is(Relation.Nsubj) && verb.Index + 1 < verb.Sentence.End && verb.Parsed[verb.Index + 1].Lemma == "be";
    }

    /// <summary>True for "did not say", "never said", "cannot confirm".</summary>
    public static bool IsNegated(Node verb)
    {
        foreach (var child in verb.Children)
            if (
                child.Relation.Is(Relation.Advmod)
                && (child.IsForm("not") || child.IsForm("n't") || child.IsForm("n’t") || child.IsForm("never"))
            )
                return true;
        return false;
    }

    /// <summary>True for "stopped short of pledging", "refrained from saying", "retracted its claim": the verb above tells that it was not said, or no longer is.</summary>
    public static bool IsUnsaid(Node word) =>
        word.Relation switch
        {
            Relation.Xcomp or Relation.Advcl or Relation.Obl => IsOver(word.Head, "verb"),
            Relation.Obj => IsOver(word.Head, "noun"),
            _ => false,
        };

    /// <summary>True for "doubt": who doubts that a thing is so neither refuses nor demands it.</summary>
    public static bool IsDoubt(Node verb) => verb.Upos == Upos.Verb && s_doubting.Contains(verb.Lemma);

    /// <summary>True for what is told below a verb of doubt.</summary>
    public static bool IsOfDoubt(Node word)
    {
        for (var (node, steps) = (word.Head, 0); node.Exists && steps < MaxSteps; node = node.Head, steps++)
            if (IsDoubt(node))
                return true;
        return false;
    }

    /// <summary>True for what is given a name: "called the departure a gesture" asks for no departure.</summary>
    public static bool IsNamed(Node word) =>
        word.Relation is Relation.Obj or Relation.NsubjPass
        && word.Head.Exists
        && s_naming.Contains(word.Head.Lemma)
        && (word.Head.Child(Relation.Xcomp).Exists || word.Head.Child(Relation.Obl) is { Exists: true } name && name.Child("as").Exists);

    /// <summary>True for a deed that hangs on words that were not said: "stopped short of pledging to leave".</summary>
    public static bool IsOfUnsaid(Node deed)
    {
        for (var (node, steps) = (deed, 0); node.Exists && steps < MaxSteps; node = node.Head, steps++)
            if (node.Relation != Relation.Obj && IsUnsaid(node))
                return true;
        return false;
    }

    private static bool IsOver(Node verb, string over)
    {
        if (!verb.Exists || verb.Upos != Upos.Verb)
            return false;
        for (var row = s_unsaid.Find(verb.Lemma); row >= 0; row = s_unsaid.Next(row))
            if (s_unsaid.Cell(row, s_over).SequenceEqual(over))
                return true;
        foreach (var child in verb.Children)
            if (
                child.Upos is Upos.Adv or Upos.Adj or Upos.Adp
                && s_unsaid.Find($"{verb.Lemma} {child.Lemma}") is >= 0 and var phrase
                && s_unsaid.Cell(phrase, s_over).SequenceEqual(over)
            )
                return true;
        return false;
    }

    /// <summary>True for "could not" and "cannot": the speaker was unable.</summary>
    public static bool IsUnable(Node verb)
    {
        foreach (var child in verb.Children)
            if (child.Relation.Is(Relation.Aux) && (child.IsForm("could") || child.IsForm("can") || child.IsForm("ca")))
                return IsNegated(verb);
        return false;
    }

    private static bool HasUnrealModal(Node verb)
    {
        foreach (var child in verb.Children)
            if (child.Relation.Is(Relation.Aux) && child.Xpos == "MD")
                return !IsUnable(verb);
        return false;
    }

    private static bool HasUnrealMark(Node verb)
    {
        foreach (var child in verb.Children)
        {
            if (child.Index >= verb.Index)
                break;
            if (child.IsForm("when") || child.IsForm("once") || child.IsForm("after"))
                return verb.Xpos is "VBZ" or "VBP";
            if (!child.Relation.Is(Relation.Mark) && !child.Relation.Is(Relation.Case))
                continue;
            if (
                child.IsForm("if")
                || child.IsForm("unless")
                || child.IsForm("without")
                || child.IsForm("until")
                || child.IsForm("whether")
                || child.IsForm("instead")
            )
                return true;
        }
        return false;
    }

    private static bool IsInfinitive(Node verb)
    {
        foreach (var child in verb.Children)
            if (child.Index < verb.Index && child.IsForm("to") && (child.Relation.Is(Relation.Mark) || child.Relation.Is(Relation.Aux)))
                return true;
        return false;
    }

    private static bool HasOwnFinite(Node verb)
    {
        if (verb.Xpos is "VBD" or "VBZ" or "VBP")
            return true;
        foreach (var child in verb.Children)
            if (child.Relation.Is(Relation.Aux) || child.Relation.Is(Relation.Nsubj))
                return true;
        return false;
    }

    private static bool IsQuestion(Node verb)
    {
        if (!verb.IsRoot)
            return false;
        foreach (var child in verb.Children)
            if (child.Relation.Is(Relation.Aux) && child.Index < verb.Index && SpeakerFinder.OwnSubject(verb) is { Exists: true } subject)
                return child.Index < subject.Index && subject.Index < verb.Index;
        return false;
    }
}
