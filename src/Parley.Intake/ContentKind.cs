using System.Text;
using System.Text.Json;

namespace Parley.Intake;

/// <summary>Tells text, page and JSON Lines apart by what stands at the beginning; the file's ending decides where that leaves a doubt.</summary>
internal static class ContentKind
{
    private const int LookedAt = 4096;

    /// <summary>What a text is.</summary>
    /// <param name="extension">The ending of its file in lower case, with the dot.</param>
    /// <param name="head">Its beginning, decoded; null where it is in no encoding.</param>
    public static RawKind Of(string extension, string? head)
    {
        if (extension is ".jsonl" or ".ndjson")
            return RawKind.JsonLine;
        if (head is null)
            return RawKind.Text;
        var start = head.TrimStart();
        if (start.StartsWith('{') && IsObject(start))
            return RawKind.JsonLine;
        if (start.StartsWith('<') && IsPage(start.AsSpan(0, Math.Min(start.Length, LookedAt)), extension))
            return RawKind.Page;
        return extension is ".html" or ".htm" or ".xhtml" && HasTag(start) ? RawKind.Page : RawKind.Text;
    }

    private static bool IsObject(string start)
    {
        var end = start.IndexOf('\n', StringComparison.Ordinal);
        var line = Encoding.UTF8.GetBytes(end < 0 ? start : start[..end]);
        var reader = new Utf8JsonReader(line, isFinalBlock: end >= 0 || start.Length < HeadStream.HeadBytes / 2, default);
        try
        {
            // The first name after the brace is enough: a report does not begin so.
            return reader.Read()
                && reader.TokenType == JsonTokenType.StartObject
                && reader.Read()
                && reader.TokenType == JsonTokenType.PropertyName;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsPage(ReadOnlySpan<char> start, string extension)
    {
        if (extension is ".html" or ".htm" or ".xhtml")
            return true;
        foreach (
            var tag in (ReadOnlySpan<string>)["<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<article", "<div", "<p>"]
        )
            if (start.Contains(tag, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static bool HasTag(string start)
    {
        for (var at = start.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < start.Length; at = start.IndexOf('<', at + 1))
            if (char.IsAsciiLetter(start[at + 1]) || start[at + 1] is '/' or '!')
                return true;
        return false;
    }
}
