using Parley.Records;

namespace Parley.Ledger;

/// <summary>Where something is told: an article, a record in it, and the sentence.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="Source">The file or id that the article came in with; null when unknown.</param>
/// <param name="Outlet">The outlet, else the source, else the beginning of the article's id.</param>
/// <param name="Published">Day of publication as an ISO date; null when unknown.</param>
/// <param name="Record">Id of the record in the article's reading.</param>
/// <param name="Sentence">The sentence on one line.</param>
/// <param name="Start">Where the sentence begins in the article's text, in UTF-16 code units.</param>
/// <param name="End">Where it ends.</param>
public sealed record Citation(
    string Article,
    string? Source,
    string Outlet,
    string? Published,
    string Record,
    string Sentence,
    int Start,
    int End
)
{
    private const int ShortLength = 8;

    /// <summary>The record's id among all articles: the beginning of the article's id and the record's, <c>3fa9c1d2/e4</c>.</summary>
    public string Id => $"{Article[..Math.Min(ShortLength, Article.Length)]}/{Record}";

    /// <summary>The citation of a record with the sentence around a span of it.</summary>
    public static Citation Of(Reading reading, string record, Span span)
    {
        var sentence = Around(reading, span);
        return new Citation(
            reading.Article.Id,
            reading.Article.Source,
            reading.Article.Publisher ?? reading.Article.Source ?? reading.Article.Id[..Math.Min(ShortLength, reading.Article.Id.Length)],
            ReadingOrder.Day(reading),
            record,
            OneLine(sentence.Of(reading.Article.Text)),
            sentence.Start,
            sentence.End
        );
    }

    /// <summary>The sentence around a span; the span itself where none is.</summary>
    public static Span Around(Reading reading, Span span)
    {
        foreach (var sentence in reading.Article.Sentences)
            if (sentence.Contains(span))
                return sentence;
        return span;
    }

    /// <summary>White space, line ends included, as single blanks.</summary>
    public static string OneLine(ReadOnlySpan<char> text) =>
        string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
