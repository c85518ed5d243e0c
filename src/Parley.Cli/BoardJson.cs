using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Assessments;
using Parley.Corrections;
using Parley.Ledger;

namespace Parley.Cli;

/// <summary>The board as JSON: every field written, null where unknown, <c>[]</c> where there is none.</summary>
internal static class BoardJson
{
    /// <summary>An array with one object for each undertaking.</summary>
    public static string Write(ImmutableArray<Assessment> assessments)
    {
        using var stream = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                stream,
                new JsonWriterOptions
                {
                    Indented = true,
                    NewLine = "\n",
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            )
        )
        {
            json.WriteStartArray();
            foreach (var assessment in assessments)
                Write(json, new BoardEntry(assessment));
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>One entry on one line, as a ledger keeps it.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="id">Id of the undertaking.</param>
    /// <param name="decision">What a person decided on it; null where nobody did.</param>
    public static string Entry(BoardEntry entry, string id, Correction? decision)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json, entry, id, decision);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, BoardEntry entry, string? id = null, Correction? decision = null)
    {
        var assessment = entry.Assessment;
        json.WriteStartObject();
        if (id is not null)
            json.WriteString("id", id);
        json.WriteString("party", entry.Party);
        json.WriteString("side", assessment.Undertaking.Pledge.Party);
        json.WriteString("kind", entry.Kind);
        json.WriteString("words", entry.Words);
        Strings(json, "area", entry.Area);
        json.WriteString("since", assessment.Undertaking.Pledge.Since);
        Strings(json, "conditions", entry.Conditions);
        Strings(json, "limits", entry.Limits);
        Strings(json, "open", entry.LeftOpen);
        json.WriteString("status", decision?.Value ?? entry.Status);
        json.WriteNumber("reports", assessment.Reports);
        json.WriteNumber("outlets", assessment.Outlets);
        json.WriteNumber("origins", assessment.Origins);
        json.WriteStartArray("toldBy");
        foreach (var telling in assessment.Undertaking.Tellings)
        {
            json.WriteStartObject();
            json.WriteString("article", telling.Reading.Article.Id);
            json.WriteString("undertaking", telling.Undertaking.Id);
            json.WriteString("outlet", BoardEntry.Name(telling.Reading.Article));
            json.WriteString("published", telling.Reading.Article.Published);
            json.WriteString("copyOf", entry.CopyOf(telling.Reading));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Testimonies(json, "supports", entry, assessment.Supports);
        Testimonies(json, "doubts", entry, assessment.Doubts);
        Testimonies(json, "contradicts", entry, assessment.Contradicts);
        json.WriteEndObject();
    }

    private static void Testimonies(Utf8JsonWriter json, string name, BoardEntry entry, ImmutableArray<Testimony> testimonies)
    {
        json.WriteStartArray(name);
        foreach (var testimony in testimonies)
        {
            json.WriteStartObject();
            json.WriteString("speaker", testimony.Speaker);
            json.WriteString("origin", testimony.Origin);
            json.WriteString("place", testimony.Place?.Name);
            json.WriteString("article", testimony.Reading.Article.Id);
            json.WriteString("outlet", BoardEntry.Name(testimony.Reading.Article));
            json.WriteString("published", ReadingOrder.Day(testimony.Reading));
            json.WriteString("copyOf", entry.CopyOf(testimony.Reading));
            json.WriteString("sentence", BoardEntry.Sentence(testimony));
            json.WriteNumber("start", testimony.Sentence.Start);
            json.WriteNumber("end", testimony.Sentence.End);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
