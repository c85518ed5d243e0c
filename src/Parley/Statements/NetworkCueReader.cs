using System.Collections.Immutable;
using Parley.Mentions;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

/// <summary>Adds the statements that the rules missed and of whose cue the network is sure, with the network's speakers and content: nouns of speech, sentences whose tree went wrong.</summary>
/// <remarks>What the rules read stands: where both find a statement their extents and speakers are the better ones (<c>docs/decisions/statements-network.md</c>).</remarks>
internal sealed class NetworkCueReader(
    ParsedText parsed,
    QuotationTable quotations,
    CueLexicon cues,
    SpeakerFinder speakers,
    ContentExtent extent,
    VerbCueReader verbs
)
{
    /// <summary>Runs of a content with no more words between them are one: a mark, a word of which the network is less sure.</summary>
    private const int Hole = 2;

    /// <summary>Words between the beginnings of two statements that may be one.</summary>
    private const int Reach = 300;

    /// <summary>Adds to <paramref name="drafts"/> what <paramref name="mentions"/> say besides.</summary>
    public void Read(ImmutableArray<StatementMention> mentions, List<Draft> drafts)
    {
        var taken = new HashSet<int>();
        foreach (var draft in drafts)
        {
            taken.Add(draft.Cue.Index);
            taken.Add(draft.Clause.Index);
            for (var word = draft.CueWords.Start; word < draft.CueWords.End; word++)
                taken.Add(word);
        }
        var found = new List<Draft>();
        foreach (var mention in mentions)
            if (
                !taken.Contains(mention.Word)
                && mention.Probability >= LeastFor(parsed[mention.Word])
                && IsRead(mention.Word)
                && IsSaid(parsed[mention.Word])
                && Start(mention) is { Content.Count: > 0 } draft
                && !IsBareObject(draft)
                && VerbCueReader.Weigh(draft)
                && !drafts.Exists(other => Math.Abs(other.Start - draft.Start) <= Reach && SaysTheSame(draft, other))
            )
                found.Add(draft);
        drafts.AddRange(found);
    }

    /// <summary>How sure the network must be of this cue.</summary>
    private float LeastFor(Node cue)
    {
        if (cue.Upos == Upos.Noun)
            return cues.NounFrames(cue.Lemma) != CueFrames.None ? NetworkTrust.KnownNoun : NetworkTrust.OtherCue;
        if (cues.VerbFrames(cue.Lemma) != CueFrames.None || (cue.Upos == Upos.Verb && cues.Phrase(cue).Row >= 0))
            return NetworkTrust.KnownVerb;
        return cues.IsMind(cue.Lemma) ? float.PositiveInfinity : NetworkTrust.OtherCue;
    }

    /// <summary>False for what was not really said ("if he says", "nobody said") and for deeds ("denied him a visa"): on these the rules know more.</summary>
    private bool IsSaid(Node cue)
    {
        if (cue.Upos != Upos.Verb)
            return !SpeechReality.IsUnsaid(cue);
        if (!SpeechReality.IsReal(cue, cues))
            return false;
        foreach (var child in cue.Children)
            if (
                (child.Relation.Is(Relation.Obj) || child.Relation.Is(Relation.Iobj))
                && cues.IsDeed(cue.Lemma, child.Lemma, speakers.CanSpeak(child))
            )
                return false;
        return true;
    }

    /// <summary>"called his brother": a bare object of a known verb that reports no object.</summary>
    private bool IsBareObject(Draft draft)
    {
        var cue = draft.Cue;
        if (draft.Content.Count != 1 || cues.VerbFrames(cue.Lemma) == CueFrames.None || cues.Phrase(cue).Row >= 0)
            return false;
        foreach (var child in cue.Children)
            if (child.Index > cue.Index && child.Relation.Is(Relation.Obj))
                return child.Subtree.Start <= draft.Content[0].Start
                    && draft.Content[0].End <= child.Subtree.End
                    && cues.Verb(cue.Lemma, CueFrames.Object | CueFrames.DocumentObject) is null;
        return false;
    }

    private bool IsRead(int word)
    {
        foreach (var block in parsed.Tokens.Blocks)
            if (block.Words.Contains(word))
                return block.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Caption;
        return false;
    }

    private Draft? Start(StatementMention mention)
    {
        var cue = parsed[mention.Word];
        var speaker = SpeakerOf(mention);
        if (!speaker.Exists && cue.Upos == Upos.Verb && !cue.Child(Relation.AuxPass).Exists && verbs.SpeakerOf(cue) is var near)
            speaker = IsSaidOf(near, cue) ? Node.None : near;
        if (mention.Probability < NetworkTrust.HiddenSpeaker && !(cue.Upos == Upos.Verb ? speakers.CanSpeak(speaker) : speaker.Exists))
            return null;
        if (!speaker.Exists && (cue.Upos != Upos.Verb || cue.Relation.Is(Relation.Case)))
            return null;
        var draft = new Draft
        {
            Cue = cue,
            Clause = cue,
            Speaker = speaker,
            CueWords = cue.Upos == Upos.Verb ? verbs.CueOf(cue) : new WordRange(cue.Index, cue.Index + 1),
            Act = ActOf(mention),
            Frame = CueFrames.Clause,
            IsNominal = cue.Upos == Upos.Noun,
            FoundBy = StatementRules.Network,
        };
        AddContent(draft, mention.Content);
        return draft;
    }

    /// <summary>What the lexicons say of the cue; of a verb that does several things and of one that they do not know, what the network says.</summary>
    private StatementAct ActOf(StatementMention mention)
    {
        var cue = parsed[mention.Word];
        if (cue.Upos != Upos.Noun && cues.VerbCan(cue.Lemma, mention.Act.Best))
            return mention.Act.Best;
        var known = cue.Upos == Upos.Noun ? cues.Noun(cue.Lemma, CueFrames.Any) : cues.Verb(cue.Lemma, CueFrames.Any);
        return known ?? mention.Act.Best;
    }

    private void AddContent(Draft draft, ImmutableArray<WordRange> runs)
    {
        var keepOut = KeptOut(draft);
        for (var i = 0; i < runs.Length; i++)
        {
            var run =
                draft.IsNominal && runs[i].Start > draft.Cue.Index
                    ? runs[i] with
                    {
                        End = Math.Min(runs[i].End, draft.Cue.Subtree.End),
                    }
                    : runs[i];
            while (
                i + 1 < runs.Length && runs[i + 1].Start - run.End <= Hole && !(keepOut.Start < runs[i + 1].Start && run.End < keepOut.End)
            )
                run = run with { End = runs[++i].End };
            foreach (var piece in extent.Pieces(extent.Settle(run, keepOut)))
                draft.Add(piece);
        }
        KeepLongest(draft, static (range, cue) => range.Start < cue);
        KeepLongest(draft, static (range, cue) => range.Start >= cue);
        if (draft.Content.Count > 1)
            draft.Content.RemoveAll(range => range.Length == 1 && quotations.IndexAt(range.Start) < 0);
    }

    /// <summary>Of several runs on one side of the cue the longest is the content, and so is every quotation; the rest are slips.</summary>
    private void KeepLongest(Draft draft, Func<WordRange, int, bool> isThere)
    {
        var longest = 0;
        foreach (var range in draft.Content)
            if (isThere(range, draft.Cue.Index))
                longest = Math.Max(longest, range.Length);
        draft.Content.RemoveAll(range => isThere(range, draft.Cue.Index) && range.Length < longest && quotations.IndexAt(range.Start) < 0);
    }

    /// <summary>The cue and the speaker beside it.</summary>
    private WordRange KeptOut(Draft draft)
    {
        var words = draft.CueWords;
        if (!draft.Speaker.Exists)
            return words;
        var phrase = speakers.PhraseOf(draft.Speaker);
        if (phrase.End == words.Start)
            return new WordRange(phrase.Start, words.End);
        return phrase.Start == words.End ? new WordRange(words.Start, phrase.End) : words;
    }

    /// <summary>The first of the likely speakers, else the likeliest; <see cref="Node.None"/> where the sentence has none.</summary>
    private Node SpeakerOf(StatementMention mention)
    {
        var best = NetworkTrust.Speaker;
        var found = Node.None;
        foreach (var speaker in mention.Speakers)
            if (speaker.Probability >= best && !IsSaidOf(parsed[speaker.Word], parsed[mention.Word]) && !(found.Exists && best >= 0.5f))
                (found, best) = (JointSpeakers.HeadOf(parsed[speaker.Word]), speaker.Probability);
        return found;
    }

    /// <summary>"Sudmark was accused of it", "stood accused of it": of whom it is said, not who says it.</summary>
    private static bool IsSaidOf(Node word, Node cue) =>
        word.Exists
        && (
            word.Relation.Is(Relation.NsubjPass)
            || cue.Xpos == "VBN"
                && cue.Relation.Is(Relation.Xcomp)
                && word.Relation.Is(Relation.Nsubj)
                && word.Head.Exists
                && word.Head.Index == cue.Head.Index
        );

    /// <summary>True where most of one content lies in the other, and neither relays the other.</summary>
    private static bool SaysTheSame(Draft draft, Draft other)
    {
        if (other.Holds(draft.Cue.Index) || (other.Cue.Exists && draft.Holds(other.Cue.Index)))
            return false;
        var common = 0;
        foreach (var a in draft.Content)
        foreach (var b in other.Content)
            common += Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
        return common * 2 > Math.Min(draft.Size, other.Size);
    }
}
