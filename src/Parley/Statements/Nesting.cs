using Parley.Actors;
using Parley.Syntax;

namespace Parley.Statements;

/// <summary>Drops what says the same thing twice, and tells which statement is relayed in which.</summary>
internal sealed class Nesting(ParsedText parsed, ActorTable actors, QuotationTable quotations)
{
    /// <summary>The drafts that stand, in the order of the text.</summary>
    public List<Draft> Settle(List<Draft> drafts)
    {
        drafts.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Size.CompareTo(a.Size));
        var kept = new List<Draft>();
        foreach (var draft in drafts)
        {
            if (draft.Content.Count == 0 || kept.Exists(other => IsSame(other, draft)))
                continue;
            kept.Add(draft);
        }
        kept.RemoveAll(draft => OuterOf(draft, kept) is >= 0 and var outer && IsOwnTalk(draft, kept[outer]));
        kept.RemoveAll(draft => draft.IsNominal && RepeatsEarlier(draft, kept));
        return kept;
    }

    /// <summary>Index of the smallest statement in whose content this one's cue stands; -1 where the article relays it itself.</summary>
    public int OuterOf(Draft draft, List<Draft> drafts)
    {
        var best = -1;
        if (!draft.Cue.Exists)
            return best;
        for (var d = 0; d < drafts.Count; d++)
            if (
                !ReferenceEquals(drafts[d], draft)
                && drafts[d].Holds(draft.Cue.Index)
                && !draft.Holds(drafts[d].Cue.Exists ? drafts[d].Cue.Index : -1)
            )
                if (best < 0 || drafts[d].Size < drafts[best].Size)
                    best = d;
        return best;
    }

    private static bool IsSame(Draft first, Draft second) =>
        first.Cue.Exists && second.Cue.Exists && first.Cue.Index == second.Cue.Index
        || first.Content.Count == second.Content.Count && first.Content.TrueForAll(range => second.Content.Contains(range));

    /// <summary>“We call on them to stop,” he said, is one statement: a speaker who quotes himself says nothing twice.</summary>
    private bool IsOwnTalk(Draft inner, Draft outer)
    {
        if (SpeakerFinder.IsFirstPerson(inner.Speaker))
            return true;
        if (!inner.Speaker.Exists)
            return true;
        if (quotations.IndexAt(inner.Cue.Index) < 0)
            return false;
        var (a, b) = (actors.At(inner.Speaker), actors.At(outer.Speaker));
        return a is not null && b is not null && a.Id == b.Id;
    }

    /// <summary>"Moscow's promise to withdraw" tells again what an earlier statement told.</summary>
    private bool RepeatsEarlier(Draft draft, List<Draft> drafts)
    {
        var words = ContentWords(draft);
        foreach (var other in drafts)
        {
            if (other.Start >= draft.Start && !other.Holds(draft.Cue.Index))
                break;
            if (ReferenceEquals(other, draft) || other.Holds(draft.Cue.Index))
                continue;
            var said = ContentWords(other);
            var shared = words.FindAll(said.Contains).Count;
            if (words.Count > 0 && shared * 2 >= words.Count)
                return true;
        }
        return false;
    }

    private List<string> ContentWords(Draft draft)
    {
        var words = new List<string>();
        foreach (var range in draft.Content)
            for (var word = range.Start; word < range.End; word++)
                if (parsed.UposTags[word] is Upos.Verb or Upos.Noun or Upos.Propn or Upos.Num && !words.Contains(parsed.Lemmas[word]))
                    words.Add(parsed.Lemmas[word]);
        return words;
    }
}
