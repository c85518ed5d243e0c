using System.Text.Json.Nodes;

namespace Parley.Eval;

/// <summary>A document with the mentions that its annotators marked; offsets in UTF-16 characters.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Genre">Sort of text.</param>
/// <param name="Text">The text.</param>
/// <param name="Mentions">All mentions, those of entities mentioned once among them.</param>
/// <param name="Chains">The mentions in the manner of OntoNotes, by entity: two or more each.</param>
internal sealed record GoldDocument(
    string Id,
    string Genre,
    string Text,
    List<GoldMention> Mentions,
    List<List<(int Start, int End)>> Chains
)
{
    /// <summary>Reads a line of the coreference sets, whose offsets count code points.</summary>
    public static GoldDocument Read(JsonNode line)
    {
        var text = line["text"]!.GetValue<string>();
        var points = new CodePoints(text);
        return new GoldDocument(
            line["id"]!.GetValue<string>(),
            line["genre"]!.GetValue<string>(),
            text,
            [
                .. line["mentions"]!
                    .AsArray()
                    .Select(m => new GoldMention(
                        points.ToUtf16((int)m!["start"]!),
                        points.ToUtf16((int)m["end"]!),
                        (int)m["entity"]!,
                        m["type"]!.GetValue<string>(),
                        m["kind"]!.GetValue<string>() == "name"
                    )),
            ],
            [
                .. line["ontogum"]!
                    .AsArray()
                    .GroupBy(
                        m => (int)m!["entity"]!,
                        m => (points.ToUtf16((int)m!["start"]!), points.ToUtf16((int)m["end"]!)),
                        (_, spans) => spans.ToList()
                    ),
            ]
        );
    }

    /// <summary>True where a span mentions an entity by its name: it is most like a mention of that entity, and shares characters with a name of it.</summary>
    public bool Names((int Start, int End) span, int entity) =>
        Nearest(span) is { } gold
        && gold.Entity == entity
        && Mentions.Exists(m => m.IsName && m.Entity == entity && m.Start < span.End && span.Start < m.End);

    /// <summary>The gold mention that shares the greatest part of its characters with a span; null where none shares any.</summary>
    public GoldMention? Nearest((int Start, int End) span)
    {
        GoldMention? best = null;
        var most = 0.0;
        foreach (var mention in Mentions)
        {
            var shared = Math.Min(span.End, mention.End) - Math.Max(span.Start, mention.Start);
            var share = (double)shared / (Math.Max(span.End, mention.End) - Math.Min(span.Start, mention.Start));
            if (share > most)
                (best, most) = (mention, share);
        }
        return best;
    }

    /// <summary>True between quotation marks, as far as the paragraph's own marks tell.</summary>
    public bool IsQuoted(int at)
    {
        var open = false;
        for (var i = Text.LastIndexOf('\n', Math.Max(at - 1, 0)) + 1; i < at; i++)
            open = Text[i] switch
            {
                '\u201C' => true,
                '\u201D' => false,
                '"' => !open,
                _ => open,
            };
        return open;
    }
}

/// <summary>A mention that an annotator marked.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">Behind the last character.</param>
/// <param name="Entity">Number of what it mentions, within the document.</param>
/// <param name="Type">What sort of entity: person, organization, place …</param>
/// <param name="IsName">True where its head is a name.</param>
internal sealed record GoldMention(int Start, int End, int Entity, string Type, bool IsName)
{
    /// <summary>True for people.</summary>
    public bool IsPerson => Type == "person";

    /// <summary>True for those who may act, and for places.</summary>
    public bool IsActor => Type is "person" or "organization" or "place";
}
