using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

internal sealed partial class VerbCueReader
{
    /// <summary>"promised to leave", "urged them to leave", "called on them to leave", "denied shelling", "called it a trap", "described it as a trap".</summary>
    private bool ReadInfinitive(Draft draft)
    {
        var verb = draft.Cue;
        var target = ObjectOf(verb);
        foreach (var child in verb.Children)
        {
            if (child.Index < verb.Index)
                continue;
            if (IsInfinitive(child) && IsComplementClause(child) && ReadToInfinitive(draft, child, target))
                return true;
            if (!child.Relation.Is(Relation.Xcomp) && !child.Relation.Is(Relation.Ccomp))
                continue;
            if (child.Xpos == "VBG" && !child.Child("as").Exists && cues.Verb(verb.Lemma, CueFrames.Gerund) is { } gerund)
                return Take(draft, extent.RunsOf(child, Node.None, CoreOf(draft)), gerund, CueFrames.Gerund);
            if (
                (target.Exists || SpeakerFinder.OwnSubject(child).Exists || HoldsQuotation(child.Subtree))
                && !child.Child("as").Exists
                && child.Child(Relation.Mark) is { Exists: false }
                && cues.Verb(verb.Lemma, CueFrames.ObjectComplement) is { } complement
            )
                return TakeFrom(draft, target, child, complement, CueFrames.ObjectComplement);
        }
        return false;
    }

    private bool ReadToInfinitive(Draft draft, Node infinitive, Node target)
    {
        var verb = draft.Cue;
        if (target.Exists && target.Index < infinitive.Index && cues.Verb(verb.Lemma, CueFrames.ObjectInfinitive) is { } act)
            return TakeFrom(draft, target, infinitive, act, CueFrames.ObjectInfinitive);
        if (
            SpeakerFinder.OwnSubject(infinitive) is { Exists: true } subject
            && cues.Verb(verb.Lemma, CueFrames.ObjectInfinitive) is { } other
        )
            return TakeFrom(draft, subject, infinitive, other, CueFrames.ObjectInfinitive);
        foreach (var oblique in verb.Children)
            if (!target.Exists && oblique.Relation.Is(Relation.Obl) && oblique.Index > verb.Index && oblique.Index < infinitive.Index)
                if (WithInfinitive(oblique) is { } frame && frame != CueFrames.None && cues.Verb(verb.Lemma, frame) is { } appeal)
                    return TakeBehindPreposition(draft, oblique, infinitive, appeal, frame);
        if (target.Exists && target.Index < infinitive.Index)
            return false;
        return !infinitive.Child(Relation.AuxPass).Exists
            && cues.Verb(verb.Lemma, CueFrames.Infinitive) is { } promise
            && Take(draft, extent.RunsOf(infinitive, Node.None, CoreOf(draft)), promise, CueFrames.Infinitive);
    }

    /// <summary>"accused them of lying", "blamed them for it", "called for calm", "warned of famine".</summary>
    private bool ReadPrepositions(Draft draft)
    {
        var verb = draft.Cue;
        var target = ObjectOf(verb);
        foreach (var child in verb.Children)
        {
            if (child.Index < verb.Index || PrepositionOf(child) is not { Exists: true } preposition)
                continue;
            if (target.Exists && target.Index < child.Index)
            {
                if (WithObject(preposition) is var frame && frame != CueFrames.None && cues.Verb(verb.Lemma, frame) is { } act)
                    return TakeFrom(draft, target, child, act, frame);
            }
            else if (!target.Exists && preposition.IsForm("as") && cues.Verb(verb.Lemma, CueFrames.ObjectAs) is { } described)
                return Take(draft, Behind(child, preposition), described, CueFrames.ObjectAs);
            else if (
                CueTable.Preposition(preposition.Form) is var plain
                && plain != CueFrames.None
                && cues.Verb(verb.Lemma, plain) is { } act
            )
            {
                var inner = InfinitiveBelow(child);
                if (WithInfinitive(child) is { } onTo && inner.Exists && cues.Verb(verb.Lemma, onTo) is { } appeal)
                    return TakeBehindPreposition(draft, child, inner, appeal, onTo);
                return TakeBehindPreposition(draft, child, child, act, plain);
            }
            else if (
                WithInfinitive(child) is { } frame
                && InfinitiveBelow(child) is { Exists: true } infinitive
                && cues.Verb(verb.Lemma, frame) is { } appeal
            )
                return TakeBehindPreposition(draft, child, infinitive, appeal, frame);
        }
        return target.Exists && ReadPrepositionBelow(draft, target);
    }

    /// <summary>The same where the tree hangs the preposition on the object.</summary>
    private bool ReadPrepositionBelow(Draft draft, Node target)
    {
        foreach (var child in target.Children)
        {
            if (child.Index < target.Index || PrepositionOf(child) is not { Exists: true } preposition)
                continue;
            var frame = WithObject(preposition);
            if (frame is CueFrames.ObjectOf or CueFrames.ObjectFor or CueFrames.ObjectAs && cues.Verb(draft.Cue.Lemma, frame) is { } act)
                return TakeFrom(draft, target, child, act, frame);
        }
        return false;
    }

