using Parley.Ledger;
using Parley.Records;
using Parley.Wording;

namespace Parley.Answers;

/// <summary>A sentence of an article with what stands around it, to be read beside whatever was made of it.</summary>
public sealed record SentenceAnswer
{
    private const int LeastDigits = 4;

    /// <summary>The article.</summary>
    public required Article Article { get; init; }

    /// <summary>The outlet, else the source, else the beginning of the article's id.</summary>
    public required string Outlet { get; init; }

    /// <summary>The words meant; null where none are named or they lie outside the text.</summary>
    public required Span? Words { get; init; }

    /// <summary>The paragraph around them; the first where none are named.</summary>
    public required Span Paragraph { get; init; }

    /// <summary>Where they stand: paragraph, sentence and offsets (<c>¶4.2 412–471</c>); null where none are named.</summary>
    public required string? Place { get; init; }

    /// <summary>The paragraph's text before, within and behind the words.</summary>
    public (string Before, string Words, string Behind) Parts
    {
        get
        {
            var span = Words ?? new Span(Paragraph.Start, Paragraph.Start);
            var (text, from, until) = (Article.Text, Math.Min(Paragraph.Start, span.Start), Math.Max(Paragraph.End, span.End));
            return (text[from..span.Start], text[span.Start..span.End], text[span.End..until]);
        }
    }

    /// <summary>Asks a ledger; null where it has no article, or more than one, whose id begins so.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="article">The article's id or its first digits.</param>
    /// <param name="words">The words meant; null for none.</param>
    public static SentenceAnswer? Of(ILedger ledger, string article, Span? words) =>
        Find(ledger, article) is { } id && ledger.Find(id) is { } reading ? Of(reading.Article, words) : null;

    /// <summary>The id of the one article that begins so; null where there is none or more than one.</summary>
    public static string? Find(ILedger ledger, string article) =>
        article.Length >= LeastDigits && article.All(char.IsAsciiHexDigitLower) && ledger.IdsThatBegin(article) is [var id] ? id : null;

    private static SentenceAnswer Of(Article article, Span? words)
    {
        var passages = new Passages(article);
        var span = words is { } named && named.End <= article.Text.Length ? words : null;
        var paragraphs = passages.Paragraphs;
        return new SentenceAnswer
        {
            Article = article,
            Outlet = article.Publisher ?? article.Source ?? article.Id[..Math.Min(8, article.Id.Length)],
            Words = span,
            Paragraph =
                paragraphs.Count == 0 ? new Span(0, article.Text.Length)
                : span is { } one ? paragraphs[passages.ParagraphAt(one.Start)]
                : paragraphs[0],
            Place = span is { } place && paragraphs.Count > 0 ? passages.PlaceOf(place) : null,
        };
    }
}
