using Parley.Syntax;
using Parley.Text;

namespace Parley.Figures;

/// <summary>Finds figures that a heading, a caption or a repeated sentence tells once more.</summary>
internal sealed class Repeats(ParsedText parsed)
{
    // Two sentences are one telling when they share this part of their longer words.
    private const double SameTelling = 0.6;
    private const int LongWord = 4;

    // A report tells one number of one thing a few times; no more are compared.
    private const int MostCompared = 50;
    private readonly Dictionary<int, HashSet<string>> _longWords = [];

    /// <summary>Joins what is told twice: the later evidence goes to the earlier figure, and a heading's figure gives way to the report's.</summary>
    public List<FigureDraft> Join(List<FigureDraft> drafts)
    {
        var kept = new List<FigureDraft>();
        var index = new int[drafts.Count];
        for (var d = 0; d < drafts.Count; d++)
        {
            var first = Earlier(drafts[d], kept);
            if (first >= 0)
            {
                kept[first].Evidence.AddRange(drafts[d].Evidence);
                index[d] = first;
                if (IsHeading(kept[first]) && !IsHeading(drafts[d]))
                    kept[first] = drafts[d] with
                    {
                        Evidence = [.. drafts[d].Evidence, .. kept[first].Evidence.Except(drafts[d].Evidence)],
                        Whole = kept[first].Whole,
                    };
                continue;
            }
            index[d] = kept.Count;
            kept.Add(drafts[d] with { Whole = drafts[d].Whole < 0 ? -1 : index[drafts[d].Whole] });
        }
        return kept;
    }

    private int Earlier(FigureDraft draft, List<FigureDraft> kept)
    {
        var compared = 0;
        for (var k = 0; k < kept.Count && compared < MostCompared; k++)
        {
            var other = kept[k];
            if (
                other.Measure != draft.Measure
                || other.Quantity.Value != draft.Quantity.Value
                || (other.Quantity.Bound != draft.Quantity.Bound && IsHeading(other) == IsHeading(draft))
            )
                continue;
            compared++;
            if (IsHeading(other) != IsHeading(draft) || IsSameTelling(other, draft))
                return k;
        }
        return -1;
    }

    private bool IsHeading(FigureDraft draft)
    {
        foreach (var block in parsed.Tokens.Blocks)
            if (block.Words.Contains(draft.Quantity.Words))
                return block.Kind is BlockKind.Heading;
        return false;
    }

    private bool IsSameTelling(FigureDraft a, FigureDraft b)
    {
        var first = LongWords(a);
        var second = LongWords(b);
        var shared = second.Count(first.Contains);
        return shared > 0 && shared >= SameTelling * Math.Min(first.Count, second.Count) && a.Evidence[0] != b.Evidence[0];
    }

    private HashSet<string> LongWords(FigureDraft draft)
    {
        var sentence = parsed[draft.Quantity.Words.Start].Sentence;
        if (_longWords.TryGetValue(sentence.Start, out var words))
            return words;
        _longWords[sentence.Start] = words = new HashSet<string>(StringComparer.Ordinal);
        for (var word = sentence.Start; word < sentence.End; word++)
            if (parsed[word].Form.Length >= LongWord)
                words.Add(parsed[word].Lemma);
        return words;
    }
}
