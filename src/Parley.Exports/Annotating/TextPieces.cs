using System.Text.RegularExpressions;
using Parley.Records;

namespace Parley.Exports.Annotating;

/// <summary>Sentences and tokens of a text, as annotation tools want them.</summary>
internal static partial class TextPieces
{
    /// <summary>Stretches of the text without line ends, cut where sentences begin, without white space at their edges.</summary>
    public static IEnumerable<Span> Sentences(Reading reading)
    {
        var text = reading.Article.Text;
        var starts = new SortedSet<int>(reading.Article.Sentences.Select(sentence => sentence.Start)) { 0 };
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
            starts.Add(at + 1);
        foreach (var (start, end) in starts.Zip(starts.Skip(1).Append(text.Length)))
        {
            var (from, to) = (start, end);
            while (from < to && char.IsWhiteSpace(text[from]))
                from++;
            while (to > from && char.IsWhiteSpace(text[to - 1]))
                to--;
            if (from < to)
                yield return new Span(from, to);
        }
    }

    /// <summary>The tokens of such a stretch, cut wherever a record begins or ends.</summary>
    /// <param name="text">The text of the article.</param>
    /// <param name="part">The stretch.</param>
    /// <param name="near">The records that stand in it, and perhaps others.</param>
    public static List<Span> Tokens(string text, Span part, IEnumerable<PlacedRecord> near)
    {
        var cuts = near.SelectMany(mark => new[] { mark.Span.Start, mark.Span.End }).ToHashSet();
        var tokens = new List<Span>();
        foreach (var match in Words().EnumerateMatches(text.AsSpan(0, part.End), part.Start))
        {
            var (start, end) = (match.Index, match.Index + match.Length);
            for (var at = start + 1; at <= end; at++)
                if (at == end || cuts.Contains(at))
                {
                    tokens.Add(new Span(start, at));
                    start = at;
                }
        }
        return tokens;
    }

    /// <summary>Letters, digits and marks together, everything else but white space alone; a pair of surrogates is never cut.</summary>
    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+|[\uD800-\uDBFF][\uDC00-\uDFFF]\p{M}*|[^\s]\p{M}*", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
