using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Cli.Parsing;

/// <summary>Writes parsed texts as JSON. Offsets are UTF-16 code units; a head is an index into <c>tokens</c>, null for a root.</summary>
internal static class ParsedJson
{
    /// <summary>One text: <c>id</c>, <c>sentences</c>, <c>tokens</c>, <c>names</c>.</summary>
    public static string Write(ParsedText parsed, bool indented) =>
        WriteObject(
            indented,
            json =>
            {
                json.WriteString("id", parsed.Tokens.Article.Source);
                json.WriteStartArray("sentences");
                foreach (var sentence in parsed.Sentences)
                {
                    json.WriteStartObject();
                    WriteSpan(json, parsed.SpanOf(sentence));
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteStartArray("tokens");
                for (var word = 0; word < parsed.Count; word++)
                    WriteWord(json, parsed, word);
                json.WriteEndArray();
                json.WriteStartArray("names");
                foreach (var name in parsed.Names)
                {
                    json.WriteStartObject();
                    WriteSpan(json, parsed.SpanOf(name.Words));
                    json.WriteString("type", NameOf(name.Type));
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
        );

    /// <summary>An input that was skipped.</summary>
    public static string Skipped(Skipped skipped) =>
        WriteObject(
            indented: false,
            json =>
            {
                json.WriteString("id", skipped.Source);
                json.WriteStartObject("skipped");
                json.WriteString("code", skipped.Code);
                json.WriteString("reason", skipped.Reason);
                json.WriteEndObject();
            }
        );

    private static void WriteWord(Utf8JsonWriter json, ParsedText parsed, int word)
    {
        var node = parsed[word];
        json.WriteStartObject();
        WriteSpan(json, node.Span);
        json.WriteString("form", node.Form);
        json.WriteString("lemma", node.Lemma);
        json.WriteString("upos", node.Upos.Name());
        json.WriteString("xpos", node.Xpos);
        json.WriteString("feats", parsed.Features[word]);
        if (node.IsRoot)
            json.WriteNull("head");
        else
            json.WriteNumber("head", node.Head.Index);
        json.WriteString("deprel", node.Relation.Name());
        json.WriteNumber("sentence", parsed.SentenceOf(word));
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, Span span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
    }

    private static string NameOf(NameType type) =>
        type switch
        {
            NameType.Person => "person",
            NameType.Organization => "organization",
            _ => "place",
        };

    private static string WriteObject(bool indented, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (
            var json = new Utf8JsonWriter(
                buffer,
                new JsonWriterOptions
                {
                    Indented = indented,
                    NewLine = "\n",
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            )
        )
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
