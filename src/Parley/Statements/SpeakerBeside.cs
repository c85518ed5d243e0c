using Parley.Syntax;
using Parley.Text;
using Parley.Times;

namespace Parley.Statements;

/// <summary>
/// Finds the noun phrase right before or behind a verb of speech by tags alone, for trees that give the verb no subject.
/// </summary>
internal sealed class SpeakerBeside(ParsedText parsed, TimeTable times, SpeakerFinder speakers)
{
    private const int Reach = 30;

    /// <summary>Head and words of the noun phrase before the verb, its apposition between commas included; no node where there is none.</summary>
    public (Node Head, WordRange Words) Before(Node verb)
    {
        var sentence = verb.Sentence;
        var last = verb.Index - 1;
        while (last >= sentence.Start && (parsed.UposTags[last] is Upos.Aux or Upos.Adv || times.At(last) is not null))
            last--;
        if (last < sentence.Start)
            return (Node.None, default);
        if (parsed.Tokens.Form(last) is "," && Opening(last, sentence) is >= 0 and var comma)
        {
            var name = PhraseEndingAt(comma - 1, sentence);
            return speakers.CanSpeak(name.Head) ? (name.Head, new WordRange(name.Words.Start, last)) : (Node.None, default);
        }
        var phrase = PhraseEndingAt(last, sentence);
        return speakers.CanSpeak(phrase.Head) ? phrase : (Node.None, default);
    }

    /// <summary>Head and words of the noun phrase behind the verb ("said the mayor"); no node where there is none.</summary>
    public (Node Head, WordRange Words) Behind(Node verb)
    {
        var sentence = verb.Sentence;
        var end = verb.Index + 1;
        var head = -1;
        while (end < sentence.End && end < verb.Index + Reach && IsInPhrase(end) && !(head >= 0 && parsed.UposTags[end] == Upos.Adp))
        {
            if (parsed.UposTags[end] is Upos.Noun or Upos.Propn)
                head = end;
            end++;
        }
        if (head < 0 || !speakers.CanSpeak(parsed[head]))
            return (Node.None, default);
        return (parsed[head], new WordRange(verb.Index + 1, head + 1));
    }

    /// <summary>The comma that opens an apposition which closes at <paramref name="closing"/>; -1 where there is none.</summary>
    private int Opening(int closing, WordRange sentence)
    {
        for (var word = closing - 1; word > sentence.Start && word > closing - Reach; word--)
        {
            if (parsed.UposTags[word] == Upos.Verb && parsed.XposTags[word] is "VBD" or "VBZ" or "VBP")
                return -1;
            if (parsed.Tokens.Form(word) is "," && parsed.UposTags[word - 1] is Upos.Noun or Upos.Propn)
                return word;
        }
        return -1;
    }

    private (Node Head, WordRange Words) PhraseEndingAt(int last, WordRange sentence)
    {
        if (last < sentence.Start)
            return (Node.None, default);
        if (parsed.UposTags[last] == Upos.Pron)
            return (parsed[last], new WordRange(last, last + 1));
        var start = last + 1;
        var head = last;
        while (start > sentence.Start && start > last - Reach && IsInPhrase(start - 1))
        {
            start--;
            if (parsed.UposTags[start] == Upos.Adp && start > sentence.Start && parsed.UposTags[start - 1] is Upos.Noun or Upos.Propn)
                head = start - 1;
        }
        while (start < head && parsed.UposTags[start] == Upos.Adp)
            start++;
        return parsed.UposTags[head] is Upos.Noun or Upos.Propn && start <= head
            ? (parsed[head], new WordRange(start, last + 1))
            : (Node.None, default);
    }

    private bool IsInPhrase(int word) =>
        parsed.UposTags[word] is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det or Upos.Num
        || (parsed.UposTags[word] == Upos.Adp && parsed.Tokens.Form(word) is "of" or "for" or "from" or "at" or "in")
        || parsed.XposTags[word] is "POS" or "PRP$" or "HYPH";
}
