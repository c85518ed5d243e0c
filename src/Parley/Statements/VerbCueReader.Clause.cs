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
                child.Relation.Is(Relation.Ccomp)
                && !(child.Index > verb.Index && IsInfinitive(child) && HasObjectLike(verb, child))
                && !TellsTimeOfSaying(child);
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

    /// <summary>"said a day after the two had agreed": a tree may take such a clause for what is said.</summary>
    private static bool TellsTimeOfSaying(Node clause)
    {
        foreach (var child in clause.Children)
            if (child.Relation.Is(Relation.Mark) && child.Form is "after" or "before" or "since" or "until")
                return child.Index < clause.Index;
        return false;
    }

    private static bool HasObjectLike(Node verb, Node clause) => verb.Child(Relation.Obj).Exists || SpeakerFinder.OwnSubject(clause).Exists;

    /// <summary>"demanded, among other things, that A": where the tree hides the clause, "that" begins it.</summary>
    private bool ReadThat(Draft draft)
    {
        var verb = draft.Cue;
        if (cues.Verb(verb.Lemma, CueFrames.Clause) is not { } act)
            return false;
        // "declared victory in the city that the flood had spared" says no clause.
        var saysThing = ObjectOf(verb) is { Exists: true } thing && !speakers.CanSpeak(thing);
        var end = verb.Sentence.End;
        for (var word = verb.Index + 1; word < end && word < verb.Index + 12; word++)
        {
            if (parsed.UposTags[word] is Upos.Verb or Upos.Aux || parsed.Tokens.Form(word) is ";" or ":" || quotations.IndexAt(word) >= 0)
                return false;
            if (parsed.Tokens.Form(word) is "that" && (parsed.UposTags[word] == Upos.Sconj || FollowsFirstTime(word)))
                return !(saysThing && parsed[word].Head is { Exists: true, Relation: Relation.AclRelcl })
                    && Take(draft, [new WordRange(word, end)], act, CueFrames.Clause);
        }
        return false;
    }

    /// <summary>"admitted for the first time that A": the tree takes "that" for a pronoun.</summary>
    private bool FollowsFirstTime(int that) =>
        that >= 2
        && parsed.Tokens.Form(that - 1) is "time"
        && parsed.Tokens.Form(that - 2) is "first" or "second"
        && parsed.UposTags[that + 1] is not (Upos.Verb or Upos.Aux);

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
}
