using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;

namespace Parley.Statements;

/// <summary>Reads the statement that hangs on a verb of speech.</summary>
internal sealed partial class VerbCueReader(
    ParsedText parsed,
    TimeTable times,
    CueLexicon cues,
    SpeakerFinder speakers,
    ContentExtent extent,
    QuotationTable quotations,
    Datelines datelines,
    StatementRules rules
)
{
    private static readonly Lexicon s_continuations = LexiconSet.Get("lexicons/cue-continuations");
    private readonly Dictionary<int, Node> _continued = [];
    private static readonly Lexicon s_comments = LexiconSet.Get("lexicons/comment-openers");
    private readonly HashSet<int> _read = [];
    private Draft? _lastRead;
    private readonly SpeakerBeside _beside = new(parsed, times, speakers);

    /// <summary>The statement of this verb; null where it reports none, or its content stands in quotation marks elsewhere.</summary>
    public Draft? Read(Node verb)
    {
        if (verb.Upos != Upos.Verb)
            return null;
        var (partner, row) = Applies(StatementRules.Phrases) ? cues.Phrase(verb) : (Node.None, -1);
        var frames = cues.VerbFrames(verb.Lemma);
        if (row < 0 && frames == CueFrames.None && !IsUnknownVerbOfSpeech(verb))
            return null;
        if (!SpeechReality.IsReal(verb, cues))
            return null;
        var draft =
            ReadRelayed(verb)
            ?? (IsPassive(verb) ? ReadPassive(verb) : ReadActive(verb, partner, row))
            ?? (Applies(StatementRules.Clauses) ? ReadPlain(verb) : null);
        if (draft is not { Content.Count: > 0 } || !Weigh(draft))
            return null;
        draft.FoundBy =
            row >= 0 ? StatementRules.Phrases
            : (draft.Frame & (CueFrames.Clause | CueFrames.Quote)) != 0 ? StatementRules.Clauses
            : StatementRules.Complements;
        _read.Add(verb.Index);
        return _lastRead = draft;
    }

    private Draft? ReadActive(Node verb, Node partner, int row)
    {
        var subject = SpeakerOf(verb);
        if (!Fits(subject, verb))
            return null;
        var draft = new Draft
        {
            Cue = verb,
            Clause = verb,
            Speaker = subject,
            SpeakerWords = SpeakerWordsOf(verb),
            CueWords = CueOf(verb),
        };
        var (clauses, complements) = (Applies(StatementRules.Clauses), Applies(StatementRules.Complements));
        var isRead =
            (row >= 0 && ReadPhrase(draft, partner, row))
            || (clauses && (ReadAsClause(draft) || ReadClause(draft) || ReadParenthesis(draft)))
            || (complements && (ReadInfinitive(draft) || ReadPrepositions(draft)))
            || (clauses && ReadThat(draft))
            || (complements && ReadObject(draft));
        if (isRead)
            Cite(draft);
        return isRead ? draft : null;
    }

    private bool Applies(StatementRules group) => (rules & group) != 0;

    /// <summary>The verb with its particle.</summary>
    public WordRange CueOf(Node verb)
    {
        var end = verb.Index + 1;
        if (end < parsed.Count && parsed.RelationTags[end] == Relation.CompoundPrt && parsed.Heads[end] == verb.Index)
            end++;
        return new WordRange(verb.Index, end);
    }

    /// <summary>The words from subject to cue: what a content can never take in.</summary>
    private WordRange CoreOf(Draft draft)
    {
        var (start, end) = (draft.CueWords.Start, draft.CueWords.End);
        if (draft.SpeakerWords.Length > 0)
            (start, end) = (Math.Min(start, draft.SpeakerWords.Start), Math.Max(end, draft.SpeakerWords.End));
        else if (draft.Speaker.Exists && draft.Speaker.Head is { Exists: true } head && head.Index == draft.Cue.Index)
        {
            var phrase = speakers.PhraseOf(draft.Speaker);
            (start, end) = (Math.Min(start, phrase.Start), Math.Max(end, phrase.End));
        }
        return new WordRange(start, end);
    }

    /// <summary>A denied verb of speech reports nothing, unless the denial itself says something.</summary>
    public static bool Weigh(Draft draft)
    {
        if (!SpeechReality.IsNegated(draft.Cue))
            return true;
        draft.IsNegated = true;
        switch (draft.Act)
        {
            case StatementAct.Confirms or StatementAct.Denies or StatementAct.Rejects:
                draft.Act = StatementAct.Doubts;
                return true;
            case StatementAct.Doubts:
                draft.Act = StatementAct.Asserts;
                return true;
            default:
                draft.Act = StatementAct.Doubts;
                return SpeechReality.IsUnable(draft.Cue) && draft.Frame == CueFrames.Clause;
        }
    }

    private bool IsUnknownVerbOfSpeech(Node verb)
    {
        if (cues.IsMind(verb.Lemma))
            return false;
        var saysThat = false;
        foreach (var child in verb.Children)
            if (child.Relation.Is(Relation.Ccomp) && child.Index > verb.Index)
                saysThat = child.Child("that").Exists;
            else if (child.Lemma == "be" || child.Relation.Is(Relation.Obj))
                return false;
        return saysThat && SpeakerFinder.OwnSubject(verb).Exists;
    }
}
