using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

internal sealed partial class VerbCueReader
{
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
        // "The dam broke; the council holds …": what a semicolon closes is a sentence of its own.
        if (parsed.Tokens.Form(zone.Start) is ";" && !IsCore(verb))
            return false;
        if (zone.Start == 0 || !(parsed.Tokens.Form(zone.Start - 1) is "," || quotations.IndexAt(zone.Start - 1) >= 0 || IsCore(verb)))
            return false;
        var isBelowNoun = isBetweenCommas || (verb.Head.Relation.Is(Relation.Nsubj) && IsBetweenDashes(zone));
        var runs = extent.RunsOf(isBelowNoun && verb.Head.Head.Exists ? verb.Head.Head : verb.Head, verb, zone);
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
            run.Start >= zone.Start && !(isQuoted ? HoldsQuotation(run) : run.Length >= 3 && IsBreakBefore(run.Start) && HoldsVerb(run))
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

    /// <summary>A comma or the dash that closes a parenthesis.</summary>
    private bool IsBreakBefore(int word) =>
        IsCommaBefore(word) || Dashes.Is(parsed.Tokens.Form(word)) || (word > 0 && Dashes.Is(parsed.Tokens.Form(word - 1)));

    /// <summary>"The road — the mayor said — is closed".</summary>
    private bool IsBetweenDashes(WordRange zone) =>
        Dashes.Is(parsed.Tokens.Form(zone.Start)) && Dashes.Is(parsed.Tokens.Form(zone.End - 1));

    private bool HoldsVerb(WordRange run)
    {
        for (var word = run.Start; word < run.End; word++)
            if (parsed.UposTags[word] is Upos.Verb or Upos.Aux)
                return true;
        return false;
    }
}
