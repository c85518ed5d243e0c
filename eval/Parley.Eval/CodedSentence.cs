using System.Text.Json.Nodes;
using Parley.Records;

namespace Parley.Eval;

/// <summary>A text of the event coding sets with what its coders gave it. Offsets in UTF-16 characters.</summary>
/// <param name="Id">Unique in the set.</param>
/// <param name="Text">One sentence, in <c>india_police</c> an article.</param>
/// <param name="Date">ISO date; null where unknown.</param>
/// <param name="Expected">The coded events.</param>
/// <param name="Json">The whole line.</param>
internal sealed record CodedSentence(string Id, string Text, string? Date, List<JsonNode> Expected, JsonNode Json)
{
    private readonly CodePoints _points = new(Text);

    /// <summary>Reads a set.</summary>
    public static List<CodedSentence> ReadAll(string folder, string set)
    {
        var found = new List<CodedSentence>();
        foreach (var line in TestData.Lines(folder, "eval", "events", set + ".jsonl"))
            found.Add(
                new CodedSentence(
                    line["id"]!.GetValue<string>(),
                    line["text"]!.GetValue<string>(),
                    line["date"]?.GetValue<string>(),
                    [.. line["expected"]!.AsArray().OfType<JsonNode>()],
                    line
                )
            );
        return found;
    }

    /// <summary>The span of an object with <c>start</c> and <c>end</c>.</summary>
    public Span SpanOf(JsonNode marked) => new(_points.ToUtf16((int)marked["start"]!), _points.ToUtf16((int)marked["end"]!));

    /// <summary>The spans with a tag; one for both parties (<c>SRC/TAR</c>) counts for each.</summary>
    public List<Span> Tagged(string tag) =>
        [
            .. (Json["spans"]?.AsArray() ?? [])
                .Where(span => span!["tag"]!.GetValue<string>().Split('/').Contains(tag))
                .Select(span => SpanOf(span!)),
        ];
}
