using Parley.Lexicons;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

/// <summary>Settles where a content begins and ends: marks of quotation and a leading "that" belong to it, commas and the full stop outside the marks do not.</summary>
internal sealed class ContentExtent(ParsedText parsed, QuotationTable quotations)
{
    private static readonly Lexicon s_connectives = LexiconSet.Get("lexicons/connectives");

    /// <summary>Settles a run of words; <paramref name="keepOut"/> (the reporting clause) is never taken in. Gives an empty range where nothing is left.</summary>
    public WordRange Settle(WordRange range, WordRange keepOut)
    {
        range = Strip(AcrossEllipsis(range));
        if (range.Length <= 0)
            return range;
        if (quotations.IndexAt(range.Start) is >= 0 and var around && keepOut.Length > 0 && quotations.IndexAt(keepOut.End - 1) == around)
            return WithoutMarks(range, quotations.Quotations[around].Words);
        var start = SnapStart(range.Start, keepOut);
        var end = SnapEnd(range.End, keepOut);
        range = Strip(WholeTokens(new WordRange(start, end), keepOut));
        return range.Length > 0 && IsOnlyMarks(range) ? new WordRange(range.Start, range.Start) : range;
    }

    /// <summary>A content never ends within "de-escalate".</summary>
    private WordRange WholeTokens(WordRange range, WordRange keepOut)
    {
        var end = range.End;
        while (end < parsed.Count && end != keepOut.Start && !parsed.Tokens.Words[end - 1].SpaceAfter && IsJoined(end))
            end++;
        return new WordRange(range.Start, end);
    }

    private bool IsJoined(int word) =>
        parsed.Tokens.Form(word) is "-" && !parsed.Tokens.Words[word].SpaceAfter
        || (parsed.Tokens.Form(word - 1) is "-" && char.IsLetterOrDigit(parsed.Tokens.Form(word)[0]));

    /// <summary>Within a quotation that holds the cue too, the marks belong to the outer content.</summary>
    private WordRange WithoutMarks(WordRange range, WordRange quotation)
    {
        var end = Math.Min(range.End, quotation.End);
        while (end > range.Start && parsed.UposTags[end - 1] == Upos.Punct)
            end--;
        return new WordRange(Math.Max(range.Start, quotation.Start), end);
    }

    /// <summary>Two quotations side by side are two pieces.</summary>
    public IEnumerable<WordRange> Pieces(WordRange range)
    {
        var start = range.Start;
        for (var word = range.Start; word < range.End; word++)
        {
            if (quotations.At(word) is not { } quotation || !quotation.HasEnd || quotation.Words.End != word + 1)
                continue;
            var next = word + 1;
            while (next < range.End && parsed.UposTags[next] == Upos.Punct && quotations.IndexAt(next) < 0)
                next++;
            if (
                next >= range.End
                || quotations.At(next) is not { } other
                || other.Words.Start != next
                || !other.IsSpeech
                || !quotation.IsSpeech
            )
                continue;
            yield return new WordRange(start, word + 1);
            start = next;
        }
        if (start < range.End)
            yield return new WordRange(start, range.End);
    }

    /// <summary>A sentence broken by an ellipsis goes on where the next begins in lower case.</summary>
    private WordRange AcrossEllipsis(WordRange range)
    {
        var sentence = range.Length > 0 ? parsed.SentenceOf(range.End - 1) : -1;
        if (sentence < 0 || sentence + 1 >= parsed.Sentences.Length || quotations.IndexAt(range.End - 1) >= 0)
            return range;
        var (current, next) = (parsed.Sentences[sentence], parsed.Sentences[sentence + 1]);
        if (range.End < current.End - 1 || next.Start != current.End || parsed.Tokens.Form(current.End - 1) is not ("..." or "…"))
            return range;
        return char.IsLower(parsed.Tokens.Form(next.Start)[0]) ? new WordRange(range.Start, next.End) : range;
    }

