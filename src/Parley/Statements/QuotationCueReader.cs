using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

/// <summary>
/// Gives the quotations that no verb took a speaker: from the reporting words behind or before them, or, where there are none,
/// from a label beside them or the statement above that they go on with.
/// </summary>
internal sealed class QuotationCueReader(
    ParsedText parsed,
    QuotationTable quotations,
    CueLexicon cues,
    SpeakerFinder speakers,
    VerbCueReader verbs
)
{
    private const int Reach = 45;
    private readonly QuotationLabels _labels = new(parsed, speakers, quotations);
    private readonly Dictionary<int, Draft> _byCue = [];
    private readonly Dictionary<int, Draft> _bySentence = [];

    /// <summary>Adds to <paramref name="drafts"/> what the quotations say.</summary>
    public void Read(List<Draft> drafts)
    {
        foreach (var draft in drafts)
            Index(draft);
        var owner = OwnersOf(drafts);
        var all = quotations.Quotations;
        for (var q = 0; q < all.Count; q++)
        {
            if (owner[q] is not null || !(all[q].IsSpeech || (q > 0 && all[q - 1].GoesOn)))
                continue;
            owner[q] = ReadOne(q, owner, drafts);
        }
        for (var q = all.Count - 2; q >= 0; q--)
            if (owner[q] is null && all[q].GoesOn && owner[q + 1] is { } below)
                owner[q] = Join(below, all[q].Words);
    }

    /// <summary>For each quotation the draft that already has most of its words.</summary>
    private Draft?[] OwnersOf(List<Draft> drafts)
    {
        var owner = new Draft?[quotations.Quotations.Count];
        foreach (var draft in drafts)
        foreach (var range in draft.Content)
            for (var word = range.Start; word < range.End; word++)
            {
                var q = quotations.IndexAt(word);
                if (q < 0)
                    continue;
                var words = quotations.Quotations[q].Words;
                if (
                    Math.Min(range.End, words.End) - Math.Max(range.Start, words.Start) > words.Length / 2
                    && (owner[q] is not { } other || other.Size < draft.Size)
                )
                    owner[q] = draft;
                word = words.End - 1;
            }
        return owner;
    }

    private Draft? ReadOne(int q, Draft?[] owner, List<Draft> drafts)
    {
        var words = quotations.Quotations[q].Words;
        if (q > 0 && quotations.Quotations[q - 1].GoesOn && owner[q - 1] is { } above)
            return Join(above, words);
        if (_labels.Of(words) is { Mark.Exists: true } label)
            return Add(
                new Draft
                {
                    Cue = label.Mark,
                    CueWords = new WordRange(label.Mark.Index, label.Mark.Index + 1),
                    Speaker = label.Speaker,
                    SpeakerWords = label.Words,
                    Frame = CueFrames.Quote,
                },
                words,
                drafts
            );
        var verb = VerbBehind(words);
        if (!verb.Exists)
            verb = VerbBefore(words);
        if (verb.Exists)
        {
            if (_byCue.TryGetValue(verb.Index, out var known))
                return Join(known, words);
            return Start(verb, words, drafts);
        }
        return q > 0 && owner[q - 1] is { } last && FollowsOn(last, words) ? Join(last, words)
            : StatementJustBefore(words) is { } spoken ? Join(spoken, words)
            : null;
    }

    /// <summary>Of several statements in a sentence the longest is the one that a quotation behind it goes on with.</summary>
    private void Index(Draft draft)
    {
        if (!draft.Cue.Exists)
            return;
        _byCue[draft.Cue.Index] = draft;
        var sentence = parsed.SentenceOf(draft.Cue.Index);
        if (!draft.IsNominal && (!_bySentence.TryGetValue(sentence, out var other) || draft.Size > other.Size))
            _bySentence[sentence] = draft;
    }

    private static Draft Join(Draft draft, WordRange words)
    {
        draft.Add(words);
        return draft;
    }

    private Draft Start(Node verb, WordRange words, List<Draft> drafts) =>
        Add(
            new Draft
            {
                Cue = verb,
                Clause = verb,
                CueWords = verbs.RelayedCueOf(verb),
                Speaker = verbs.QuotedSpeakerOf(verb),
                SpeakerWords = verbs.SpeakerWordsOf(verb),
                Act = cues.Verb(verb.Lemma, CueFrames.Quote | CueFrames.Clause) ?? StatementAct.Asserts,
                Frame = CueFrames.Quote,
            },
            words,
            drafts
        );

    private Draft Add(Draft draft, WordRange words, List<Draft> drafts)
    {
        draft.FoundBy = StatementRules.Quotations;
        draft.Add(words);
        drafts.Add(draft);
        Index(draft);
        return draft;
    }

    /// <summary>“A,” he said; “A?” asked the minister.</summary>
    private Node VerbBehind(WordRange words)
    {
        if (
            words.End >= parsed.Count
            || parsed.SentenceOf(words.End) is not (>= 0 and var sentence)
            || !SameBlock(words.End - 1, words.End)
        )
            return Node.None;
        var endsWithStop = words.End - 2 >= 0 && parsed.Tokens.Form(words.End - 2) is ".";
        if (parsed.UposTags[words.End] == Upos.Cconj)
            return Node.None;
        var begins = parsed.Sentences[sentence].Start == words.End;
        if (begins && (endsWithStop || !(char.IsLower(parsed.Tokens.Form(words.End)[0]) || IsShort(parsed.Sentences[sentence]))))
            return Node.None;
        var end = Math.Min(parsed.Sentences[sentence].End, words.End + Reach);
        for (var word = words.End; word < end && quotations.IndexAt(word) < 0; word++)
        {
            if (!CanReport(parsed[word]))
                continue;
            var hasOther = _byCue.TryGetValue(word, out var draft) && draft.Content[0].Start > word;
            return hasOther && endsWithStop ? Node.None : parsed[word];
        }
        return Node.None;
    }

    /// <summary>He said: “A”; In Kyiv he told reporters, “A”.</summary>
    private Node VerbBefore(WordRange words)
    {
        var before = words.Start - 1;
        if (before < 0 || parsed.SentenceOf(before) is not (>= 0 and var sentence))
            return Node.None;
        var mark = parsed.Tokens.Form(before);
        if (!SameBlock(before, words.Start) && mark is not (":" or ","))
            return Node.None;
        var isIntroduced = mark is ":" or "," or "-" or "–" or "—" || parsed.SentenceOf(words.Start) == sentence;
        if (!isIntroduced)
            return Node.None;
        var start = Math.Max(parsed.Sentences[sentence].Start, before - Reach);
        for (var word = before; word >= start && quotations.IndexAt(word) < 0; word--)
            if (CanReport(parsed[word]))
                return parsed[word];
        return Node.None;
    }

    private bool CanReport(Node verb)
    {
        if (verb.Upos != Upos.Verb || cues.IsMind(verb.Lemma) || !SpeechReality.IsReal(verb, cues) || SpeechReality.IsNegated(verb))
            return false;
        if (VerbCueReader.IsQuoting(verb))
            return false;
        var frames = verb.Child(Relation.AuxPass).Exists ? CueFrames.Quote : CueFrames.Quote | CueFrames.Clause;
        if ((cues.VerbFrames(verb.Lemma) & frames) == 0)
            return false;
        return speakers.CanSpeak(verbs.SpeakerOf(verb));
    }

    /// <summary>True where nothing but the reporting words of <paramref name="last"/> stands between its content and these words.</summary>
    private bool FollowsOn(Draft last, WordRange words)
    {
        var end = Math.Max(last.CueWords.End, last.Content[^1].End);
        if (end > words.Start)
            return false;
        var sentence = parsed.SentenceOf(Math.Max(0, end - 1));
        return sentence >= 0
            && (parsed.Sentences[sentence].End >= words.Start || OnlyMarksBetween(parsed.Sentences[sentence].End, words.Start));
    }

    /// <summary>The statement of the sentence right before, whose speaker goes on in quotation marks.</summary>
    private Draft? StatementJustBefore(WordRange words)
    {
        if (words.Start == 0 || parsed.SentenceOf(words.Start - 1) is not (>= 0 and var sentence))
            return null;
        var before = parsed.Sentences[sentence];
        if (before.Contains(words.Start))
            return null;
        return _bySentence.GetValueOrDefault(sentence);
    }

    private bool OnlyMarksBetween(int start, int end)
    {
        for (var word = start; word < end; word++)
            if (parsed.UposTags[word] != Upos.Punct)
                return false;
        return true;
    }

    private bool SameBlock(int first, int second)
    {
        for (var at = parsed.Tokens.Words[first].End; at < parsed.Tokens.Words[second].Start; at++)
            if (parsed.Text[at] == '\n')
                return false;
        return true;
    }

    private static bool IsShort(WordRange sentence) => sentence.Length <= 12;
}
