using Parley.Actors;
using Parley.Syntax;

namespace Parley.Statements;

/// <summary>Drops what says the same thing twice, and tells which statement is relayed in which.</summary>
internal sealed class Nesting(ParsedText parsed, ActorTable actors, QuotationTable quotations)
{
    /// <summary>So many statements above a noun of speech are looked through for what it tells again.</summary>
    private const int LookBack = 40;

    /// <summary>The drafts that stand, in the order of the text.</summary>
    public List<Draft> Settle(List<Draft> drafts)
    {
        drafts.RemoveAll(static draft => draft.Content.Count == 0);
        drafts.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Size.CompareTo(a.Size));
        var cues = new HashSet<int>();
        var contents = new HashSet<(int Start, int End, int Size)>();
        drafts.RemoveAll(draft =>
            (draft.Cue.Exists && !cues.Add(draft.Cue.Index))
            || (!contents.Add((draft.Content[0].Start, draft.Content[^1].End, draft.Size)) && !draft.IsAnswer)
        );
        var outer = OutersOf(drafts);
        var kept = new List<Draft>(drafts.Count);
        for (var d = 0; d < drafts.Count; d++)
            if (outer[d] < 0 || !IsOwnTalk(drafts[d], drafts[outer[d]]))
                kept.Add(drafts[d]);
        for (var d = kept.Count - 1; d >= 0; d--)
            if (kept[d].IsNominal && RepeatsEarlier(kept, d))
                kept.RemoveAt(d);
        return kept;
    }

    /// <summary>For each draft the index of the smallest one in whose content its cue stands; -1 where the article relays it itself.</summary>
    public int[] OutersOf(List<Draft> drafts)
    {
        var innermost = new int[parsed.Count];
        Array.Fill(innermost, -1);
        for (var d = 0; d < drafts.Count; d++)
            foreach (var range in drafts[d].Content)
                for (var word = range.Start; word < range.End; word++)
                    if (innermost[word] < 0 || drafts[d].Size < drafts[innermost[word]].Size)
                        innermost[word] = d;
        var outers = new int[drafts.Count];
        for (var d = 0; d < drafts.Count; d++)
        {
            outers[d] = drafts[d].Cue.Exists ? innermost[drafts[d].Cue.Index] : -1;
            if (outers[d] == d || (outers[d] >= 0 && drafts[outers[d]].Cue.Exists && drafts[d].Holds(drafts[outers[d]].Cue.Index)))
                outers[d] = -1;
        }
        return outers;
    }

    /// <summary>“We call on them to stop,” he said, is one statement: a speaker who quotes himself says nothing twice.</summary>
    private bool IsOwnTalk(Draft inner, Draft outer)
    {
        if (inner.IsNominal && outer.Act == Records.StatementAct.Denies)
            return true;
        if (!inner.Speaker.Exists || SpeakerFinder.IsFirstPerson(inner.Speaker))
            return true;
        if (quotations.IndexAt(inner.Cue.Index) < 0 || !outer.Speaker.Exists)
            return false;
        var (a, b) = (actors.At(inner.Speaker), actors.At(outer.Speaker));
        return a is not null && b is not null && a.Id == b.Id;
    }

    /// <summary>"Moscow's promise to withdraw" tells again what an earlier statement told.</summary>
    private bool RepeatsEarlier(List<Draft> drafts, int at)
    {
        var words = ContentWords(drafts[at], 6);
        for (var d = at - 1; d >= 0 && d >= at - LookBack; d--)
        {
            if (drafts[d].Holds(drafts[at].Cue.Index))
                continue;
            var said = ContentWords(drafts[d], int.MaxValue);
            if (words.Count > 0 && words.Count(said.Contains) * 2 >= words.Count)
                return true;
        }
        return false;
    }

    private HashSet<string> ContentWords(Draft draft, int most)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var range in draft.Content)
            for (var word = range.Start; word < range.End; word++)
                if (words.Count < most && parsed.UposTags[word] is Upos.Verb or Upos.Noun or Upos.Propn or Upos.Num)
                    words.Add(parsed.Lemmas[word]);
        return words;
    }
}