    /// <summary>
    /// The words below <paramref name="root"/> as unbroken runs, without those below <paramref name="cut"/> and without the words of <paramref name="keepOut"/>.
    /// </summary>
    public List<WordRange> RunsOf(Node root, Node cut, WordRange keepOut)
    {
        var runs = new List<WordRange>();
        var hull = root.Subtree;
        var start = -1;
        var last = -1;
        for (var word = hull.Start; word < hull.End; word++)
        {
            var node = parsed[word];
            if (keepOut.Contains(word) || !node.IsWithin(root) || (cut.Exists && node.IsWithin(cut)))
            {
                if (start >= 0 && (keepOut.Contains(word) || node.Upos != Upos.Punct))
                {
                    runs.Add(new WordRange(start, last + 1));
                    start = -1;
                }
                continue;
            }
            if (start < 0)
                start = word;
            last = word;
        }
        if (start >= 0)
            runs.Add(new WordRange(start, last + 1));
        return runs;
    }

    private WordRange Strip(WordRange range)
    {
        var (start, end) = (range.Start, range.End);
        while (start < end && IsLeadingWaste(start))
            start++;
        start = SkipConnective(start, end);
        while (start < end && IsLeadingWaste(start))
            start++;
        while (end > start && IsTrailingWaste(end - 1, start))
            end--;
        return new WordRange(start, end);
    }

    private int SkipConnective(int start, int end)
    {
        var match = PhraseMatch.Longest(s_connectives, parsed.Tokens, start, end);
        return match.Row >= 0 && match.Words.End < end && parsed.Tokens.Form(match.Words.End) is "," ? match.Words.End + 1 : start;
    }

    /// <summary>True for the "that" which begins a content.</summary>
    public static bool IsComplementizer(Node word) => word.IsForm("that") && (word.Upos == Upos.Sconj || word.Relation == Relation.Mark);

    private bool IsLeadingWaste(int word) =>
        (parsed.UposTags[word] == Upos.Punct || parsed.Tokens.Form(word) is "-" or "–" or "—")
        && !OpensQuotation(word)
        && parsed.Tokens.Form(word) is not ("(" or "[" or "…" or "...");

    private bool IsTrailingWaste(int word, int start)
    {
        if (parsed.Tokens.Form(word) is ")" or "]")
            return !Opens(word, start);
        if (parsed.Tokens.Form(word) is "?" or "!" or "…")
            return false;
        if (quotations.At(word) is { } quotation && (quotation.HasEnd ? word == quotation.Words.End - 1 : quotation.IsSpeech))
            return false;
        return parsed.UposTags[word] is Upos.Punct || (parsed.UposTags[word] == Upos.Cconj && word > start);
    }

    private bool Opens(int closing, int start)
    {
        for (var word = closing - 1; word >= start; word--)
            if (parsed.Tokens.Form(word) is "(" or "[")
                return true;
        return false;
    }

    private bool OpensQuotation(int word) => quotations.At(word) is { } quotation && quotation.Words.Start == word;

    private int SnapStart(int start, WordRange keepOut)
    {
        if (quotations.At(start) is not { } quotation)
            return start;
        var first = quotation.Words.Start;
        if (first >= start || (keepOut.Length > 0 && keepOut.Start < start && first < keepOut.End && keepOut.Start >= first))
            return start;
        return SnapToSentence(first, start);
    }

    /// <summary>A quotation that began within an earlier sentence takes the words of that sentence before it along.</summary>
    private int SnapToSentence(int first, int start)
    {
        var sentence = parsed.SentenceOf(first);
        if (sentence < 0 || sentence == parsed.SentenceOf(start))
            return first;
        var begin = parsed.Sentences[sentence].Start;
        if (begin == first || first - begin > 40 || parsed.UposTags[first - 1] == Upos.Punct)
            return first;
        for (var word = begin; word < first; word++)
            if (quotations.IndexAt(word) >= 0)
                return first;
        return begin;
    }

    private int SnapEnd(int end, WordRange keepOut)
    {
        var index = quotations.IndexAt(end - 1);
        if (index < 0)
            return end;
        var last = quotations.Quotations[index].Words.End;
        return last > end && (keepOut.Length == 0 || keepOut.Start >= last || keepOut.End <= end) ? last : end;
    }

    private bool IsOnlyMarks(WordRange range)
    {
        for (var word = range.Start; word < range.End; word++)
            if (parsed.UposTags[word] != Upos.Punct)
                return false;
        return true;
    }
}
