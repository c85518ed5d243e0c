using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

/// <summary>
/// Settles where a cue begins: its auxiliaries, its denial and its adverbs belong to it ("could not confirm", "has long said"), and so does the
/// verb that leads to it ("went on to say").
/// </summary>
internal sealed class CueExtent(ParsedText parsed, CueLexicon cues)
{
    /// <summary>The words of a verb's cue with what belongs to them on the left; nothing of <paramref name="draft"/>'s content or speaker.</summary>
    public WordRange Settle(Draft draft, WordRange speaker)
    {
        var words = draft.CueWords;
        if (words.Length == 0 || draft.IsNominal || !draft.Cue.Exists || draft.Cue.Upos != Upos.Verb)
            return words;
        var verb = parsed[words.Start];
        var limit = draft.Cue.Sentence.Start;
        var start = words.Start;
        while (start > limit && !draft.Holds(start - 1) && !speaker.Contains(start - 1))
        {
            var word = parsed[start - 1];
            if (LeadsTo(word, verb))
                verb = word;
            else if (!BelongsTo(word, verb))
                break;
            start--;
        }
        return new WordRange(SkipConnective(start, words.Start), EndOf(draft, words.End));
    }

    /// <summary>"was demanded by": the preposition of the agent.</summary>
    private int EndOf(Draft draft, int end) =>
        end < parsed.Count && parsed.Tokens.Form(end) is "by" && parsed.Heads[end] == draft.Speaker.Index && !draft.Holds(end)
            ? end + 1
            : end;

    private bool BelongsTo(Node word, Node verb)
    {
        if (!word.Head.Exists)
            return false;
        if (word.Head.Index != verb.Index)
            return IsParticle(word) && LeadsTo(word.Head, verb);
        return (word.Upos is Upos.Aux or Upos.Part or Upos.Adv || word.Relation.Is(Relation.Aux))
            && (word.Relation.Is(Relation.Aux) || word.Relation.Is(Relation.Advmod) || word.IsForm("to"));
    }

    /// <summary>"on" of "went on to say".</summary>
    private static bool IsParticle(Node word) => word.Index > word.Head.Index && word.Upos is Upos.Adp or Upos.Adv;

    private bool LeadsTo(Node word, Node verb) =>
        word.Upos == Upos.Verb && verb.Head.Exists && verb.Head.Index == word.Index && cues.IsChain(word.Lemma);

    /// <summary>"However" and "when" before the verb belong to the sentence.</summary>
    private int SkipConnective(int start, int verb)
    {
        while (start < verb && parsed.XposTags[start] is "WRB")
            start++;
        return start;
    }
}
