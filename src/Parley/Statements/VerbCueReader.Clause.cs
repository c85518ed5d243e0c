using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

internal sealed partial class VerbCueReader
{
    /// <summary>"As he noted, the road was cut": the clause that it belongs to is the content.</summary>
    private bool ReadAsClause(Draft draft)
    {
        var verb = draft.Cue;
        if (
            verb.IsRoot
            || verb.Child(Relation.Xcomp).Exists
            || !verb.Relation.Is(Relation.Advcl)
            || !verb.Child("as").Exists
            || verb.Child(Relation.Ccomp).Exists
            || verb.Child(Relation.Obj).Exists
        )
            return false;
        if (verb.Child("as").Index > verb.Index || cues.Verb(verb.Lemma, CueFrames.Clause | CueFrames.Quote) is not { } act)
            return false;
        return !SaysMoreBeforeComma(verb) && Take(draft, extent.RunsOf(verb.Head, verb, verb.Subtree), act, CueFrames.Clause);
    }

    /// <summary>"as they said the vote was unfair": what follows the verb is its own content.</summary>
    private bool SaysMoreBeforeComma(Node verb)
    {
        var end = verb.Sentence.End;
        for (var word = verb.Index + 1; word < end && parsed.Tokens.Form(word) is not ","; word++)
            if (parsed.XposTags[word] is "VBD" or "VBZ" or "VBP" or "MD")
                return true;
        return false;
    }

    /// <summary>"X said (that) A", "A, X said", "X said: A".</summary>
    private bool ReadClause(Draft draft)
    {
        var verb = draft.Cue;
        var clause = ClauseOf(verb);
        if (!clause.Exists)
            return false;
        var act = cues.Verb(verb.Lemma, CueFrames.Clause);
        if (act is null && quotations.IndexAt(clause.Index) is >= 0 and var q && q != quotations.IndexAt(verb.Index))
            act = cues.Verb(verb.Lemma, CueFrames.Quote);
        if (act is null && (cues.VerbFrames(verb.Lemma) != CueFrames.None || cues.IsMind(verb.Lemma)))
            return false;
        var core = CoreOf(draft);
        var cut = Continuation(clause, verb);
        var runs = extent.RunsOf(clause, cut, core);
        if (clause.Index > verb.Index)
        {
            runs.RemoveAll(run => run.End <= verb.Index);
            if (
                runs.Count > 0
                && clause.Child("that") is { Exists: true } that
                && that.Relation.Is(Relation.Mark)
                && that.Index > verb.Index
                && that.Index < runs[^1].End
            )
                runs = [new WordRange(that.Index, runs[^1].End)];
            if (runs.Count > 0)
                runs = [StripTimeOfSaying(new WordRange(runs[0].Start, runs[^1].End), core.End)];
        }
        else
        {
            DropTail(runs, core);
            if (runs.Count > 0)
                runs[0] = ToSentenceStart(runs[0], core);
        }
        return Take(draft, runs, act ?? StatementAct.Asserts, CueFrames.Clause);
    }

    private Node ClauseOf(Node verb)
    {
        var before = Node.None;
        foreach (var child in verb.Children)
        {
            var isClause =
                child.Relation.Is(Relation.Ccomp) && !(child.Index > verb.Index && IsInfinitive(child) && HasObjectLike(verb, child));
            if (!isClause && child.Relation.Is(Relation.Parataxis))
                isClause =
                    child.Index > verb.Index
                        ? child.Subtree.Start > 0 && parsed.Tokens.Form(child.Subtree.Start - 1) is ":"
                            || quotations.IndexAt(child.Index) >= 0
                        : quotations.IndexAt(child.Index) >= 0 && quotations.IndexAt(verb.Index) != quotations.IndexAt(child.Index);
            if (!isClause)
                continue;
            if (child.Index > verb.Index)
                return child;
            before = child;
        }
        return before;
    }

    private static bool HasObjectLike(Node verb, Node clause) => verb.Child(Relation.Obj).Exists || SpeakerFinder.OwnSubject(clause).Exists;

    /// <summary>"A, X said", "A, X said, B", where the tree makes the reporting clause a parenthesis.</summary>
    private bool ReadParenthesis(Draft draft)
    {
        var verb = draft.Cue;
        var isBetweenCommas = verb.Relation == Relation.AclRelcl && verb.Subtree.End == verb.Index + 1 && IsCommaBefore(verb.Subtree.Start);
        if (verb.IsRoot || !(verb.Relation.Is(Relation.Parataxis) || isBetweenCommas) || !SpeakerFinder.OwnSubject(verb).Exists)
            return false;
        if (cues.Verb(verb.Lemma, CueFrames.Clause | CueFrames.Quote) is not { } act)
            return false;
        var zone = verb.Subtree;
        if (zone.Start == 0 || !(parsed.Tokens.Form(zone.Start - 1) is "," || quotations.IndexAt(zone.Start - 1) >= 0 || IsCore(verb)))
            return false;
        var runs = extent.RunsOf(isBetweenCommas && verb.Head.Head.Exists ? verb.Head.Head : verb.Head, verb, zone);
        DropTail(runs, zone);
        if (runs.Count > 0 && runs[0].End <= zone.Start)
            runs[0] = ToSentenceStart(runs[0], zone);
        return runs.Count > 0 && runs[0].Start < zone.Start && Take(draft, runs, act, CueFrames.Clause);
    }

