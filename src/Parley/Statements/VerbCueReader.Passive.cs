using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

internal sealed partial class VerbCueReader
{
    /// <summary>"was quoted as saying A", "the agency quoted him as saying A".</summary>
    private Draft? ReadRelayed(Node verb)
    {
        var quoting = verb.Head;
        if (!quoting.Exists || !(quoting.Lemma is "quote" or "cite") || !verb.Child("as").Exists)
            return null;
        var isPassive = IsPassive(quoting);
        var draft = new Draft
        {
            Cue = verb,
            Clause = quoting,
            Speaker = isPassive ? SpeakerFinder.OwnSubject(quoting) : ObjectOf(quoting),
            Medium = isPassive ? AgentOf(quoting) : speakers.SubjectOf(quoting),
            CueWords = new WordRange(isPassive ? StartOfVerb(quoting) : verb.Index, verb.Index + 1),
        };
        if (!Fits(draft.Speaker, verb))
            draft.Speaker = isPassive ? Beside(quoting) : Node.None;
        if (!draft.Speaker.Exists)
            return null;
        draft.SpeakerWords = isPassive ? SpeakerWordsOf(quoting) : default;
        if (!ReadClause(draft))
        {
            draft.Act = StatementAct.Asserts;
            draft.Frame = CueFrames.Quote;
            ReadRelayedBefore(draft, quoting);
        }
        return draft;
    }

    /// <summary>"the agency said, citing a spokesman": the spokesman speaks, the agency is the venue.</summary>
    private void Cite(Draft draft)
    {
        foreach (var child in draft.Cue.Children)
        {
            if (!(child.Lemma is "cite" or "quote") || child.Xpos != "VBG" || child.Index < draft.Cue.Index)
                continue;
            if (
                ObjectOf(child) is not { Exists: true } source
                || !speakers.CanSpeak(source)
                || SpeakerFinder.IsDocument(source)
                || !speakers.IsMedium(draft.Speaker)
            )
                continue;
            (draft.Medium, draft.Speaker, draft.SpeakerWords) = (draft.Speaker, source, default);
            draft.CueWords = new WordRange(child.Index, child.Index + 1);
            return;
        }
    }

    /// <summary>True for "quoted" in "was quoted as saying".</summary>
    public static bool IsQuoting(Node verb)
    {
        if (verb.Lemma is not ("quote" or "cite"))
            return false;
        foreach (var child in verb.Children)
            if (child.Xpos == "VBG" && child.Child("as").Exists)
                return true;
        return false;
    }

    /// <summary>Who says what is quoted beside this verb: its subject; of a passive ("the envoy was told") the agent, if there is one.</summary>
    public Node QuotedSpeakerOf(Node verb) => verb.Child(Relation.AuxPass).Exists && !IsQuoting(verb) ? AgentOf(verb) : SpeakerOf(verb);

    /// <summary>The cue of a verb, with "was quoted as" before it.</summary>
    public WordRange RelayedCueOf(Node verb) =>
        !verb.IsRoot && IsQuoting(verb.Head) && verb.Child("as").Exists && IsPassive(verb.Head)
            ? new WordRange(StartOfVerb(verb.Head), verb.Index + 1)
            : CueOf(verb);

    /// <summary>“A,” he was quoted as saying: the content stands before, as the complement of the quoting verb or as the clause it is put into.</summary>
    private void ReadRelayedBefore(Draft draft, Node quoting)
    {
        var clause = quoting.Child(Relation.Ccomp);
        if (clause.Exists && clause.Index < quoting.Index)
            Take(draft, extent.RunsOf(clause, Node.None, CoreOf(draft)), StatementAct.Asserts, CueFrames.Quote);
        else if (!quoting.IsRoot && quoting.Relation.Is(Relation.Parataxis))
            Take(draft, extent.RunsOf(quoting.Head, quoting, quoting.Subtree), StatementAct.Asserts, CueFrames.Quote);
    }

    /// <summary>"It was announced that A", "A truce was demanded by B", "B was accused by C of lying".</summary>
    private Draft? ReadPassive(Node verb)
    {
        if (!Applies(StatementRules.Passives))
            return null;
        var agent = AgentOf(verb);
        var draft = new Draft
        {
            Cue = verb,
            Clause = verb,
            Speaker = agent,
            CueWords = CueOf(verb),
        };
        if (agent.Exists && !speakers.CanSpeak(agent))
            return null;
        var subject = PassiveSubjectOf(verb);
        if (!subject.Exists || subject.IsForm("it"))
            return ReadImpersonal(draft) ? draft : null;
        if (verb.Relation.Is(Relation.Acl) && !verb.Relation.Is(Relation.AclRelcl))
            return null;
        return (agent.Exists ? ReadPassiveObject(draft, subject, agent) : ReadHidden(draft, subject)) ? draft : null;
    }

