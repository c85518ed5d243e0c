using System.Collections.Immutable;
using System.Text.Json;

namespace Parley.Intake.Feeds;

/// <summary>JSON Feed (versions 1 and 1.1).</summary>
internal sealed class JsonFeedFormat : IInputFormat
{
    private const int Looked = 4096;

    public bool Fits(InputSource source) =>
        source.Stream.Text is { } text
        && text.AsSpan().TrimStart().StartsWith("{")
        && text.AsSpan(0, Math.Min(text.Length, Looked)) is var start
        && (
            start.Contains("://jsonfeed.org/version/", StringComparison.Ordinal)
            || start.Contains(@":\/\/jsonfeed.org\/version\/", StringComparison.Ordinal)
        );

    public IEnumerable<RawInput> Read(InputSource source, InputDoor door)
    {
        var (content, problem) = TextFormat.Bytes(source.Name, source.Stream);
        if (problem is not null)
            return [RawInput.Failed(source.Name, problem)];
        return Parse(content) is { } feed
            ? FeedFormat.Read(feed, source, door)
            : [RawInput.Failed(source.Name, Problems.NotJson(source.Name, "it breaks off or is damaged"))];
    }

    /// <summary>Reads a feed; null where it is no JSON.</summary>
    public static Feed? Parse(ReadOnlyMemory<byte> content)
    {
        try
        {
            if (content.Span.StartsWith("\uFEFF"u8))
                content = content[3..];
            using var json = JsonDocument.Parse(content, new JsonDocumentOptions { AllowTrailingCommas = true });
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return null;
            var items = ImmutableArray.CreateBuilder<FeedItem>();
            if (root.TryGetProperty("items", out var list) && list.ValueKind == JsonValueKind.Array)
                foreach (var item in list.EnumerateArray())
                    if (item.ValueKind == JsonValueKind.Object)
                        items.Add(Item(item));
            return new Feed(FeedKind.Feed, Text(root, "title"), items.ToImmutable(), [], []);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static FeedItem Item(JsonElement item) =>
        new()
        {
            Guid = Text(item, "id"),
            Link = Address(Text(item, "url")) ?? Address(Text(item, "external_url")) ?? Address(Text(item, "id")),
            Title = Text(item, "title"),
            Date = Text(item, "date_published"),
            Content = Text(item, "content_html") ?? Text(item, "content_text"),
            Summary = Text(item, "summary"),
            Author = Author(item),
        };

    private static string? Author(JsonElement item)
    {
        if (item.TryGetProperty("authors", out var authors) && authors.ValueKind == JsonValueKind.Array)
            return string.Join(", ", authors.EnumerateArray().Select(one => Text(one, "name")).OfType<string>()) is { Length: > 0 } names
                ? names
                : null;
        return item.TryGetProperty("author", out var author) ? Text(author, "name") : null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String when !string.IsNullOrWhiteSpace(value.GetString()) => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;

    private static string? Address(string? text) =>
        text is { Length: < 4096 } && Addresses.AddressFetcher.IsAddress(text) && Uri.TryCreate(text, UriKind.Absolute, out _)
            ? text
            : null;
}
