using Parley.Syntax;
using Parley.Text;
using Parley.Times;

namespace Parley.Statements;

/// <summary>Settles the words of a draft's speaker.</summary>
internal sealed class SpeakerExtent(ParsedText parsed, SpeakerFinder speakers, QuotationTable quotations, TimeTable times)
{
    /// <summary>The words of the speaker; empty where he is hidden.</summary>
    public WordRange WordsOf(Draft draft)
    {
        if (!draft.Speaker.Exists)
            return default;
        var phrase = draft.SpeakerWords.Length > 0 ? draft.SpeakerWords : speakers.PhraseOf(draft.Speaker);
        // A phrase cut at a cue inside it can be nothing: its head stands for it.
        if (phrase.Length <= 0)
            phrase = new WordRange(draft.Speaker.Index, draft.Speaker.Index + 1);
        return draft.Cue.Exists && phrase.Start == draft.CueWords.End ? AcrossCue(phrase, draft) : phrase;
    }

    /// <summary>
    /// “A,” said X, a teacher at the school: what the tree hangs on the content before the cue belongs to the speaker behind it, for no content
    /// goes on there.
    /// </summary>
    private WordRange AcrossCue(WordRange phrase, Draft draft)
    {
        var limit = draft.Cue.Sentence.End;
        var end = phrase.End;
        for (var word = phrase.End; word < limit && !draft.Holds(word) && quotations.IndexAt(word) < 0; word++)
        {
            if (parsed.UposTags[word] == Upos.Punct && parsed.Tokens.Form(word) is ",")
                continue;
            if (parsed.UposTags[word] is Upos.Punct or Upos.Verb or Upos.Aux or Upos.Sconj or Upos.Pron || times.At(word) is not null)
                break;
            if (!HangsBefore(word, phrase.End, draft.Cue.Index))
                break;
            if (parsed.UposTags[word] is Upos.Noun or Upos.Propn)
                end = word + 1;
        }
        return new WordRange(phrase.Start, end);
    }

    private bool HangsBefore(int word, int start, int cue)
    {
        for (var steps = 0; word >= start && steps < 12; steps++)
            word = parsed.Heads[word];
        return word >= 0 && word < cue;
    }
}