    /// <summary>"It was announced that A", "A, it was announced".</summary>
    private bool ReadImpersonal(Draft draft)
    {
        var verb = draft.Cue;
        var clause = verb.Child(Relation.Ccomp) is { Exists: true } complement ? complement : verb.Child(Relation.Csubj);
        if (!draft.Speaker.Exists && !verb.Child(Relation.AuxPass).Exists && !HasBe(verb))
            return false;
        if (!clause.Exists)
            return verb.Relation.Is(Relation.Parataxis) && ReadParenthesis(draft);
        return clause.Index > verb.Index
            && !IsInfinitive(clause)
            && cues.Verb(verb.Lemma, CueFrames.Clause) is { } act
            && Take(draft, extent.RunsOf(clause, Node.None, draft.CueWords), act, CueFrames.Clause);
    }

    /// <summary>"The villagers were told that A", "He was urged to leave", "The general is said to have fled": nobody is named who says so.</summary>
    private bool ReadHidden(Draft draft, Node subject)
    {
        var verb = draft.Cue;
        if (subject.Index > verb.Index || verb.Relation.Is(Relation.AclRelcl) || !verb.Child(Relation.AuxPass).Exists)
            return false;
        foreach (var child in verb.Children)
        {
            if (child.Index < verb.Index)
                continue;
            if (child.Relation.Is(Relation.Ccomp) && child.Child("that").Exists && speakers.CanSpeak(subject))
                return cues.Verb(verb.Lemma, CueFrames.Clause) is { } told
                    && Take(draft, extent.RunsOf(child, Node.None, draft.CueWords), told, CueFrames.Clause);
            if (!child.Relation.Is(Relation.Xcomp) || !IsInfinitive(child))
                continue;
            return (cues.Verb(verb.Lemma, CueFrames.ObjectInfinitive) ?? cues.Verb(verb.Lemma, CueFrames.Clause)) is { } act
                && Take(draft, [speakers.PhraseOf(subject), child.Subtree], act, CueFrames.ObjectInfinitive);
        }
        return false;
    }

    private bool ReadPassiveObject(Draft draft, Node subject, Node agent)
    {
        var verb = draft.Cue;
        const CueFrames objects =
            CueFrames.Object | CueFrames.ObjectOf | CueFrames.ObjectInfinitive | CueFrames.ObjectFor | CueFrames.ObjectAs;
        if (cues.Verb(verb.Lemma, objects) is not { } act)
            return false;
        var runs = new List<WordRange> { speakers.PhraseOf(subject) };
        foreach (var child in verb.Children)
            if (
                child.Index > verb.Index
                && child.Index != agent.Index
                && (IsInfinitive(child) || WithObject(PrepositionOf(child)) != CueFrames.None)
            )
                runs.Add(child.Subtree);
        return Take(draft, runs, act, CueFrames.Object);
    }

    private static bool HasBe(Node verb)
    {
        foreach (var child in verb.Children)
            if (child.Relation.Is(Relation.Aux) && child.Lemma == "be")
                return true;
        return false;
    }

    private static Node PassiveSubjectOf(Node verb) => SpeakerFinder.OwnSubject(verb);

    private static Node AgentOf(Node verb)
    {
        foreach (var child in verb.Children)
            if (
                child.Relation == Relation.OblAgent
                || (child.Relation.Is(Relation.Obl) && child.Child("by").Exists && child.Index > verb.Index)
            )
                return child;
        return Node.None;
    }

    private static bool IsPassive(Node verb)
    {
        foreach (var child in verb.Children)
            if (child.Relation == Relation.AuxPass || child.Relation == Relation.NsubjPass || child.Relation == Relation.CsubjPass)
                return true;
        if (verb.Relation == Relation.Acl && verb.Xpos is "VBN" or "VBD")
            return true;
        if (verb.Child(Relation.Nsubj) is { Exists: true } subject && subject.Relation == Relation.Nsubj)
            return false;
        return verb.Xpos == "VBN" && !verb.Child(Relation.Aux).Exists && !verb.Relation.Is(Relation.Conj);
    }

    private static int StartOfVerb(Node verb)
    {
        foreach (var child in verb.Children)
            if (child.Relation.Is(Relation.AuxPass) && child.Index < verb.Index)
                return child.Index;
        return verb.Index;
    }
}
