using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Parley.Intake.Pages;

/// <summary>What a page says of itself, in the order of trust: JSON-LD, OpenGraph, other meta elements, then visible elements.</summary>
internal sealed record PageMetadata
{
    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Section { get; init; }

    public string? Byline { get; init; }

    /// <summary>ISO date or instant.</summary>
    public string? Published { get; init; }

    public string? Url { get; init; }

    /// <summary>Reads the metadata of a page.</summary>
    public static PageMetadata Of(IHtmlDocument page)
    {
        var linked = LinkedArticle.Of(page);
        var metas = page.QuerySelectorAll("meta[content]");
        var publisher = First(
            linked.Publisher,
            Meta(metas, "og:site_name", "article:publisher", "publisher", "dc.publisher", "application-name")
        );
        var told = new[] { linked.Headline, Meta(metas, "og:title"), Meta(metas, "twitter:title", "dc.title") }
            .Select(Plain)
            .OfType<string>()
            .ToList();
        return new PageMetadata
        {
            Title = PageHeadline.Of(page, [.. told, .. new[] { Plain(page.Title) }.OfType<string>()], publisher, told.Count == 0),
            Publisher = publisher,
            Section = First(linked.Section, Meta(metas, "article:section", "section")),
            Byline =
                CleanByline(linked.Author)
                ?? CleanByline(Meta(metas, "author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"))
                ?? CleanByline(VisibleByline(page)),
            Published = Dates(page, metas, linked).Select(PageDate.ToIso).FirstOrDefault(date => date is not null),
            Url = First(Address(Canonical(page)), Address(Meta(metas, "og:url")), Address(linked.Url)),
        };
    }

    /// <summary>An author's line without "By", or null when it is an address or nothing.</summary>
    public static string? CleanByline(string? byline)
    {
        byline = Plain(byline);
        if (byline is null || byline.Contains("://", StringComparison.Ordinal) || byline.StartsWith('@') || byline.Length > 200)
            return null;
        if (byline.StartsWith("by ", StringComparison.OrdinalIgnoreCase))
            byline = byline[3..].TrimStart();
        return byline.Length == 0 ? null : byline;
    }

    /// <summary>White space as single blanks; null for nothing.</summary>
    public static string? Plain(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static IEnumerable<string?> Dates(IHtmlDocument page, IHtmlCollection<IElement> metas, LinkedArticle linked)
    {
        yield return linked.Published;
        yield return Meta(metas, "article:published_time", "og:article:published_time", "article:published", "og:published_time");
        yield return Meta(
            metas,
            "datepublished",
            "parsely-pub-date",
            "sailthru.date",
            "pubdate",
            "publishdate",
            "publish-date",
            "publish_date",
            "publication_date",
            "article.published",
            "dc.date.issued",
            "dcterms.issued",
            "dcterms.created",
            "dc.date",
            "dcterms.date",
            "dc.date.created",
            "date",
            "cxenseparse:recs:publishtime"
        );
        yield return VisibleDate.Of(page);
        yield return linked.PagePublished;
    }

    private static string? First(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
            if (Plain(text) is { } plain)
                return plain;
        return null;
    }

    /// <summary>The content of the first meta element with one of these names, as name, property or itemprop, the first name first.</summary>
    private static string? Meta(IHtmlCollection<IElement> metas, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        foreach (var meta in metas)
            if (IsNamed(meta, name) && Plain(meta.GetAttribute("content")) is { } content)
                return content;
        return null;
    }

    private static bool IsNamed(IElement meta, string name) =>
        name.Equals(meta.GetAttribute("property"), StringComparison.OrdinalIgnoreCase)
        || name.Equals(meta.GetAttribute("name"), StringComparison.OrdinalIgnoreCase)
        || name.Equals(meta.GetAttribute("itemprop"), StringComparison.OrdinalIgnoreCase);

    private static string? VisibleByline(IHtmlDocument page) =>
        page.QuerySelector(
            "[itemprop~=author] [itemprop~=name], [itemprop~=author], [rel~=author], .byline-name, .author-name"
        )?.TextContent;

    private static string? Canonical(IHtmlDocument page) => page.QuerySelector("link[rel~=canonical]")?.GetAttribute("href");

    private static string? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? text : null;
}
