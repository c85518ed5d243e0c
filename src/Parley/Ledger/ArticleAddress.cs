using Parley.Records;

namespace Parley.Ledger;

/// <summary>The address by which two texts are known as versions of one article.</summary>
public static class ArticleAddress
{
    /// <summary>
    /// The address without its fragment, with the number of the story where a page holds several; null where there is none, and for the front
    /// of a site, which shows something else every hour.
    /// </summary>
    public static string? Of(Article article)
    {
        if (article.Url is not { Length: > 0 } url)
            return null;
        var hash = url.IndexOf('#');
        var address = (hash >= 0 ? url[..hash] : url).TrimEnd('/');
        var host = address.IndexOf("//", StringComparison.Ordinal);
        if (address.IndexOf('/', host < 0 ? 0 : host + 2) < 0)
            return null;
        return article.Source?.LastIndexOf('#') is >= 0 and var story && int.TryParse(article.Source.AsSpan(story + 1), out _)
            ? address + article.Source[story..]
            : address;
    }
}
