using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

internal sealed partial class VerbCueReader
{
    /// <summary>A participle of speech behind a comma that goes on with the main clause's speaker, and is no part of what he said before.</summary>
    private Node Continuation(Node clause, Node verb)
    {
        var hull = clause.Subtree;
        for (var word = Math.Max(hull.Start, verb.Index) + 1; word < hull.End; word++)
        {
            var node = parsed[word];
            if (SpeaksAgainst(node, clause))
                return node;
            if (GoesOnAsConjunct(node, clause, verb))
            {
                _continued[word] = verb;
                return node;
            }
            if (parsed.XposTags[word] != "VBG" || parsed.Tokens.Form(word - 1) is not "," || !s_continuations.Contains(parsed.Lemmas[word]))
                continue;
            if (word + 1 < hull.End && parsed.Tokens.Form(word + 1) is "to" or "up")
                continue;
            if (
                quotations.IndexAt(word) >= 0
                || !(node.Head.Index == clause.Index || IsConjunct(node.Head, clause) || !speakers.CanSpeak(node.Head))
            )
                continue;
            _continued[word] = verb;
            return node;
        }
        return Node.None;
    }

    /// <summary>"said the bridge was closed and warned that …": a second finite verb of speech without a subject of its own.</summary>
    private bool GoesOnAsConjunct(Node node, Node clause, Node verb)
    {
        if (
            node.IsRoot
            || !node.Relation.Is(Relation.Conj)
            || node.Upos != Upos.Verb
            || node.Xpos is not ("VBD" or "VBZ" or "VBP" or "VBN")
        )
            return false;
        if (node.Head.Index != clause.Index && !IsConjunct(node.Head, clause))
            return false;
        if (
            (cues.VerbFrames(node.Lemma) & CueFrames.Clause) == 0
            || SpeakerFinder.OwnSubject(node).Exists
            || !node.Child(Relation.Ccomp).Exists
        )
            return false;
        return node.Lemma == verb.Lemma || !speakers.CanSpeak(SpeakerFinder.OwnSubject(clause));
    }

    /// <summary>"X says A, while Y says B": Y's words are no part of what X says.</summary>
    private bool SpeaksAgainst(Node node, Node clause)
    {
        if (
            !node.Relation.Is(Relation.Advcl)
            || node.Upos != Upos.Verb
            || !node.Head.Exists
            || !node.Head.IsWithin(clause)
            || quotations.IndexAt(node.Index) >= 0
        )
            return false;
        if (!(node.Child("while") is { Exists: true } || node.Child("whereas") is { Exists: true }) || node.Xpos is "VBG")
            return false;
        return (cues.VerbFrames(node.Lemma) & CueFrames.Clause) != 0
            && speakers.CanSpeak(SpeakerFinder.OwnSubject(node))
            && node.Child(Relation.Ccomp).Exists;
    }

    private static bool IsConjunct(Node node, Node clause) =>
        node.Exists
        && node.Head.Exists
        && node.Head.Index == clause.Index
        && (node.Relation.Is(Relation.Conj) || node.Relation.Is(Relation.Xcomp));
}
