using AngleSharp.Dom;
using Parley.Lexicons;

namespace Parley.Intake.Pages;

/// <summary>Takes elements out of a page that are no part of any report, by what they are named: captions and credits, offers, teasers, biographies, buttons, comments.</summary>
/// <remarks>The words are in <c>lexicons/page-elements.tsv</c>. What holds a good part of the page's paragraphs is kept whatever its name.</remarks>
internal static class PageElements
{
    /// <summary>An element with more of the page's text in paragraphs is not taken out.</summary>
    private const double MostShare = 0.25;

    /// <summary>A longer caption, or note on an author, is none.</summary>
    private const int LongestNote = 1200;

    private const int MostWords = 3;

    private const int LongestName = 200;

    private static readonly Lexicon s_names = LexiconSet.Get("lexicons/page-elements");

    private static readonly int s_kind = s_names.Column("kind");

    /// <summary>Takes out what is named as no part of a report, and has hidden words of a sentence seen.</summary>
    public static void Clean(IDocument page)
    {
        if (page.Body is not { } body)
            return;
        // Some pages keep the report in a template that a script is to unfold.
        foreach (
            var template in page.QuerySelectorAll(
                "[itemprop~=articleBody] script[type='text/template'], article script[type='text/template']"
            )
        )
            template.OuterHtml = template.TextContent;
        Clean(body, new Dictionary<string, string?>(StringComparer.Ordinal), PageMeasure.Below(body), body);
    }

    private static void Clean(IElement parent, Dictionary<string, string?> kinds, Dictionary<IElement, PageMeasure> measures, IElement body)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is not IElement element)
                continue;
            if (IsNone(element, kinds, measures, measures[body].Paragraphs))
                // To remove it would take time with the number of its neighbours.
                element.SetAttribute("hidden", "");
            else
            {
                if (element.LocalName is "span" or "a" or "b" or "i" or "em" or "strong" && parent.LocalName is "p" or "li")
                    Show(element);
                Clean(element, kinds, measures, body);
            }
        }
    }

    /// <summary>What an element is by its name; null where that says nothing.</summary>
    public static string? KindOf(IElement element) => KindOf(element.ClassName, []) ?? KindOf(element.Id, []);

    /// <summary>A word inside a sentence belongs to it, though scripts show it only later.</summary>
    private static void Show(IElement element)
    {
        element.RemoveAttribute("hidden");
        element.RemoveAttribute("aria-hidden");
        if (element.GetAttribute("style")?.Contains("display", StringComparison.OrdinalIgnoreCase) == true)
            element.RemoveAttribute("style");
    }

    private static bool IsNone(IElement element, Dictionary<string, string?> kinds, Dictionary<IElement, PageMeasure> measures, int whole)
    {
        if (element.LocalName is "body" or "main" or "article" or "h1" or "html")
            return false;
        var kind = element.LocalName is "figcaption" ? "caption" : KindOf(element.ClassName, kinds) ?? KindOf(element.Id, kinds);
        if (kind is null && element.GetAttribute("itemprop") is "caption" or "copyrightHolder")
            kind = "caption";
        if (kind is null || measures[element] is var measure && measure.HoldsArticle)
            return false;
        if (kind is "caption" or "author" or "hidden" && measure.Text > LongestNote)
            return false;
        return measure.Paragraphs <= whole * MostShare;
    }

    private static string? KindOf(string? name, Dictionary<string, string?> kinds)
    {
        if (name is not { Length: > 1 and <= LongestName })
            return null;
        if (!kinds.TryGetValue(name, out var kind))
            kinds[name] = kind = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Kind).FirstOrDefault(k => k is not null);
        return kind;
    }

    /// <summary>What one name tells: its last words count most, "related" as much as "story related".</summary>
    private static string? Kind(string name)
    {
        var words = Words(name);
        for (var first = 0; first < words.Count; first++)
        for (var count = Math.Min(MostWords, words.Count - first); count > 0; count--)
        {
            var row = s_names.Find(string.Join(' ', words.Skip(first).Take(count)));
            if (row >= 0)
                return s_names.Text(row, s_kind);
        }
        return null;
    }

    /// <summary>A name cut where a letter does not go on, and before a capital: "relatedPosts" is "related posts".</summary>
    private static List<string> Words(string name)
    {
        var words = new List<string>();
        for (var at = 0; at < name.Length; )
        {
            var end = at;
            while (
                end < name.Length
                && char.IsAsciiLetter(name[end])
                && (end == at || !char.IsAsciiLetterUpper(name[end]) || char.IsAsciiLetterUpper(name[end - 1]))
            )
                end++;
            if (end > at)
                words.Add(name[at..end].ToLowerInvariant());
            at = end > at ? end : at + 1;
        }
        return words;
    }
}
