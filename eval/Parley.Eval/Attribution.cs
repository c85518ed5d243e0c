using System.Text.Json.Nodes;
using Parley.Records;

namespace Parley.Eval;

/// <summary>Who said what, as the scorer of attributions reads it: spans of source, cue and content.</summary>
/// <param name="Source">Spans of the speaker; none where he is hidden.</param>
/// <param name="Cue">Spans of the reporting words.</param>
/// <param name="Content">Spans of what is said.</param>
/// <param name="IsNested">True where another attribution's content holds it.</param>
internal sealed record Attribution(Span[] Source, Span[] Cue, Span[] Content, bool IsNested)
{
    /// <summary>Reads one of the gold file.</summary>
    public static Attribution OfGold(JsonNode gold) =>
        new(Spans(gold["source"]), Spans(gold["cue"]), Spans(gold["content"]), gold["nested_in"] is not null);

    /// <summary>Makes one of a statement.</summary>
    public static Attribution Of(Statement statement) =>
        new(
            statement.SpeakerSpan is { } speaker ? [speaker] : [],
            statement.CueSpan is { } cue ? [cue] : [],
            [.. statement.Content],
            statement.NestedIn is not null
        );

    /// <summary>The line that the scorer reads for an article.</summary>
    public static string Line(string id, IEnumerable<Statement> statements)
    {
        var list = new JsonArray();
        foreach (var statement in statements)
        {
            var one = Of(statement);
            var item = new JsonObject
            {
                ["id"] = statement.Id,
                ["source"] = Pairs(one.Source),
                ["cue"] = Pairs(one.Cue),
                ["content"] = Pairs(one.Content),
            };
            if (statement.NestedIn is { } outer)
                item["nested_in"] = outer;
            list.Add(item);
        }
        return new JsonObject { ["id"] = id, ["attributions"] = list }.ToJsonString();
    }

    private static Span[] Spans(JsonNode? pairs) => [.. pairs!.AsArray().Select(pair => new Span((int)pair![0]!, (int)pair[1]!)).Order()];

    private static JsonArray Pairs(Span[] spans) => [.. spans.Select(span => (JsonNode)new JsonArray(span.Start, span.End))];
}
