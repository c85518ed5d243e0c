using System.Net;
using System.Text;

namespace Parley.Web.Report;

/// <summary>
/// A page made fit for a file: forms and scripts go, since nothing answers them, and links that lead out of the folder or nowhere lose their address
/// and keep their words. Works on what Razor writes: attributes stand in double quotes, and text has neither quotes nor angle brackets of its own.
/// </summary>
internal static class ReportHtml
{
    private const string Href = " href=\"";
    private const string Id = " id=\"";

    /// <summary>The page without forms and scripts.</summary>
    public static string WithoutServer(string html) => Without(Without(html, "form"), "script");

    /// <summary>The ids of all its elements.</summary>
    public static HashSet<string> Ids(string html)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (start, end) in Values(html, Id))
            ids.Add(WebUtility.HtmlDecode(html[start..end]));
        return ids;
    }

    /// <summary>All that it links to.</summary>
    public static IEnumerable<string> Targets(string html) =>
        Values(html, Href).Select(value => WebUtility.HtmlDecode(html[value.Start..value.End])).Distinct(StringComparer.Ordinal);

    /// <summary>The page with other links.</summary>
    /// <param name="html">The page.</param>
    /// <param name="changes">What stands instead of a target; null for no address.</param>
    public static string Relinked(string html, IReadOnlyDictionary<string, string?> changes)
    {
        if (changes.Count == 0)
            return html;
        var text = new StringBuilder(html.Length);
        var from = 0;
        foreach (var (start, end) in Values(html, Href))
        {
            if (!changes.TryGetValue(WebUtility.HtmlDecode(html[start..end]), out var target))
                continue;
            text.Append(html, from, start - Href.Length - from);
            if (target is not null)
                text.Append(Href).Append(WebUtility.HtmlEncode(target)).Append('"');
            from = end + 1;
        }
        return text.Append(html, from, html.Length - from).ToString();
    }

    private static IEnumerable<(int Start, int End)> Values(string html, string attribute)
    {
        for (var at = html.IndexOf(attribute, StringComparison.Ordinal); at >= 0; )
        {
            var start = at + attribute.Length;
            var end = html.IndexOf('"', start);
            yield return (start, end);
            at = html.IndexOf(attribute, end, StringComparison.Ordinal);
        }
    }

    private static string Without(string html, string element)
    {
        var (open, close) = ($"<{element}", $"</{element}>");
        var at = html.IndexOf(open, StringComparison.Ordinal);
        if (at < 0)
            return html;
        var text = new StringBuilder(html.Length);
        var from = 0;
        while (at >= 0)
        {
            text.Append(html, from, at - from);
            from = html.IndexOf(close, at, StringComparison.Ordinal) + close.Length;
            at = html.IndexOf(open, from, StringComparison.Ordinal);
        }
        return text.Append(html, from, html.Length - from).ToString();
    }
}
