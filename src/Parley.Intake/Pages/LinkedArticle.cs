using System.Text.Json;
using AngleSharp.Html.Dom;

namespace Parley.Intake.Pages;

/// <summary>The article that a page describes in JSON-LD (schema.org): the first object of a type that is an article.</summary>
internal sealed record LinkedArticle(string? Headline, string? Author, string? Published, string? Publisher, string? Section, string? Url)
{
    private const int DeepestNesting = 8;

    /// <summary>When the page was published that says of itself no more than that it is a page; null when it does not say.</summary>
    public string? PagePublished { get; init; }

    private static readonly JsonDocumentOptions s_lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>What the page's linked data say; all null when they say nothing or are damaged.</summary>
    public static LinkedArticle Of(IHtmlDocument page)
    {
        string? pagePublished = null;
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent.ReplaceLineEndings(" "), s_lenient);
                if (Find(json.RootElement, json.RootElement, 0, IsArticle) is { } found)
                    return found;
                pagePublished ??= Find(json.RootElement, json.RootElement, 0, IsPage)?.Published;
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // Damaged linked data are common; the page has other metadata.
            }
        }
        return new LinkedArticle(null, null, null, null, null, null) { PagePublished = pagePublished };
    }

    private static LinkedArticle? Find(JsonElement root, JsonElement element, int depth, Func<JsonElement, bool> isWanted)
    {
        if (depth > DeepestNesting)
            return null;
        if (element.ValueKind == JsonValueKind.Array)
            return element
                .EnumerateArray()
                .Select(item => Find(root, item, depth + 1, isWanted))
                .FirstOrDefault(found => found is not null);
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        if (isWanted(element))
            return Read(root, element);
        foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
            if (element.TryGetProperty(name, out var inner) && Find(root, inner, depth + 1, isWanted) is { } found)
                return found;
        return null;
    }

    private static bool IsArticle(JsonElement element) =>
        Types(element)
            .Any(name =>
                name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("Posting", StringComparison.Ordinal) || name == "Report"
            );

    private static bool IsPage(JsonElement element) => Types(element).Any(name => name.EndsWith("WebPage", StringComparison.Ordinal));

    private static IEnumerable<string> Types(JsonElement element) =>
        element.TryGetProperty("@type", out var type) ? Strings(default, type) : [];

    private static LinkedArticle Read(JsonElement root, JsonElement article)
    {
        return new(
            First("headline") ?? First("name"),
            All("author") ?? All("creator"),
            First("datePublished") ?? First("dateCreated"),
            First("publisher") ?? First("sourceOrganization"),
            First("articleSection"),
            article.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String ? url.GetString() : null
        );

        string? First(string name) => Values(name).FirstOrDefault();
        string? All(string name) => Values(name).ToList() is { Count: > 0 } values ? string.Join(", ", values) : null;
        IEnumerable<string> Values(string name) =>
            article.TryGetProperty(name, out var value)
                ? Strings(root, value).Select(Decode).OfType<string>().Distinct(StringComparer.Ordinal)
                : [];
    }

    /// <summary>A string, the names of things, or those of a list; a thing that is only referred to is looked up in the graph.</summary>
    private static IEnumerable<string> Strings(JsonElement root, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return [value.GetString()!];
            case JsonValueKind.Array:
                return value.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Array).SelectMany(item => Strings(root, item));
            case JsonValueKind.Object when value.TryGetProperty("name", out var name):
                return name.ValueKind == JsonValueKind.Object ? [] : Strings(root, name);
            case JsonValueKind.Object when value.TryGetProperty("@id", out var id) && Named(root, id) is { } named:
                return Strings(root, named);
            default:
                return [];
        }
    }

    /// <summary>The name of the thing with this id in the page's graph.</summary>
    private static JsonElement? Named(JsonElement root, JsonElement id)
    {
        if (
            root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("@graph", out var graph)
            || graph.ValueKind != JsonValueKind.Array
        )
            return null;
        foreach (var thing in graph.EnumerateArray())
            if (
                thing.ValueKind == JsonValueKind.Object
                && thing.TryGetProperty("@id", out var other)
                && other.ValueEquals(id.GetString())
                && thing.TryGetProperty("name", out var name)
                && name.ValueKind == JsonValueKind.String
            )
                return name;
        return null;
    }

    private static string? Decode(string text) => PageMetadata.Plain(System.Net.WebUtility.HtmlDecode(text));
}
