using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Statements;

/// <summary>Tells what a speaker does by a neutral report, from the clause that he says. The rules lie in <c>rules/content-acts</c>.</summary>
internal sealed class ActReader(ParsedText parsed, SpeakerFinder speakers, CueLexicon cues, OwnSide own)
{
    private const int MaxClauses = 6;
    private static readonly Lexicon s_rules = LexiconSet.Get("rules/content-acts");
    private static readonly int s_act = s_rules.Column("act");
    private static readonly int s_who = s_rules.Column("who");
    private static readonly int s_polarity = s_rules.Column("polarity");
    private static readonly int s_when = s_rules.Column("when");
    private static readonly Lexicon s_plans = LexiconSet.Get("lexicons/plan-nouns");

    /// <summary>The act that a clause in the future of the speaker's own side has: a promise, or a mere forecast.</summary>
    public const string Future = "future";

    /// <summary>The act of a statement, and what told it: the cue, the content's words, its mood or its future. <paramref name="claimedBefore"/> is true where another party promised or claimed something earlier in the article.</summary>
    public (StatementAct Act, string Because) Read(Draft draft, Actor? speaker, bool claimedBefore)
    {
        if (draft.Act != StatementAct.Asserts || draft.IsNegated)
            return (draft.Act, "cue");
        if ((draft.Frame & (CueFrames.Clause | CueFrames.Quote)) == 0)
            return draft.Frame is CueFrames.ObjectComplement or CueFrames.ObjectAs ? (OfVerdict(draft), "content-acts")
                : draft.Frame == CueFrames.Object && draft.Cue.Lemma == "announce" ? (OfPlan(draft), "content-acts")
                : (draft.Act, "cue");
        var isWarning = draft.Cue.Exists && cues.Verb(draft.Cue.Lemma, CueFrames.Against) == StatementAct.Demands;
        var left = MaxClauses;
        foreach (var range in draft.Content)
            for (var word = range.Start; word < range.End && left > 0; word++)
            {
                if (!IsClauseHead(parsed[word], draft))
                    continue;
                left--;
                var clause = ContentClause.Of(parsed[word], speaker, own);
                if (isWarning && clause.IsOwn && clause.IsFuture)
                    return (StatementAct.Threatens, "cue");
                var act = Judge(clause, claimedBefore);
                if (act.Act != StatementAct.Asserts)
                    return act;
            }
        return (StatementAct.Asserts, "cue");
    }

    /// <summary>"called it untrue" denies, "described it as a crime" accuses.</summary>
    private StatementAct OfVerdict(Draft draft)
    {
        foreach (var range in draft.Content)
            for (var word = range.Start; word < range.End; word++)
            for (var row = s_rules.Find(parsed.Lemmas[word]); row >= 0; row = s_rules.Next(row))
                if (s_rules.Cell(row, s_who) is not "own" && s_rules.Cell(row, s_polarity) is "pos" && s_rules.Cell(row, s_when) is "any")
                    if (StatementActs.Parse(s_rules.Cell(row, s_act)) is StatementAct.Denies or StatementAct.Accuses)
                        return StatementActs.Parse(s_rules.Cell(row, s_act));
        return draft.Act;
    }

    /// <summary>"announced plans to withdraw" promises.</summary>
    private StatementAct OfPlan(Draft draft)
    {
        foreach (var range in draft.Content)
            for (var word = range.Start; word < range.End; word++)
                if (parsed.Heads[word] == draft.Cue.Index && s_plans.Contains(parsed.Lemmas[word]))
                    return StatementAct.Promises;
        return draft.Act;
    }

    private bool IsClauseHead(Node node, Draft draft)
    {
        if (node.Upos is not (Upos.Verb or Upos.Adj or Upos.Noun or Upos.Aux or Upos.Adv or Upos.Propn))
            return false;
        if (!node.Head.Exists || !draft.Holds(node.Head.Index))
            return node.Upos is Upos.Verb or Upos.Aux || node.Child(Relation.Cop).Exists || node.Subject.Exists;
        return node.Relation == Relation.Conj && node.Upos == Upos.Verb && IsClauseHead(node.Head, draft);
    }

