using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

/// <summary>The plainest sentences, read by the order of their words where the tree is in doubt.</summary>
internal sealed partial class VerbCueReader
{
    private static readonly Lexicon s_core = LexiconSet.Get("lexicons/cue-core");

    /// <summary>"X said A" and "A, X said" without the help of the tree.</summary>
    private Draft? ReadPlain(Node verb)
    {
        if (!IsCore(verb) || SpeechReality.IsNegated(verb))
            return null;
        var (speaker, words) = _beside.Before(verb);
        if (speaker.Exists && Fits(speaker, verb))
        {
            var draft = Begin(verb, speaker, words);
            return ReadPlainBehind(draft) || ReadPlainBefore(draft, words.Start) ? draft : null;
        }
        (speaker, words) = _beside.Behind(verb);
        if (!speaker.Exists || !Fits(speaker, verb))
            return null;
        var inverted = Begin(verb, speaker, words);
        return ReadPlainBefore(inverted, verb.Index) ? inverted : null;
    }

    private bool IsCore(Node verb)
    {
        if (!s_core.Contains(verb.Lemma) || verb.Xpos is not ("VBD" or "VBZ" or "VBP" or "VBN"))
            return false;
        for (var word = verb.Index - 1; word >= 0 && word >= verb.Index - 3 && parsed.UposTags[word] is Upos.Aux or Upos.Adv; word--)
            if (parsed.Lemmas[word] == "be" || parsed.XposTags[word] == "MD")
                return false;
        return true;
    }

    private Draft Begin(Node verb, Node speaker, WordRange words) =>
        new()
        {
            Cue = verb,
            Clause = verb,
            Speaker = speaker,
            SpeakerWords = words,
            CueWords = CueOf(verb),
            Act = cues.Verb(verb.Lemma, CueFrames.Clause | CueFrames.Quote) ?? StatementAct.Asserts,
            Frame = CueFrames.Clause,
        };

    private bool ReadPlainBehind(Draft draft)
    {
        var sentence = draft.Cue.Sentence;
        var start = draft.CueWords.End;
        if (draft.Cue.Lemma == "tell")
            while (start < sentence.End && parsed.UposTags[start] is Upos.Propn or Upos.Noun or Upos.Pron or Upos.Det or Upos.Adj)
                start++;
        var run = StripTimeOfSaying(new WordRange(start, sentence.End), start);
        if (run.Length < 3 || parsed.UposTags[run.Start] is Upos.Punct or Upos.Adp or Upos.Part or Upos.Cconj)
            return false;
        var end = run.Start;
        var isFinite = false;
        for (; end < run.End && !IsContinuation(end, draft.Cue); end++)
            isFinite |= parsed.XposTags[end] is "VBD" or "VBZ" or "VBP" or "MD";
        return isFinite && Take(draft, [new WordRange(run.Start, end)], draft.Act, CueFrames.Clause);
    }

    private bool ReadPlainBefore(Draft draft, int end)
    {
        var sentence = draft.Cue.Sentence;
        if (end - 1 <= sentence.Start || !(parsed.Tokens.Form(end - 1) is "," || quotations.IndexAt(end - 1) >= 0))
            return false;
        var isFinite = false;
        for (var word = sentence.Start; word < end; word++)
            isFinite |= parsed.XposTags[word] is "VBD" or "VBZ" or "VBP" or "MD";
        return isFinite && Take(draft, [new WordRange(datelines.Behind(sentence.Start, end), end)], draft.Act, CueFrames.Clause);
    }

    private bool IsContinuation(int word, Node verb)
    {
        if (
            parsed.XposTags[word] != "VBG"
            || word == 0
            || parsed.Tokens.Form(word - 1) is not ","
            || !s_continuations.Contains(parsed.Lemmas[word])
        )
            return false;
        _continued[word] = verb;
        return true;
    }
}
