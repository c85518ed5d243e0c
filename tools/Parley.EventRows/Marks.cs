using System.Collections.Immutable;
using System.Text.Json;
using Parley.Mentions;
using Parley.Records;

namespace Parley.EventRows;

/// <summary>Event mentions as they are marked, sentence by sentence.</summary>
internal sealed class Marks
{
    private readonly Dictionary<string, List<JsonElement>> _events = new(StringComparer.Ordinal);

    /// <summary>Reads files of marked sentences.</summary>
    public static Marks Read(IEnumerable<string> files)
    {
        var marks = new Marks();
        foreach (var line in files.SelectMany(File.ReadLines))
        {
            var sentence = JsonDocument.Parse(line).RootElement;
            if (sentence.TryGetProperty("document", out var document))
                marks._events[$"{document.GetString()} {sentence.GetProperty("sentence")}"] =
                [
                    .. sentence.GetProperty("events").EnumerateArray(),
                ];
        }
        return marks;
    }

    /// <summary>The mentions of an article.</summary>
    public ImmutableArray<EventMention> Of(string document, List<int> starts, List<string> numbers) =>
        [
            .. numbers
                .SelectMany((number, i) => _events.GetValueOrDefault($"{document} {number}", []).Select(mark => Mention(mark, starts[i])))
                .DistinctBy(mention => mention.Word)
                .OrderBy(mention => mention.Word),
        ];

    private static EventMention Mention(JsonElement mark, int start)
    {
        var type = Enum.Parse<EventType>(mark.GetProperty("type").GetString()!, ignoreCase: true);
        var status = Enum.Parse<EventStatus>(mark.GetProperty("status").GetString()!, ignoreCase: true);
        return new EventMention
        {
            Word = start + mark.GetProperty("trigger").GetInt32(),
            Probability = 0.99f,
            Type = new Choice<EventType>(type, 0.99f, type, 0),
            Status = new Choice<EventStatus>(status, 0.99f, status, 0),
            Doers = Words("doers"),
            Targets = Words("targets"),
            Places = Words("place"),
            Times = Words("time"),
            Numbers = Words("numbers"),
        };

        ImmutableArray<Argument> Words(string role) =>
            mark.TryGetProperty(role, out var words) && words.ValueKind == JsonValueKind.Array
                ? [.. words.EnumerateArray().Select(word => new Argument(start + word.GetInt32(), 0.99f))]
                : [];
    }
}
