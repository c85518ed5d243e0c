using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Parley.Intake.Pages;

/// <summary>The date that a page shows with its article, where its metadata give none.</summary>
/// <remarks>In order: what is marked as the date of publication, time elements, then lines whose element is named after a date. What stands in a sidebar, with other stories or among comments is not looked at.</remarks>
internal static class VisibleDate
{
    /// <summary>A longer element is no line of a date.</summary>
    private const int LongestLine = 160;

    private const int MostElements = 400;

    /// <summary>A page of more elements is not searched.</summary>
    private const int LargestPage = 100_000;

    private const int MostLevels = 60;

    private static readonly string[] s_selectors =
    [
        "[itemprop~=datePublished]",
        "time[pubdate], time.published, time.entry-date, .published time, .dateline time",
        "article time, main time",
        "time",
        "[class*=date i], [id*=date i], [class*=publish i], [class*=posted i], [class*=timestamp i], [class*=time- i], [class*=-time i], [class~=time i], [class*=byline i], [class*=meta i]",
    ];

    /// <summary>The ISO date; null when none is shown.</summary>
    public static string? Of(IHtmlDocument page)
    {
        if (page.All.Length > LargestPage)
            return null;
        var heading = page.QuerySelector("h1");
        foreach (var selector in s_selectors)
        foreach (var element in page.QuerySelectorAll(selector).Take(MostElements))
            if (!IsUpdate(element) && DateOf(element) is { } date && !IsElsewhere(element, heading))
                return date;
        return null;
    }

    /// <summary>The ISO date that an element, a post or one of several stories, gives itself; null when it gives none.</summary>
    public static string? Within(IElement story) =>
        s_selectors
            .SelectMany(selector => story.QuerySelectorAll(selector).Take(MostElements))
            .Where(element => !IsUpdate(element))
            .Select(DateOf)
            .FirstOrDefault(date => date is not null);

    private static string? DateOf(IElement element)
    {
        foreach (var name in (ReadOnlySpan<string>)["datetime", "content", "title"])
            if (PageDate.ToIso(element.GetAttribute(name)) is { } exact)
                return exact;
        var line = element.TextContent;
        return line.Length <= LongestLine ? PageDate.ToIso(line) ?? PageDate.In(line) : null;
    }

    private static bool IsUpdate(IElement element) =>
        element.GetAttribute("itemprop") == "dateModified"
        || (
            element.ClassName is { } name
            && (name.Contains("updat", StringComparison.OrdinalIgnoreCase) || name.Contains("modif", StringComparison.OrdinalIgnoreCase))
        );

    /// <summary>True for what stands in another story's frame: in an article without the page's heading, in a link to another page, or in what is named so.</summary>
    private static bool IsElsewhere(IElement element, IElement? heading)
    {
        var levels = 0;
        for (var up = element; up is not null && up.LocalName is not ("body" or "html"); up = up.ParentElement)
        {
            if (++levels > MostLevels || (heading is not null && up.Contains(heading)))
                return false;
            if (up.LocalName is "aside" or "nav" or "footer" || PageElements.KindOf(up) is "teaser" or "comment" or "offer")
                return true;
            if (up.LocalName == "article" && up.QuerySelector("h2 a, h3 a, h4 a, a h2, a h3, a h4") is not null && heading is not null)
                return true;
            if (up.LocalName == "a" && up.QuerySelector("h2, h3, h4, img, p") is not null)
                return true;
        }
        return false;
    }
}
