using Parley.Actors;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

/// <summary>Reads the statement that hangs on a noun of speech: "Moscow's claim that …", "a warning from the governor that …".</summary>
internal sealed class NounCueReader(ParsedText parsed, ActorTable actors, CueLexicon cues, SpeakerFinder speakers, ContentExtent extent)
{
    /// <summary>The statement of this noun; null where it has no speaker or no content.</summary>
    public Draft? Read(Node noun)
    {
        if (noun.Upos != Upos.Noun || cues.NounFrames(noun.Lemma) is var frames && frames == CueFrames.None)
            return null;
        var speaker = SpeakerOf(noun);
        if (!speaker.Exists || IsUnreal(noun))
            return null;
        var draft = new Draft
        {
            Cue = noun,
            Clause = noun,
            Speaker = speaker,
            CueWords = new WordRange(noun.Index, noun.Index + 1),
            IsNominal = true,
        };
        return ReadContent(draft) ? draft : null;
    }

    private Node SpeakerOf(Node noun)
    {
        foreach (var child in noun.Children)
        {
            if (child.Relation == Relation.NmodPoss && speakers.CanSpeak(child))
                return child;
            if (child.Relation.Is(Relation.Nmod) && (child.Child("by").Exists || child.Child("from").Exists) && speakers.CanSpeak(child))
                return child;
            if ((child.Relation.Is(Relation.Amod) || child.Relation.Is(Relation.Compound)) && actors.At(child) is not null)
                return child;
        }
        return Node.None;
    }

    /// <summary>A claim that is wanted, planned or absent was not made.</summary>
    private bool IsUnreal(Node noun)
    {
        if (noun.Child("no").Exists || noun.Child("any").Exists)
            return true;
        var verb = noun.Head;
        return verb.Exists && verb.Upos == Upos.Verb && noun.Relation.Is(Relation.Obj) && !SpeechReality.IsReal(verb, cues);
    }

    private bool ReadContent(Draft draft)
    {
        var noun = draft.Cue;
        foreach (var child in noun.Children)
        {
            if (child.Index < noun.Index || child.Index == draft.Speaker.Index)
                continue;
            var frame = FrameOf(child);
            if (frame == CueFrames.None || cues.Noun(noun.Lemma, frame) is not { } act)
                continue;
            var run = new WordRange(StartOf(child, frame), child.Subtree.End);
            draft.Add(extent.Settle(run, draft.CueWords));
            (draft.Act, draft.Frame) = (act, frame);
            return draft.Content.Count > 0;
        }
        return false;
    }

    private static CueFrames FrameOf(Node child)
    {
        if (child.Relation.Is(Relation.AclRelcl))
            return
                child.Child("that").Exists
                && SpeakerFinder.OwnSubject(child).Exists
                && !child.Child("that").Relation.Is(Relation.Nsubj)
                && !child.Child("that").Relation.Is(Relation.Obj)
                ? CueFrames.Clause
                : CueFrames.None;
        if (child.Relation.Is(Relation.Acl) || child.Relation.Is(Relation.Ccomp))
        {
            if (child.Child("to") is { Exists: true } to && to.Index < child.Index)
                return CueFrames.Infinitive;
            return child.Child("that").Exists ? CueFrames.Clause : PrepositionFrame(child);
        }
        return child.Relation.Is(Relation.Nmod) ? PrepositionFrame(child) : CueFrames.None;
    }

    private static CueFrames PrepositionFrame(Node child)
    {
        foreach (var first in child.Children)
            if (first.Index < child.Index && (first.Relation.Is(Relation.Case) || first.Relation.Is(Relation.Mark)))
                return CueTable.Preposition(first.Form);
        return CueFrames.None;
    }

    /// <summary>The first word of the content: behind its preposition.</summary>
    private int StartOf(Node child, CueFrames frame)
    {
        var start = child.Subtree.Start;
        return (frame & CueFrames.Prepositions) != 0 && parsed.UposTags[start] is Upos.Adp or Upos.Sconj ? start + 1 : start;
    }
}
