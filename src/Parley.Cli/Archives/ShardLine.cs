using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Records;

namespace Parley.Cli.Archives;

/// <summary>
/// A line of a shard: an article as it was taken in, or an input that was not. The fields of an article are those that every command reads from JSON Lines
/// (<c>id</c>, <c>url</c>, <c>publisher</c>, <c>title</c>, <c>date</c>, <c>text</c>), and those that only a page tells; <c>article</c> is the hash of the text.
/// </summary>
/// <param name="Article">Id of the article; null for an input that was skipped.</param>
/// <param name="Document">The article; null for an input that was skipped.</param>
/// <param name="Skipped">Why there is none; null where there is.</param>
internal sealed record ShardLine(string? Article, SourceDocument? Document, Skipped? Skipped)
{
    private static readonly JsonWriterOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a line, without its end.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="article">Id of the article; null to leave the text and its hash out.</param>
    /// <param name="document">The article.</param>
    public static void Write(IBufferWriter<byte> output, string? article, SourceDocument document)
    {
        using var json = new Utf8JsonWriter(output, s_plain);
        json.WriteStartObject();
        WriteText(json, "article", article);
        WriteText(json, "id", document.Source);
        WriteText(json, "url", document.Url);
        WriteText(json, "publisher", document.Publisher);
        WriteText(json, "section", document.Section);
        WriteText(json, "title", document.Title);
        WriteText(json, "byline", document.Byline);
        WriteText(json, "date", document.Published);
        if (document.IsExtracted)
            json.WriteBoolean("extracted", true);
        if (!document.Headings.IsDefaultOrEmpty)
        {
            json.WriteStartArray("headings");
            foreach (var heading in document.Headings)
            {
                json.WriteNumberValue(heading.Start);
                json.WriteNumberValue(heading.End);
            }
            json.WriteEndArray();
        }
        if (article is not null)
            json.WriteString("text", document.Text);
        json.WriteEndObject();
    }

    /// <summary>Writes the line of an input that was skipped, as <c>parley read --jsonl</c> does.</summary>
    public static void Write(IBufferWriter<byte> output, Skipped skipped)
    {
        using var json = new Utf8JsonWriter(output, s_plain);
        json.WriteStartObject();
        json.WriteString("id", skipped.Source);
        json.WriteStartObject("skipped");
        json.WriteString("code", skipped.Code);
        json.WriteString("reason", skipped.Reason);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write(IBufferWriter{byte}, string?, SourceDocument)"/> wrote.</summary>
    /// <param name="line">The line.</param>
    /// <param name="text">The text, where the line has none.</param>
    /// <exception cref="JsonException">It is no such line.</exception>
    public static ShardLine Read(string line, string? text = null)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            throw new JsonException("it is no object");
        if (root.TryGetProperty("skipped", out var skipped))
            return new ShardLine(
                null,
                null,
                new Skipped(TextOf(root, "id") ?? "", TextOf(skipped, "code") ?? "", TextOf(skipped, "reason") ?? "")
            );
        var document = new SourceDocument
        {
            Text = text ?? TextOf(root, "text") ?? throw new JsonException("it has no text"),
            Source = TextOf(root, "id"),
            Url = TextOf(root, "url"),
            Publisher = TextOf(root, "publisher"),
            Section = TextOf(root, "section"),
            Title = TextOf(root, "title"),
            Byline = TextOf(root, "byline"),
            Published = TextOf(root, "date"),
            IsExtracted = root.TryGetProperty("extracted", out var extracted) && extracted.ValueKind == JsonValueKind.True,
            Headings = root.TryGetProperty("headings", out var headings) ? SpansOf(headings) : [],
        };
        return new ShardLine(TextOf(root, "article"), document, null);
    }

    private static ImmutableArray<Span> SpansOf(JsonElement headings)
    {
        var ends = headings.EnumerateArray().Select(end => end.GetInt32()).ToArray();
        return [.. ends.Chunk(2).Where(pair => pair.Length == 2).Select(pair => new Span(pair[0], pair[1]))];
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static string? TextOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
