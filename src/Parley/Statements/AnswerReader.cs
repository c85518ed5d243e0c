using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

/// <summary>Reads an answer hung on what it answers: "X says the town fell, a claim that Y denies": what X says is the content of both.</summary>
internal sealed class AnswerReader(ParsedText parsed, CueLexicon cues, SpeakerFinder speakers, VerbCueReader verbs)
{
    /// <summary>Words behind what is answered in which the noun of the answer may stand: ", a serious charge that".</summary>
    private const int Behind = 6;

    /// <summary>Adds the answers to <paramref name="drafts"/>, and takes them out of the content of what they answer.</summary>
    public void Read(List<Draft> drafts)
    {
        for (var d = drafts.Count - 1; d >= 0; d--)
        for (var r = 0; r < drafts[d].Content.Count; r++)
            if (Find(drafts[d], drafts[d].Content[r]) is { } answer && !drafts.Exists(other => other.Cue.Index == answer.Cue.Index))
            {
                drafts[d].Content[r] = answer.Content[0];
                drafts.Add(answer);
            }
    }

    private Draft? Find(Draft outer, WordRange content)
    {
        // The tree hangs the answer inside the words answered or right behind them.
        var end = Math.Min(content.End + Behind, parsed[content.Start].Sentence.End);
        for (var word = content.Start + 2; word < end; word++)
        {
            var noun = parsed[word];
            if (noun.Upos != Upos.Noun || cues.NounFrames(noun.Lemma) == CueFrames.None || noun.Subtree.End < content.End)
                continue;
            var start = noun.Subtree.Start;
            if (start <= content.Start + 1 || start > content.End + 1)
                continue;
            if (parsed.Tokens.Form(start - 1) is not ("," or "-" or "–" or "—"))
                start++;
            if (parsed.Tokens.Form(start - 1) is not ("," or "-" or "–" or "—"))
                continue;
            foreach (var verb in noun.Children)
                if (
                    verb.Relation == Relation.AclRelcl
                    && ActOf(verb) is { } act
                    && SpeakerFinder.OwnSubject(verb) is { Exists: true } speaker
                    && speaker.Index != noun.Index
                    && speaker.Index != outer.Speaker.Index
                    && speakers.CanSpeak(speaker)
                )
                    return Start(verb, speaker, act, new WordRange(content.Start, Math.Min(start - 1, content.End)));
        }
        return null;
    }

    private Draft Start(Node verb, Node speaker, StatementAct act, WordRange content)
    {
        var draft = new Draft
        {
            Cue = verb,
            Clause = verb,
            Speaker = speaker,
            CueWords = verbs.CueOf(verb),
            Act = act,
            Frame = CueFrames.Object,
            FoundBy = StatementRules.Complements,
            IsAnswer = true,
        };
        draft.Add(content);
        return draft;
    }

    /// <summary>Who rejects a claim denies it.</summary>
    private StatementAct? ActOf(Node verb)
    {
        if (verb.Upos != Upos.Verb || SpeechReality.IsNegated(verb) || !SpeechReality.IsReal(verb, cues))
            return null;
        return cues.Verb(verb.Lemma, CueFrames.Object) switch
        {
            StatementAct.Rejects or StatementAct.Denies => StatementAct.Denies,
            StatementAct.Confirms => StatementAct.Confirms,
            StatementAct.Doubts => StatementAct.Doubts,
            _ => null,
        };
    }
}
