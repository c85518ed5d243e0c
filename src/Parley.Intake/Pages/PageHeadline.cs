using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Parley.Intake.Pages;

/// <summary>The headline of a page: the one that is seen above the report, where the page's metadata bear it out; else what they say.</summary>
/// <remarks>Metadata often carry a headline made for search engines, or the outlet's name behind it; the largest heading is sometimes the outlet's name.</remarks>
internal static class PageHeadline
{
    /// <summary>A heading shares so many of its words with the titles in the metadata.</summary>
    private const double EnoughShared = 0.5;

    private const int MostHeadings = 50;

    private static readonly string[] s_separators = [" | ", " - ", " – ", " — ", " · ", " » ", " « ", ": ", " : ", " :: ", " l "];

    /// <summary>The headline; null when there is none.</summary>
    /// <param name="page">The page.</param>
    /// <param name="told">The titles that the metadata give, the most trusted first.</param>
    /// <param name="publisher">The outlet, whose name behind a title is dropped; null when unknown.</param>
    /// <param name="isTitleAlone">True where only the title of the document is told, which need not be the report's.</param>
    public static string? Of(IHtmlDocument page, IReadOnlyList<string> told, string? publisher, bool isTitleAlone)
    {
        var large = page.QuerySelectorAll("h1").Take(MostHeadings).ToList();
        var outlets = Outlets(large, publisher);
        var headings = Headings(large, outlets);
        foreach (var title in told)
        foreach (var heading in headings)
            if (Parts(title).Any(part => IsSame(part, heading)))
                return heading;
        if (
            headings.Distinct(StringComparer.OrdinalIgnoreCase).ToList() is [var only]
            && (told.Count == 0 || isTitleAlone || Shares(told, only))
            && !told.Any(title => StartsWith(only, title))
        )
            return only;
        return told.Count > 0 ? WithoutOutlet(told[0], outlets) : null;
    }

    /// <summary>The names of the outlet: as the metadata give it, and the headings that lead to its front page.</summary>
    private static List<string> Outlets(List<IElement> large, string? publisher)
    {
        var names = large.Where(LinksToFront).Select(heading => PageMetadata.Plain(heading.TextContent));
        return [.. names.Append(publisher).OfType<string>()];
    }

    /// <summary>The large headings that may be a headline: with some letters, not the outlet's name, not a link to the front page.</summary>
    private static List<string> Headings(List<IElement> large, List<string> outlets)
    {
        var found = new List<string>();
        foreach (var heading in large)
            if (
                PageMetadata.Plain(heading.TextContent) is { Length: > 2 } text
                && !outlets.Any(name => IsSame(text, name))
                && heading.Closest("nav, footer, aside") is null
            )
                found.Add(text);
        return found;
    }

    private static bool LinksToFront(IElement heading)
    {
        var href = (heading.Closest("a") ?? heading.QuerySelector("a"))?.GetAttribute("href")?.Trim();
        if (href is null)
            return false;
        return Uri.TryCreate(href, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address.AbsolutePath.Length <= 1
            : href is "" or "/" or "#" or "./" or "index.html";
    }

    /// <summary>A title, and what is left of it when something is cut off at its beginning or end: "The Outlet: Talks resume | World".</summary>
    private static IEnumerable<string> Parts(string title)
    {
        yield return title;
        foreach (var separator in s_separators)
        {
            for (
                var at = title.IndexOf(separator, StringComparison.Ordinal);
                at > 0;
                at = title.IndexOf(separator, at + 1, StringComparison.Ordinal)
            )
            {
                yield return title[..at];
                yield return title[(at + separator.Length)..];
            }
        }
    }

    /// <summary>Drops the outlet's name before or behind a title: "Talks resume | The Outlet", "The Outlet » Archive » Talks resume".</summary>
    private static string WithoutOutlet(string title, List<string> outlets)
    {
        foreach (var outlet in outlets.Where(outlet => outlet.Length < title.Length))
        {
            if (
                title.EndsWith(outlet, StringComparison.OrdinalIgnoreCase)
                && title[..^outlet.Length].TrimEnd() is { Length: > 1 } before
                && IsMark(before[^1])
            )
                return before[..^1].TrimEnd();
            if (
                title.StartsWith(outlet, StringComparison.OrdinalIgnoreCase)
                && title[outlet.Length..].TrimStart() is { Length: > 1 } behind
                && behind[0] is '|' or '»' or '·'
            )
                return title[(title.LastIndexOf(behind[0]) + 1)..].TrimStart();
        }
        return title;
    }

    private static bool IsMark(char c) => c is '|' or '-' or '–' or '—' or '·' or ':' or '»' or '«';

    /// <summary>True when two titles have the same letters and digits.</summary>
    public static bool IsSame(string one, string? other) => other is not null && Letters(one) == Letters(other);

    /// <summary>True when the heading is the title with something behind it, as where a subtitle is set in the same element.</summary>
    private static bool StartsWith(string heading, string title) => Letters(heading).StartsWith(Letters(title), StringComparison.Ordinal);

    private static bool Shares(IReadOnlyList<string> told, string heading)
    {
        var (words, known) = (Words(heading), told.SelectMany(Words).ToHashSet(StringComparer.Ordinal));
        return words.Count > 0 && words.Count(known.Contains) >= words.Count * EnoughShared;
    }

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            if (Letters(word) is { Length: > 0 } letters)
                words.Add(letters);
        return words;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
