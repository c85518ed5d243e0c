using System.Collections.Immutable;
using Parley.Records;
using Parley.Wording;

namespace Parley.Web.Articles;

/// <summary>A paragraph of an article and the records that begin in it.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Html">Its marked text.</param>
/// <param name="IsFurniture">True for what is no part of the story.</param>
/// <param name="Cards">Records that are certain enough.</param>
/// <param name="Folded">Those that are not.</param>
internal sealed record ArticleRow(
    int Number,
    Span Span,
    string Html,
    bool IsFurniture,
    ImmutableArray<Entry> Cards,
    ImmutableArray<Entry> Folded
);

/// <summary>Lays an article out: its paragraphs, and beside each the records that begin in it, in the order of the text.</summary>
internal sealed class ArticleRows
{
    /// <summary>Lays out a reading.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="chosen">Words that stand out; null for none.</param>
    /// <param name="anchors">Words that other files lead to; they stand out when somebody comes from there.</param>
    public ArticleRows(Reading reading, Span? chosen, ImmutableArray<Span> anchors)
    {
        var article = reading.Article;
        Entries = ReadingEntries.Of(reading);
        Passages = new Passages(article);
        var marked = new MarkedText(article.Text, Entries, chosen is { } span && span.End <= article.Text.Length ? chosen : null, anchors);
        var cards = Entries
            .Where(entry => entry.Marks.Length > 0)
            .OrderBy(entry => entry.Kind == EntryKind.Setting)
            .ThenBy(entry => entry.Marks[0])
            .ThenBy(entry => entry.Kind)
            .ToLookup(entry => Passages.ParagraphAt(entry.Marks[0].Start));
        Rows =
        [
            .. Passages.Paragraphs.Select(
                (paragraph, index) =>
                    new ArticleRow(
                        index + 1,
                        paragraph,
                        marked.Render(paragraph),
                        IsFurniture(article, paragraph),
                        [.. cards[index].Where(entry => !entry.IsUncertain)],
                        [.. cards[index].Where(entry => entry.IsUncertain)]
                    )
            ),
        ];
    }

    /// <summary>All records.</summary>
    public ImmutableArray<Entry> Entries { get; }

    /// <summary>The article's passages.</summary>
    public Passages Passages { get; }

    /// <summary>The paragraphs.</summary>
    public ImmutableArray<ArticleRow> Rows { get; }

    /// <summary>True when all letters of a paragraph are furniture, be it in several lines.</summary>
    private static bool IsFurniture(Article article, Span paragraph)
    {
        var at = paragraph.Start;
        foreach (var part in article.Furniture.Where(part => part.Overlaps(paragraph)).Order())
        {
            if (part.Start > at && !article.Text.AsSpan(at, part.Start - at).IsWhiteSpace())
                return false;
            at = Math.Max(at, part.End);
        }
        return at >= paragraph.End || article.Text.AsSpan(at, paragraph.End - at).IsWhiteSpace();
    }
}
