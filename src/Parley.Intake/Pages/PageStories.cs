using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Parley.Records;

namespace Parley.Intake.Pages;

/// <summary>Cuts a page that holds several stories, or the posts of a live blog, into them.</summary>
/// <remarks>A story stands in an article element, with a heading and some prose; where one of them has the page's own title, it is the page's story and the others only stand beside it. A post of a live blog is named so, and has its time.</remarks>
internal static class PageStories
{
    /// <summary>A story has more prose than a teaser has, in characters.</summary>
    private const int ShortestStory = 200;

    private const int FewestPosts = 3;

    private const int MostElements = 2000;

    private const string Posts =
        "[itemprop~=liveBlogUpdate], [class*=liveblog i] article, [class*=live-blog i] article, [class*=live_blog i] article, "
        + "[class*=liveblog-post i], [class*=live-blog-post i], [class*=liveblog-entry i], [class*=live-post i], [class*=live-update i], [class*=live-entry i]";

    /// <summary>The stories of a page, each as a document; none where the page is just one story. The page is cleaned before.</summary>
    public static List<SourceDocument> Of(IHtmlDocument page, PageMetadata metadata)
    {
        var posts = Stories(page.QuerySelectorAll(Posts), metadata, isPost: true);
        if (posts.Count >= FewestPosts)
            return posts;
        var stories = Stories(page.QuerySelectorAll("article"), metadata, isPost: false);
        if (stories.Count < 2)
            return [];
        return stories.FindIndex(story => PageHeadline.IsSame(story.Title!, metadata.Title)) is >= 0 and var own ? [stories[own]] : stories;
    }

    private static List<SourceDocument> Stories(IHtmlCollection<IElement> elements, PageMetadata metadata, bool isPost)
    {
        var stories = new List<SourceDocument>();
        if (elements.Length < 2)
            return stories;
        var all = elements.Take(MostElements).ToHashSet();
        foreach (var element in elements.Take(MostElements))
            if (!IsInside(element, all) && Story(element, metadata, isPost) is { } story)
                stories.Add(story);
        return stories;
    }

    /// <summary>True where an element lies in another of them, or in what is no part of a report.</summary>
    private static bool IsInside(IElement element, HashSet<IElement> all)
    {
        if (element.HasAttribute("hidden"))
            return true;
        for (var up = element.ParentElement; up is not null; up = up.ParentElement)
            if (all.Contains(up) || up.HasAttribute("hidden") || up.LocalName is "aside" or "nav" or "footer")
                return true;
        return false;
    }

    private static SourceDocument? Story(IElement element, PageMetadata metadata, bool isPost)
    {
        var heading = PageMetadata.Plain(element.QuerySelector("h1, h2, h3, h4")?.TextContent);
        var published = VisibleDate.Within(element);
        if (isPost ? published is null && element.QuerySelector("time, [class*=time i]") is null : heading is null)
            return null;
        var blocks = PageText.Of(element, metadata with { Title = heading });
        if (PageFrame.Prose(blocks) < (isPost ? 1 : ShortestStory))
            return null;
        return Page.Document(blocks, metadata) with
        {
            Title = heading ?? metadata.Title,
            Byline = isPost ? metadata.Byline : null,
            Published = published ?? (isPost ? metadata.Published?[..10] : null),
        };
    }
}
