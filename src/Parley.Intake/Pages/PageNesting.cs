namespace Parley.Intake.Pages;

/// <summary>How deep the elements of a page are nested, counted in its characters before it is parsed: the parser takes time with the square of it.</summary>
internal static class PageNesting
{
    /// <summary>Deeper than any real page.</summary>
    public const int Deepest = 1000;

    /// <summary>Elements whose end need not be written, and those that hold nothing.</summary>
    private static readonly HashSet<string> s_open = new(StringComparer.OrdinalIgnoreCase)
    {
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "optgroup",
        "colgroup",
        "rt",
        "rp",
        "body",
        "head",
        "html",
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "a",
        "path",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_isOpen = s_open.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when elements lie deeper than <see cref="Deepest"/>.</summary>
    public static bool IsTooDeep(ReadOnlySpan<char> html)
    {
        var depth = 0;
        while (html.IndexOf('<') is >= 0 and var at && at + 2 < html.Length)
        {
            html = html[(at + 1)..];
            var closes = html[0] == '/';
            var name = Name(closes ? html[1..] : html);
            if (name.Length == 0)
            {
                if (html.StartsWith("!--") && html.IndexOf("-->") is > 0 and var comment)
                    html = html[comment..];
                continue;
            }
            if (s_isOpen.Contains(name))
                continue;
            if (closes)
                depth = Math.Max(0, depth - 1);
            else if (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase))
                html = Behind(html, name.Length == 6 ? "</script" : "</style");
            else if (!ClosesItself(html) && ++depth > Deepest)
                return true;
        }
        return false;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        return end > 0 && char.IsAsciiLetter(text[0]) ? text[..end] : [];
    }

    private static bool ClosesItself(ReadOnlySpan<char> tag) =>
        tag.IndexOfAny('>', '<') is > 0 and var end && tag[end] == '>' && tag[end - 1] == '/';

    private static ReadOnlySpan<char> Behind(ReadOnlySpan<char> html, string end) =>
        html.IndexOf(end, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? html[(at + end.Length)..] : [];
}
