// Guarded by the benchmark of parts: writes straight to the output's buffer, and makes no string.
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
    private static readonly JsonEncodedText s_start = JsonEncodedText.Encode("start");
    private static readonly JsonEncodedText s_end = JsonEncodedText.Encode("end");
    private static readonly JsonEncodedText s_form = JsonEncodedText.Encode("form");
    private static readonly JsonEncodedText s_lemma = JsonEncodedText.Encode("lemma");
    private static readonly JsonEncodedText s_upos = JsonEncodedText.Encode("upos");
    private static readonly JsonEncodedText s_xpos = JsonEncodedText.Encode("xpos");
    private static readonly JsonEncodedText s_features = JsonEncodedText.Encode("feats");
    private static readonly JsonEncodedText s_head = JsonEncodedText.Encode("head");
    private static readonly JsonEncodedText s_relation = JsonEncodedText.Encode("deprel");
    private static readonly JsonEncodedText s_sentence = JsonEncodedText.Encode("sentence");
    private static readonly JsonEncodedText[] s_uposNames = [.. Enum.GetValues<Upos>().Select(upos => JsonEncodedText.Encode(upos.Name()))];
    private static readonly JsonEncodedText[] s_relationNames =
    [
        .. Enum.GetValues<Relation>().Select(relation => JsonEncodedText.Encode(relation.Name())),
    ];

    /// <summary>Writes one text and a line end: <c>id</c>, <c>sentences</c>, <c>tokens</c>, <c>names</c>.</summary>
    public static void Write(IBufferWriter<byte> output, ParsedText parsed, bool indented)
    {
        using (var json = new Utf8JsonWriter(output, Options(indented)))
        {
            json.WriteStartObject();
            json.WriteString("id"u8, parsed.Tokens.Article.Source);
            json.WriteStartArray("sentences"u8);
            foreach (var sentence in parsed.Sentences)
            {
                json.WriteStartObject();
                WriteSpan(json, parsed.SpanOf(sentence));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("tokens"u8);
            for (var word = 0; word < parsed.Count; word++)
                WriteWord(json, parsed, word);
            json.WriteEndArray();
            json.WriteStartArray("names"u8);
            foreach (var name in NamesOf(parsed))
            {
                json.WriteStartObject();
                WriteSpan(json, parsed.SpanOf(name.Words));
                json.WriteString("type"u8, NameOf(name.Type));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.Write("\n"u8);
    }

    /// <summary>An input that was skipped.</summary>
    public static string Skipped(Skipped skipped)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, Options(indented: false)))
        {
            json.WriteStartObject();
            json.WriteString("id"u8, skipped.Source);
            json.WriteStartObject("skipped"u8);
            json.WriteString("code"u8, skipped.Code);
            json.WriteString("reason"u8, skipped.Reason);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static void WriteWord(Utf8JsonWriter json, ParsedText parsed, int word)
    {
        json.WriteStartObject();
        WriteSpan(json, parsed.Tokens.Words[word].Span);
        json.WriteString(s_form, parsed.Tokens.Form(word));
        json.WriteString(s_lemma, parsed.Lemmas[word]);
        json.WriteString(s_upos, s_uposNames[(int)parsed.UposTags[word]]);
        json.WriteString(s_xpos, parsed.XposTags[word]);
        json.WriteString(s_features, parsed.Features[word]);
        if (parsed.Heads[word] < 0)
            json.WriteNull(s_head);
        else
            json.WriteNumber(s_head, parsed.Heads[word]);
        json.WriteString(s_relation, s_relationNames[(int)parsed.RelationTags[word]]);
        json.WriteNumber(s_sentence, parsed.SentenceOf(word));
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, Span span)
    {
        json.WriteNumber(s_start, span.Start);
        json.WriteNumber(s_end, span.End);
    }

    private static string NameOf(NameType type) =>
        type switch
        {
            NameType.Person => "person",
            NameType.Organization => "organization",
            NameType.Nationality => "nationality",
            NameType.Weapon => "weapon",
            NameType.Facility => "facility",
            NameType.Event => "event",
            _ => "place",
        };

    /// <summary>The names of the model and those of lexicon and shape, by their beginning, the longer first.</summary>
    private static List<NameMention> NamesOf(ParsedText parsed)
    {
        List<NameMention> names = [.. parsed.Names, .. ThingNames.Read(parsed)];
        names.Sort(
            static (a, b) =>
                a.Words.Start != b.Words.Start ? a.Words.Start.CompareTo(b.Words.Start)
                : a.Words.End != b.Words.End ? b.Words.End.CompareTo(a.Words.End)
                : a.Type.CompareTo(b.Type)
        );
        return names;
    }

    private static JsonWriterOptions Options(bool indented) =>
        new()
        {
            Indented = indented,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            SkipValidation = true,
        };
}
