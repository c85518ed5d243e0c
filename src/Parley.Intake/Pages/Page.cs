using System.Collections.Immutable;
using AngleSharp.Html.Parser;
using Parley.Records;

namespace Parley.Intake.Pages;

/// <summary>The articles of an HTML page: their main text, and what the page says of itself. Nothing is fetched.</summary>
internal static class Page
{
    /// <summary>Reads a page; gives no document where it holds no article, one for each where it holds several stories.</summary>
    public static List<SourceDocument> Read(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        var metadata = PageMetadata.Of(page);
        PageElements.Clean(page);
        if (PageStories.Of(page, metadata) is { Count: > 0 } stories)
            return stories;
        var (blocks, byline) = PageFrame.Find(page, metadata);
        return blocks.Count == 0 ? [] : [Document(blocks, metadata with { Byline = metadata.Byline ?? PageMetadata.CleanByline(byline) })];
    }

    /// <summary>The document with these blocks.</summary>
    public static SourceDocument Document(List<PageBlock> blocks, PageMetadata metadata)
    {
        var headings = ImmutableArray.CreateBuilder<Span>();
        var at = 0;
        foreach (var block in blocks)
        {
            if (block.IsHeading)
                headings.Add(new Span(at, at + block.Text.Length));
            at += block.Text.Length + 2;
        }
        return new SourceDocument
        {
            Text = string.Join("\n\n", blocks.Select(block => block.Text)),
            Title = metadata.Title,
            Publisher = metadata.Publisher,
            Section = metadata.Section,
            Byline = metadata.Byline,
            Published = metadata.Published,
            Url = metadata.Url,
            Headings = headings.ToImmutable(),
            IsExtracted = true,
        };
    }
}