    /// <summary>"demanded a truce", "condemned the raid".</summary>
    private bool ReadObject(Draft draft)
    {
        var target = ObjectOf(draft.Cue);
        var frames = SpeakerFinder.IsDocument(draft.Speaker) ? CueFrames.Object | CueFrames.DocumentObject : CueFrames.Object;
        if (!target.Exists || target.Index < draft.Cue.Index || cues.Verb(draft.Cue.Lemma, frames) is not { } act)
            return false;
        if (target.Upos is Upos.Pron or Upos.Det && quotations.IndexAt(target.Index) < 0 || times.At(target) is not null)
            return false;
        if (PointsBack(target))
            return false;
        if (cues.IsDeed(draft.Cue.Lemma, target.Lemma, speakers.CanSpeak(target) && !SpeakerFinder.IsDocument(target)))
            return false;
        return Take(draft, extent.RunsOf(target, Node.None, CoreOf(draft)), act, CueFrames.Object);
    }

    /// <summary>"these claims", "no details": nothing is told by them.</summary>
    private static bool PointsBack(Node target)
    {
        foreach (var child in target.Children)
            if (
                child.Relation.Is(Relation.Det)
                && (child.IsForm("this") || child.IsForm("these") || child.IsForm("those") || child.IsForm("no"))
            )
                return true;
        return false;
    }

    private bool TakeFrom(Draft draft, Node first, Node last, StatementAct act, CueFrames frame)
    {
        var cut = Continuation(last, draft.Cue);
        var end = cut.Exists ? Math.Min(last.Subtree.End, cut.Subtree.Start) : last.Subtree.End;
        var start = first.Exists && first.Index > draft.Cue.Index ? first.Subtree.Start : last.Subtree.Start;
        start = Math.Max(start, draft.CueWords.End);
        return end > start && Take(draft, [new WordRange(start, end)], act, frame);
    }

    /// <summary>Takes the words behind a preposition, which joins the cue where it stands next to it.</summary>
    private bool TakeBehindPreposition(Draft draft, Node phrase, Node last, StatementAct act, CueFrames frame)
    {
        var preposition = PrepositionOf(phrase);
        // "warned against a deal" is no demand for it.
        var isContent =
            frame is CueFrames.To or CueFrames.On or CueFrames.At or CueFrames.With
            || (frame == CueFrames.Against && act == StatementAct.Demands);
        if (preposition.Index == draft.CueWords.End && !isContent)
            draft.CueWords = new WordRange(draft.CueWords.Start, preposition.Index + 1);
        return Take(
            draft,
            [new WordRange(isContent ? preposition.Index : preposition.Index + 1, Math.Max(phrase.Subtree.End, last.Subtree.End))],
            act,
            frame
        );
    }

    private static List<WordRange> Behind(Node phrase, Node preposition) => [new WordRange(preposition.Index + 1, phrase.Subtree.End)];

    /// <summary>The preposition that begins a phrase or a gerund clause.</summary>
    private static Node PrepositionOf(Node phrase)
    {
        foreach (var child in phrase.Children)
        {
            if (child.Index > phrase.Index)
                break;
            if (child.Relation.Is(Relation.Case) || (child.Relation.Is(Relation.Mark) && !child.IsForm("to") && !child.IsForm("that")))
                return child;
        }
        return Node.None;
    }

    private static CueFrames WithObject(Node preposition) =>
        !preposition.Exists
            ? CueFrames.None
            : preposition.Form switch
            {
                "of" => CueFrames.ObjectOf,
                "for" => CueFrames.ObjectFor,
                "as" => CueFrames.ObjectAs,
                "with" => CueFrames.ObjectWith,
                "on" => CueFrames.ObjectOn,
                "to" => CueFrames.ObjectTo,
                "against" => CueFrames.ObjectAgainst,
                _ => CueFrames.None,
            };

    private static CueFrames? WithInfinitive(Node oblique) =>
        PrepositionOf(oblique) is { Exists: true } preposition
            ? preposition.Form switch
            {
                "on" or "upon" => CueFrames.OnInfinitive,
                "to" => CueFrames.ToInfinitive,
                "with" => CueFrames.WithInfinitive,
                _ => null,
            }
            : null;

    private static Node ObjectOf(Node verb)
    {
        foreach (var child in verb.Children)
            if (child.Relation.Is(Relation.Obj) || child.Relation.Is(Relation.Iobj))
                return child;
        return Node.None;
    }

    private static Node InfinitiveBelow(Node node)
    {
        foreach (var child in node.Children)
            if (child.Index > node.Index && IsInfinitive(child))
                return child;
        return Node.None;
    }

    private static bool IsComplementClause(Node node) =>
        node.Relation.Is(Relation.Xcomp)
        || node.Relation.Is(Relation.Ccomp)
        || node.Relation.Is(Relation.Advcl)
        || node.Relation.Is(Relation.Csubj);

    private static bool IsInfinitive(Node verb)
    {
        foreach (var child in verb.Children)
            if (child.Index < verb.Index && child.IsForm("to") && child.Relation.Is(Relation.Mark))
                return true;
        return false;
    }
}
