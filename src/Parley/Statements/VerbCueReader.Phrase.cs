using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

internal sealed partial class VerbCueReader
{
    /// <summary>"made clear that A", "gave an undertaking to leave", "cast doubt on the pledge", "set out a framework".</summary>
    private bool ReadPhrase(Draft draft, Node partner, int row)
    {
        var verb = draft.Cue;
        if (partner.Index < verb.Index)
            return false;
        if (partner.Relation.Is(Relation.Obj) && cues.PhraseAct(row, CueFrames.Object) is { } act)
            return Take(draft, extent.RunsOf(partner, Node.None, CoreOf(draft)), act, CueFrames.Object);
        draft.CueWords = new WordRange(verb.Index, partner.Index <= verb.Index + 8 ? partner.Index + 1 : verb.Index + 1);
        return ReadPhraseOf(draft, partner, row) || ReadPhraseOf(draft, verb, row) || Undo(draft);
    }

    private static WordRange Behind(Node clause, int start) => new(Math.Max(start, clause.Subtree.Start), clause.Subtree.End);

    private bool Undo(Draft draft)
    {
        draft.CueWords = CueOf(draft.Cue);
        return false;
    }

    private bool ReadPhraseOf(Draft draft, Node holder, int row)
    {
        foreach (var child in holder.Children)
        {
            if (child.Index < draft.CueWords.Start || draft.CueWords.Contains(child.Index))
                continue;
            if (ReadPhraseComplement(draft, holder, child, row))
                return true;
        }
        return false;
    }

    private bool ReadPhraseComplement(Draft draft, Node holder, Node child, int row)
    {
        var core = CoreOf(draft);
        if (IsInfinitive(child))
            return cues.PhraseAct(row, CueFrames.Infinitive) is { } promise
                && Take(draft, [Behind(child, draft.CueWords.End)], promise, CueFrames.Infinitive);
        if (child.Relation.Is(Relation.Ccomp) || (child.Relation.Is(Relation.Acl) && child.Child("that").Exists))
            return cues.PhraseAct(row, CueFrames.Clause) is { } clause
                && Take(draft, extent.RunsOf(child, Continuation(child, draft.Cue), core), clause, CueFrames.Clause);
        if (PrepositionOf(child) is { Exists: true } preposition)
            return CueTable.Preposition(preposition.Form) is var frame
                && frame != CueFrames.None
                && cues.PhraseAct(row, frame) is { } act
                && Take(
                    draft,
                    [new WordRange(frame is CueFrames.On or CueFrames.At ? preposition.Index : preposition.Index + 1, child.Subtree.End)],
                    act,
                    frame
                );
        if (child.Relation.Is(Relation.Obj) && holder.Index == draft.Cue.Index)
            return cues.PhraseAct(row, CueFrames.Object) is { } target
                && child.Upos is not (Upos.Pron or Upos.Det)
                && Take(draft, extent.RunsOf(child, Node.None, core), target, CueFrames.Object);
        if (child.Xpos == "VBG" && child.Relation.Is(Relation.Xcomp))
            return cues.PhraseAct(row, CueFrames.Gerund) is { } gerund
                && Take(draft, extent.RunsOf(child, Node.None, core), gerund, CueFrames.Gerund);
        return false;
    }
}
