using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

/// <summary>Reads statements whose speaker stands behind a preposition: "according to X", "in the words of X". The words lie in <c>lexicons/report-pointers</c>.</summary>
internal sealed class PointerCueReader(
    ParsedText parsed,
    SpeakerFinder speakers,
    ContentExtent extent,
    QuotationTable quotations,
    Datelines datelines
)
{
    private static readonly Lexicon s_pointers = LexiconSet.Get("lexicons/report-pointers");

    /// <summary>The statement that begins with these words; null where they are none, or nobody who can speak follows.</summary>
    public Draft? Read(int word)
    {
        var sentence = parsed.SentenceOf(word);
        if (sentence < 0)
            return null;
        var limit = parsed.Sentences[sentence].End;
        var (words, row) = PhraseMatch.Longest(s_pointers, parsed.Tokens, word, limit);
        if (row < 0 || words.End >= limit || !MayStandHere(words, row))
            return null;
        var speaker = PhraseBehind(words.End, limit);
        if (!speakers.CanSpeak(speaker))
            return null;
        var phrase = speakers.PhraseOf(speaker);
        var draft = new Draft
        {
            Cue = parsed[word],
            Clause = speaker,
            Speaker = speaker,
            CueWords = words,
            Act = StatementAct.Asserts,
            Frame = CueFrames.Clause,
            FoundBy = StatementRules.Pointers,
        };
        var pointer = new WordRange(words.Start, Math.Max(words.End, speaker.Subtree.End));
        foreach (var run in ContentAround(pointer, phrase, parsed.Sentences[sentence]))
            draft.Add(extent.Settle(run, pointer));
        return draft.Content.Count > 0 ? draft : null;
    }

    private bool MayStandHere(WordRange words, int row)
    {
        if (s_pointers.Cell(row, 1).SequenceEqual("any"))
            return true;
        var before = words.Start - 1;
        return before < 0 || parsed.UposTags[before] == Upos.Punct || parsed.SentenceOf(before) != parsed.SentenceOf(words.Start);
    }

    /// <summary>The head of the noun phrase that begins here: the highest word above the first whose words all lie behind it.</summary>
    private Node PhraseBehind(int start, int limit)
    {
        var node = parsed[start];
        for (var word = start; word < limit; word++)
            if (parsed.Tokens.Form(word) is ",")
                limit = word;
        while (node.Head is { Exists: true } head && head.Index >= start && head.Index < limit && IsNominal(head))
            node = head;
        return node;
    }

    /// <summary>
    /// The sentence before the pointer; behind it where it opens the sentence; both where it stands between commas. A pointer within a quotation keeps to it.
    /// </summary>
    private List<WordRange> ContentAround(WordRange pointer, WordRange phrase, WordRange sentence)
    {
        if (quotations.At(pointer.Start) is { } quotation)
            sentence = new WordRange(Math.Max(sentence.Start, quotation.Words.Start), Math.Min(sentence.End, quotation.Words.End));
        sentence = BetweenSemicolons(pointer, new WordRange(datelines.Behind(sentence.Start, pointer.Start), sentence.End));
        var end = Math.Max(phrase.End, EndAtComma(pointer, phrase));
        var runs = new List<WordRange>();
        if (CountWords(sentence.Start, pointer.Start) >= 2)
            runs.Add(new WordRange(sentence.Start, pointer.Start));
        if (CountWords(end, sentence.End) >= 3)
            runs.Add(new WordRange(end, sentence.End));
        return runs;
    }

    /// <summary>Behind a semicolon another may speak.</summary>
    private WordRange BetweenSemicolons(WordRange pointer, WordRange sentence)
    {
        for (var word = sentence.Start; word < sentence.End; word++)
            if (parsed.Tokens.Form(word) is ";" && quotations.IndexAt(word) < 0)
            {
                if (word > pointer.Start)
                    return sentence with { End = word };
                sentence = sentence with { Start = word + 1 };
            }
        return sentence;
    }

    /// <summary>What hangs on the speaker up to the next comma belongs to him, and so does "which …" behind it; the rest is content.</summary>
    private int EndAtComma(WordRange pointer, WordRange phrase)
    {
        for (var word = phrase.End; word < pointer.End; word++)
            if (parsed.Tokens.Form(word) is ",")
                return RelativeClauseAt(word + 1) is { Exists: true } told ? Math.Max(word, told.Subtree.End) : word;
        return pointer.End;
    }

    /// <summary>The clause of a "which" or "who" that begins here.</summary>
    private Node RelativeClauseAt(int word)
    {
        if (word >= parsed.Count || parsed.Tokens.Form(word) is not ("which" or "who" or "whose" or "whom"))
            return Node.None;
        var node = parsed[word];
        for (var steps = 0; node.Exists && steps < 4 && !node.IsRoot; steps++, node = node.Head)
            if (node.Relation == Relation.AclRelcl && node.Subtree.Start >= word - 1)
                return node;
        return Node.None;
    }

    private static bool IsNominal(Node node) =>
        node.Upos is not (Upos.Verb or Upos.Aux) && !node.Child(Relation.Cop).Exists && !node.Child(Relation.Nsubj).Exists;

    private int CountWords(int start, int end)
    {
        var count = 0;
        for (var word = start; word < end; word++)
            if (parsed.UposTags[word] is not (Upos.Punct or Upos.Cconj))
                count++;
        return count;
    }
}