    private (StatementAct Act, string Because) Judge(in ContentClause clause, bool claimedBefore)
    {
        if (Performed(clause) is { } performed)
            return (performed, "performed");
        if (ByRule(clause, clause.Head, claimedBefore) is { } byHead)
            return (byHead, "content-acts");
        foreach (var child in clause.Head.Children)
            if (child.Relation.Is(Relation.Nsubj) || child.Relation.Is(Relation.Obj) || child.Relation.Is(Relation.Xcomp))
                if (
                    ByRule(clause, child, claimedBefore) is { } byPart
                    && (byPart != StatementAct.Accuses || !child.Relation.Is(Relation.Nsubj))
                )
                    return (byPart, "content-acts");
        if ((clause.IsObliged && !clause.IsOwn && (clause.IsStrict || Binds(clause.Head))) || clause.IsImperative || clause.IsSubjunctive)
            return (StatementAct.Demands, "mood");
        if (clause.IsOwn && clause.IsFuture && !clause.IsNegated && clause.Head.Upos == Upos.Verb)
            return (StatementAct.Promises, Future);
        return (StatementAct.Asserts, "cue");
    }

    /// <summary>"should" asks something of those who can act, and of what is to be done; "the move should not matter" does not.</summary>
    private bool Binds(Node head) =>
        head.Subject is { Exists: true } subject && (subject.Relation == Relation.NsubjPass || speakers.CanSpeak(subject));

    /// <summary>“We condemn the raid” does what it says.</summary>
    private StatementAct? Performed(in ContentClause clause)
    {
        if (!clause.IsOwn || clause.IsNegated || clause.HasModal || clause.IsPerfect || clause.Head.Upos != Upos.Verb)
            return null;
        var frames = CueFrames.None;
        foreach (var child in clause.Head.Children)
            if (child.Relation.Is(Relation.Ccomp) || child.Relation.Is(Relation.Parataxis))
                frames |= CueFrames.Clause;
            else if (child.Relation.Is(Relation.Obj))
                frames |= CueFrames.Object | CueFrames.ObjectOf | CueFrames.ObjectInfinitive | CueFrames.ObjectFor;
            else if (child.Relation.Is(Relation.Obl))
                frames |=
                    child.Child("on").Exists ? CueFrames.OnInfinitive
                    : child.Child("for").Exists ? CueFrames.For
                    : CueFrames.None;
            else if (child.Relation.Is(Relation.Xcomp))
                frames |= CueFrames.Infinitive;
        var act = cues.Verb(clause.Head.Lemma, frames);
        return act is null or StatementAct.Asserts or StatementAct.Confirms ? null : act;
    }

    private StatementAct? ByRule(in ContentClause clause, Node word, bool claimedBefore)
    {
        var first = s_rules.Find(word.Lemma);
        if (first < 0)
            first = s_rules.Find(word.Form);
        for (var row = first; row >= 0; row = s_rules.Next(row))
        {
            var act = StatementActs.Parse(s_rules.Cell(row, s_act));
            if (act == StatementAct.Confirms && !claimedBefore)
                continue;
            if (word.Index != clause.Head.Index && act is StatementAct.Threatens && !clause.IsFuture)
                continue;
            if (Fits(s_rules.Cell(row, s_who), clause.IsOwn, "own", "other") && FitsPolarity(row, clause, word) && FitsTime(row, clause))
                return act;
        }
        return null;
    }

    private static bool Fits(ReadOnlySpan<char> wanted, bool holds, string yes, string no) =>
        wanted.SequenceEqual("any") || wanted.SequenceEqual(holds ? yes : no);

    private static bool FitsPolarity(int row, in ContentClause clause, Node word)
    {
        var isNegated =
            clause.IsNegated
            || word.Child("no").Exists
            || (word.Index == clause.Head.Index && word.Child(Relation.Obj) is { Exists: true } target && target.Child("no").Exists);
        return Fits(s_rules.Cell(row, s_polarity), isNegated, "neg", "pos");
    }

    private static bool FitsTime(int row, in ContentClause clause) =>
        s_rules.Cell(row, s_when) switch
        {
            "future" => clause.IsFuture,
            "present" => clause.IsFuture || !clause.IsPast,
            _ => true,
        };
}
