using System.Globalization;
using Parley.Records;

namespace Parley.Wording;

/// <summary>Finds the sentence around a span, and the number of its paragraph.</summary>
public sealed class Passages
{
    private readonly Article _article;

    /// <summary>Reads the paragraphs of an article: what stands between blank lines, or the lines where there are no blank ones.</summary>
    public Passages(Article article)
    {
        _article = article;
        Paragraphs = Split(article.Text, article.Text.Contains("\n\n", StringComparison.Ordinal));
    }

    /// <summary>The paragraphs, without the white space around them; none is empty.</summary>
    public IReadOnlyList<Span> Paragraphs { get; }

    /// <summary>The sentence or sentences that a span lies in; the span itself where it lies in none.</summary>
    public Span SentenceAround(Span span)
    {
        var (first, last) = (SentenceAt(span.Start), SentenceAt(span.End - 1));
        return new Span(
            first >= 0 ? Math.Min(span.Start, _article.Sentences[first].Start) : span.Start,
            last >= 0 ? Math.Max(span.End, _article.Sentences[last].End) : span.End
        );
    }

    /// <summary>Index of the paragraph that a position lies in, or the nearest before it.</summary>
    public int ParagraphAt(int position)
    {
        var (low, high) = (0, Paragraphs.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Paragraphs[middle].Start <= position ? (middle, high) : (low, middle - 1);
        }
        return low;
    }

    /// <summary>Where a span stands: paragraph and sentence, counted from 1, and its offsets (<c>¶4.2 412–471</c>).</summary>
    public string PlaceOf(Span span)
    {
        var paragraph = ParagraphAt(span.Start);
        var number = 1;
        for (var s = SentenceAt(span.Start) - 1; s >= 0 && _article.Sentences[s].Start >= Paragraphs[paragraph].Start; s--)
            number++;
        return string.Create(CultureInfo.InvariantCulture, $"¶{paragraph + 1}.{number} {span.Start}–{span.End}");
    }

    /// <summary>A part of the text on one line: line ends as blanks; blanks at the seams stay.</summary>
    public string Flat(int start, int end) => _article.Text[start..end].Replace('\n', ' ');

    /// <summary>Index of the sentence around a position, -1 where there is none.</summary>
    private int SentenceAt(int position)
    {
        var (low, high) = (0, _article.Sentences.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var sentence = _article.Sentences[middle];
            if (position < sentence.Start)
                high = middle - 1;
            else if (position >= sentence.End)
                low = middle + 1;
            else
                return middle;
        }
        return -1;
    }

    private static List<Span> Split(string text, bool atBlankLines)
    {
        var paragraphs = new List<Span>();
        var (start, end) = (-1, 0);
        for (var line = 0; line <= text.Length; )
        {
            var lineEnd = text.IndexOf('\n', line) is >= 0 and var found ? found : text.Length;
            var isBlank = text.AsSpan(line, lineEnd - line).IsWhiteSpace();
            if (start >= 0 && (isBlank || !atBlankLines))
            {
                paragraphs.Add(new Span(start, end));
                start = -1;
            }
            if (!isBlank)
            {
                start = start >= 0 ? start : line + (lineEnd - line - text.AsSpan(line, lineEnd - line).TrimStart().Length);
                end = line + text.AsSpan(line, lineEnd - line).TrimEnd().Length;
            }
            line = lineEnd + 1;
        }
        if (start >= 0)
            paragraphs.Add(new Span(start, end));
        return paragraphs;
    }
}
