using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Parley.Intake.Pages;

/// <summary>Finds the element of a page that holds the article, and gives its blocks.</summary>
/// <remarks>SmartReader finds it by what its paragraphs look like. Where an element that the page itself names as the article holds far more prose, that is taken.</remarks>
internal static class PageFrame
{
    /// <summary>Where relative links point when the page does not say; SmartReader wants some address.</summary>
    private const string NoAddress = "https://page.invalid/";

    /// <summary>How much more prose a named element must hold.</summary>
    private const double FarMore = 1.6;

    /// <summary>In a larger page SmartReader would take too long: the element that is named as the article is taken, or the whole page.</summary>
    private const int MostElements = 12_000;

    /// <summary>"Nobody was hurt." and the like.</summary>
    private const int ShortestSentence = 15;

    /// <summary>The blocks of the article, and the byline that was met; no blocks where there is no article. The page is cleaned before, and used up.</summary>
    public static (List<PageBlock> Blocks, string? Byline) Find(IHtmlDocument page, PageMetadata metadata)
    {
        var named = Named(page) is { } element ? PageText.Of(element, metadata) : [];
        if (page.All.Length > MostElements)
            return (Prose(named) > 0 || page.Body is not { } body ? named : PageText.Of(body, metadata), null);
        List<PageBlock> found = [];
        string? byline = null;
        using (var reader = new SmartReader.Reader(NoAddress, page) { ContinueIfNotReadable = true })
        {
            reader.AddCustomOperationEnd(element => found = PageText.Of(element, metadata));
            var article = reader.GetArticle();
            byline = article.Byline;
            if (!article.Completed)
                found = [];
        }
        var best = Prose(named) > FarMore * Prose(found) ? named : found;
        return (Prose(best) > 0 ? best : [], byline);
    }

    /// <summary>The element that says of itself that it is the article, where just one does.</summary>
    private static IElement? Named(IDocument page)
    {
        foreach (var selector in (ReadOnlySpan<string>)["[itemprop~=articleBody]", "article"])
            if (page.QuerySelectorAll(selector) is { Length: 1 } elements)
                return elements[0];
        return null;
    }

    /// <summary>Characters of the blocks that end as sentences do: a list of links or a form has none.</summary>
    public static int Prose(List<PageBlock> blocks) =>
        blocks
            .Where(block =>
                !block.IsHeading && block.Text.Length >= ShortestSentence && ".!?\"”’):…".Contains(block.Text[^1], StringComparison.Ordinal)
            )
            .Sum(block => block.Text.Length);
}
