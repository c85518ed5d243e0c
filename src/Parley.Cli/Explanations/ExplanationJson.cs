using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Cli.Views;
using Parley.Records;
using Parley.Wording;

namespace Parley.Cli.Explanations;

/// <summary>An explanation as JSON: every field written, null where unknown, <c>[]</c> where there is none.</summary>
internal static class ExplanationJson
{
    /// <summary>One object.</summary>
    public static string Write(Explanation explanation, Article article)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var json = new Utf8JsonWriter(stream, options))
            Write(json, explanation, article);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Explanation explanation, Article article)
    {
        var passages = new Passages(article);
        json.WriteStartObject();
        json.WriteString("id", explanation.Id);
        json.WriteString("kind", explanation.Kind);
        json.WriteString("heading", explanation.Heading);
        if (explanation.Confidence is { } confidence)
            json.WriteNumber("confidence", confidence);
        else
            json.WriteNull("confidence");
        json.WriteBoolean("uncertain", explanation.IsUncertain);
        json.WriteStartArray("words");
        foreach (var (field, span) in explanation.Words)
            WriteSpan(json, field, span, article, passages);
        json.WriteEndArray();
        json.WriteStartArray("reasons");
        foreach (var (field, value, because) in explanation.Reasons)
        {
            json.WriteStartObject();
            json.WriteString("field", field);
            json.WriteString("value", value);
            json.WriteString("because", because);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteLinks(json, "links", explanation.Links);
        WriteLinks(json, "linkedFrom", explanation.LinkedFrom);
        json.WriteStartArray("evidence");
        foreach (var span in explanation.Evidence)
            WriteSpan(json, null, span, article, passages);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLinks(Utf8JsonWriter json, string name, IEnumerable<RecordLink> links)
    {
        json.WriteStartArray(name);
        foreach (var (field, id, heading) in links)
        {
            json.WriteStartObject();
            json.WriteString("field", field);
            json.WriteString("id", id);
            json.WriteString("heading", heading);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter json, string? field, Span span, Article article, Passages passages)
    {
        json.WriteStartObject();
        if (field is not null)
            json.WriteString("field", field);
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
        json.WriteString("text", span.Of(article.Text));
        json.WriteString("sentence", passages.SentenceAround(span).Of(article.Text));
        json.WriteEndObject();
    }
}
