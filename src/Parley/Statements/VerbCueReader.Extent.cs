using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

internal sealed partial class VerbCueReader
{
    private bool Take(Draft draft, List<WordRange> runs, StatementAct act, CueFrames frame)
    {
        var core = CoreOf(draft);
        for (var i = runs.Count - 1; i > 0; i--)
            if (core.End <= runs[i - 1].End || core.Start >= runs[i].Start)
            {
                runs[i - 1] = new WordRange(runs[i - 1].Start, runs[i].End);
                runs.RemoveAt(i);
            }
        foreach (var run in runs)
        foreach (var piece in extent.Pieces(extent.Settle(Widen(run, draft, frame), core)))
            draft.Add(piece);
        draft.Act = act;
        draft.Frame = frame;
        return draft.Content.Count > 0;
    }

    /// <summary>
    /// A content behind its cue does not stop within a phrase that the tree hangs elsewhere, and stops where the reporter goes on with his own words.
    /// </summary>
    private WordRange Widen(WordRange run, Draft draft, CueFrames frame)
    {
        if (run.Start < draft.CueWords.End || run.Length <= 0)
            return run;
        var end = run.End;
        if (frame is CueFrames.Clause or CueFrames.Infinitive or CueFrames.ObjectInfinitive or CueFrames.Gerund)
            end = ToPhraseEnd(end, draft.Cue);
        var isClause = (frame & (CueFrames.Clause | CueFrames.Quote)) != 0;
        for (var word = run.Start + 1; word < end; word++)
            if (quotations.IndexAt(word) < 0 && EndsBefore(word, run, end, isClause))
                return new WordRange(run.Start, word);
        return new WordRange(run.Start, end);
    }

    /// <summary>True where the reporter's own words begin: at a comma with a comment or an aside behind it, at the occasion of the saying.</summary>
    private bool EndsBefore(int word, WordRange run, int end, bool isClause)
    {
        if (parsed.Tokens.Form(word) is "," && word > run.Start && word + 2 < end && quotations.IndexAt(word + 1) < 0)
            return OpensComment(word + 1, end) || (!isClause && OpensAside(word + 1, end));
        return !isClause && parsed.Tokens.Form(word) is "in" && OpensOccasion(parsed[word].Head, word, end);
    }

    /// <summary>"demanded a truce in a statement": the statement is where he did so.</summary>
    private static bool OpensOccasion(Node occasion, int preposition, int end) =>
        occasion.Exists
        && occasion.Subtree.Start == preposition
        && occasion.Subtree.End >= end
        && (occasion.Child("a").Exists || occasion.Child("an").Exists)
        && VenueReader.IsOccasion(occasion);

    private int ToPhraseEnd(int end, Node cue)
    {
        var limit = cue.Sentence.End;
        while (end < limit && quotations.IndexAt(end) < 0)
        {
            if (parsed.Tokens.Form(end) is "..." or "…" && end + 1 < limit)
            {
                end++;
                continue;
            }
            if (
                parsed.UposTags[end] is Upos.Punct or Upos.Sconj
                || times.At(end) is not null
                || (end + 1 < limit && parsed.UposTags[end] == Upos.Adp && times.At(end + 1) is not null)
            )
                break;
            if (
                parsed.UposTags[end] == Upos.Cconj
                && (parsed[end].IsRoot || parsed[end].Head.IsRoot || parsed[end].Head.Head.Index == cue.Index)
            )
                break;
            if (
                _read.Contains(end)
                || _continued.ContainsKey(end)
                || _continued.ContainsKey(parsed.Heads[end])
                || parsed.RelationTags[end].Is(Relation.Nsubj) && parsed.Heads[end] == cue.Index
            )
                break;
            end++;
        }
        return end;
    }

    private bool OpensComment(int word, int end)
    {
        var match = PhraseMatch.Longest(s_comments, parsed.Tokens, word, end);
        return match.Row >= 0
            && !(match.Words.End < end && parsed.Tokens.Form(match.Words.End) is "well" or "if" or "such" or "for" or "to" or "part");
    }

    /// <summary>"praised the guards, who had come late": a relative clause up to the end tells of them what the reporter knows.</summary>
    private bool OpensAside(int word, int end)
    {
        if (parsed.XposTags[word] is not ("WDT" or "WP" or "WP$"))
            return false;
        var node = parsed[word];
        for (var steps = 0; node.Exists && !node.IsRoot && steps < 4; steps++, node = node.Head)
            if (node.Relation == Relation.AclRelcl)
                return node.Subtree.Start >= word - 1 && node.Subtree.End >= end;
        return false;
    }

    /// <summary>A content before its cue begins with its sentence, unless a quotation begins it or someone else has spoken there.</summary>
    private WordRange ToSentenceStart(WordRange run, WordRange core)
    {
        var sentence = parsed.Sentences[parsed.SentenceOf(run.Start)];
        if (run.Start >= core.Start || (OpensQuotation(run.Start) && !IsMixed(run.Start, sentence)))
            return run;
        for (var word = sentence.Start; word < run.Start; word++)
            if (_read.Contains(word) || quotations.IndexAt(word) >= 0 || IsReporting(parsed[word]))
                return run;
        return new WordRange(datelines.Behind(sentence.Start, run.Start), run.End);
    }

    /// <summary>A plan that “has no future”, he said: words right before the mark, and no sentence begins behind it.</summary>
    private bool IsMixed(int mark, WordRange sentence) =>
        mark > sentence.Start
        && mark + 1 < sentence.End
        && parsed.UposTags[mark - 1] != Upos.Punct
        && char.IsLower(parsed.Tokens.Form(mark + 1)[0]);

    private bool IsReporting(Node verb) =>
        verb.Upos == Upos.Verb && cues.VerbFrames(verb.Lemma) != CueFrames.None && SpeakerFinder.OwnSubject(verb).Exists;
}