    /// <summary>What stands behind the reporting words is content only behind a comma, as a clause, and in quotation marks where the beginning is.</summary>
    private void DropTail(List<WordRange> runs, WordRange zone)
    {
        if (runs.Count < 2 || runs[0].Start >= zone.Start)
            return;
        var isQuoted = quotations.IndexAt(runs[0].Start) >= 0 || OpensQuotation(runs[0].Start);
        runs.RemoveAll(run =>
            run.Start >= zone.Start && !(isQuoted ? HoldsQuotation(run) : run.Length >= 3 && IsCommaBefore(run.Start) && HoldsVerb(run))
        );
    }

    private bool OpensQuotation(int word) => quotations.At(word) is { } quotation && quotation.Words.Start == word;

    private bool HoldsQuotation(WordRange run)
    {
        for (var word = run.Start; word < run.End; word++)
            if (quotations.IndexAt(word) >= 0)
                return true;
        return false;
    }

    private bool IsCommaBefore(int word) => parsed.Tokens.Form(word) is "," || (word > 0 && parsed.Tokens.Form(word - 1) is ",");

    private bool HoldsVerb(WordRange run)
    {
        for (var word = run.Start; word < run.End; word++)
            if (parsed.UposTags[word] is Upos.Verb or Upos.Aux)
                return true;
        return false;
    }

    /// <summary>"demanded, among other things, that A": where the tree hides the clause, "that" begins it.</summary>
    private bool ReadThat(Draft draft)
    {
        var verb = draft.Cue;
        if (cues.Verb(verb.Lemma, CueFrames.Clause) is not { } act)
            return false;
        var end = verb.Sentence.End;
        for (var word = verb.Index + 1; word < end && word < verb.Index + 12; word++)
        {
            if (parsed.UposTags[word] is Upos.Verb or Upos.Aux || parsed.Tokens.Form(word) is ";" or ":" || quotations.IndexAt(word) >= 0)
                return false;
            if (parsed.Tokens.Form(word) is "that" && parsed.UposTags[word] == Upos.Sconj)
                return Take(draft, [new WordRange(word, end)], act, CueFrames.Clause);
        }
        return false;
    }

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
        for (var word = run.Start + 2; word < end - 1; word++)
            if (parsed.Tokens.Form(word - 1) is "," && quotations.IndexAt(word) < 0 && OpensComment(word, end))
                return new WordRange(run.Start, word - 1);
        return new WordRange(run.Start, end);
    }

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

    /// <summary>A content before its cue begins with its sentence, unless it stands in quotation marks.</summary>
    private WordRange ToSentenceStart(WordRange run, WordRange core)
    {
        var sentence = parsed.Sentences[parsed.SentenceOf(run.Start)];
        if (run.Start >= core.Start || quotations.At(run.Start) is { } quotation && quotation.Words.Start == run.Start)
            return run;
        for (var word = sentence.Start; word < run.Start; word++)
            if (parsed.UposTags[word] == Upos.Verb || quotations.IndexAt(word) >= 0)
                return run;
        return new WordRange(datelines.Behind(sentence.Start, run.Start), run.End);
    }

    /// <summary>"said on Friday the road was cut": the day belongs to the saying.</summary>
    private WordRange StripTimeOfSaying(WordRange run, int coreEnd)
    {
        if (run.Start != coreEnd)
            return run;
        var word = run.Start;
        while (word < run.End && word < run.Start + 2 && parsed.UposTags[word] is Upos.Adp or Upos.Adv)
            word++;
        if (word >= run.End || times.At(word) is not { } time)
            return run;
        while (word < run.End && ReferenceEquals(times.At(word), time))
            word++;
        return word < run.End && parsed.RelationTags[word] != Relation.Cop && parsed.UposTags[word] is not (Upos.Verb or Upos.Aux)
            ? new WordRange(word, run.End)
            : run;
    }

    /// <summary>A participle of speech behind a comma that goes on with the main clause's speaker, and is no part of what he said before.</summary>
    private Node Continuation(Node clause, Node verb)
    {
        var hull = clause.Subtree;
        for (var word = Math.Max(hull.Start, verb.Index) + 1; word < hull.End; word++)
        {
            var node = parsed[word];
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

    private static bool IsConjunct(Node node, Node clause) =>
        node.Exists
        && node.Head.Exists
        && node.Head.Index == clause.Index
        && (node.Relation.Is(Relation.Conj) || node.Relation.Is(Relation.Xcomp));
}
