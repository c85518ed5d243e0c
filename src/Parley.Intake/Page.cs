using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Parley.Records;

namespace Parley.Intake;

/// <summary>The article of an HTML page: its main text, and what the page says of itself. Nothing is fetched.</summary>
internal static class Page
{
    /// <summary>Where relative links point when the page does not say; SmartReader wants some address.</summary>
    private const string NoAddress = "https://page.invalid/";

    /// <summary>"Nobody was hurt." and the like.</summary>
    private const int ShortestSentence = 15;

    /// <summary>Deeper than any real page: the parsers recurse.</summary>
    private const int DeepestNesting = 1000;

    /// <summary>Reads a page; null when no article is found in it.</summary>
    public static SourceDocument? Read(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        if (IsTooDeep(page))
            return null;
        var metadata = PageMetadata.Of(page);
        var text = "";
        using (var reader = new SmartReader.Reader(NoAddress, page) { ContinueIfNotReadable = true })
        {
            reader.AddCustomOperationEnd(element => text = PageText.Of(element, metadata));
            var article = reader.GetArticle();
            if (!article.Completed || !HasSentence(text))
                return null;
            metadata = metadata with { Byline = metadata.Byline ?? PageMetadata.CleanByline(article.Byline) };
        }
        return new SourceDocument
        {
            Text = text,
            Title = metadata.Title,
            Publisher = metadata.Publisher,
            Section = metadata.Section,
            Byline = metadata.Byline,
            Published = metadata.Published,
            Url = metadata.Url,
            IsExtracted = true,
        };
    }

    /// <summary>True when some block is long enough and ends as a sentence does: a list of links or a form has none.</summary>
    private static bool HasSentence(string text) =>
        text.Split("\n\n").Any(block => block.Length >= ShortestSentence && ".!?\"”’):…".Contains(block[^1], StringComparison.Ordinal));

    private static bool IsTooDeep(IDocument page)
    {
        var depth = 0;
        for (INode? node = page.DocumentElement; node is not null; )
        {
            if (depth > DeepestNesting)
                return true;
            if (node.FirstChild is { } child)
            {
                (node, depth) = (child, depth + 1);
                continue;
            }
            while (node is not null && node.NextSibling is null)
                (node, depth) = (node.Parent, depth - 1);
            node = node?.NextSibling;
        }
        return false;
    }
}
