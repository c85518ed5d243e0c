using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Parley.Records;

namespace Parley.Intake;

/// <summary>The article of an HTML page: its main text, and what the page says of itself. Nothing is fetched.</summary>
internal static class Page
{
    /// <summary>Reads a page; null when no article is found in it.</summary>
    public static SourceDocument? Read(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        var metadata = PageMetadata.Of(page);
        var (blocks, byline) = PageFrame.Find(page, metadata);
        if (blocks.Count == 0)
            return null;
        return new SourceDocument
        {
            Text = string.Join("\n\n", blocks.Select(block => block.Text)),
            Title = metadata.Title,
            Publisher = metadata.Publisher,
            Section = metadata.Section,
            Byline = metadata.Byline ?? PageMetadata.CleanByline(byline),
            Published = metadata.Published,
            Url = metadata.Url,
            IsExtracted = true,
        };
    }
}
