using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Parley.Exports.Annotating;
using Parley.Records;

namespace Parley.Exports.Xmi;

/// <summary>
/// Annotations as UIMA CAS XMI, which INCEpTION reads and writes: sentences, tokens, and the layer of <see cref="XmiTypes"/> with the label, the links, the
/// record and the status. Positions count UTF-16 code units, as UIMA does. Characters that XML cannot hold are spaces in it.
/// </summary>
internal sealed class XmiForm : IAnnotationForm
{
    private const string Xmi = "http://www.omg.org/XMI";
    private const string Cas = "http:///uima/cas.ecore";

    /// <summary>The element that holds the text.</summary>
    private const string Sofa = "1";

    private static readonly XmlWriterSettings s_writing = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    };

    private static readonly XmlReaderSettings s_reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public string Name => "xmi";

    public string Ending => ".xmi";

    public bool HasTextBeside => false;

    public string TagOf(Annotated record, int number) => record.Id;

    public string Write(Reading reading, ImmutableArray<Annotated> records)
    {
        var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, s_writing))
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("xmi", "XMI", Xmi);
            foreach (var (prefix, uri) in XmiTypes.Prefixes.Append(("cas", Cas)))
                xml.WriteAttributeString("xmlns", prefix, null, uri);
            xml.WriteAttributeString("xmi", "version", Xmi, "2.0");
            xml.WriteStartElement("cas", "NULL", Cas);
            xml.WriteAttributeString("xmi", "id", Xmi, "0");
            xml.WriteEndElement();
            var members = WriteAnnotations(xml, reading, PlacedRecord.Of(records));
            WriteText(xml, reading.Article.Text);
            WriteView(xml, members);
            xml.WriteEndElement();
            xml.WriteEndDocument();
        }
        bytes.WriteByte((byte)'\n');
        return Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    public ImmutableArray<Mark>? Read(string file, string text, Action<string, string> broken, out string? whyNot)
    {
        var (found, sofa) = (new List<FoundRecord>(), (string?)null);
        try
        {
            using var xml = XmlReader.Create(new StringReader(file), s_reading);
            while (xml.Read())
                if (xml.NodeType == XmlNodeType.Element && xml.NamespaceURI == Cas && xml.LocalName == "Sofa")
                    sofa ??= xml.GetAttribute("sofaString");
                else if (xml.NodeType == XmlNodeType.Element && xml.NamespaceURI == XmiTypes.Custom && xml.LocalName == XmiTypes.Record)
                    Take(xml, text, found, broken);
        }
        catch (XmlException e)
        {
            whyNot = $"it is no sound XML ({e.Message.TrimEnd('.')})";
            return null;
        }
        whyNot =
            sofa is null ? "it holds no text"
            : sofa != Held(text) ? "it holds another text"
            : null;
        return whyNot is null ? FoundRecord.Marks(text, found) : null;
    }

    /// <summary>Writes sentences, tokens and records; gives the ids of all.</summary>
    private static List<string> WriteAnnotations(XmlWriter xml, Reading reading, List<PlacedRecord> records)
    {
        var (text, members) = (reading.Article.Text, new List<string>());
        // The text itself bears the first id.
        var last = 1;
        Start(XmiTypes.Metadata, "DocumentMetaData", new Span(0, text.Length));
        xml.WriteAttributeString("language", "en");
        xml.WriteAttributeString("documentTitle", Held(reading.Article.Title ?? reading.Article.Id));
        xml.WriteAttributeString("documentId", reading.Article.Id);
        xml.WriteEndElement();
        var sentences = TextPieces.Sentences(reading).ToList();
        foreach (var sentence in sentences)
        {
            Start(XmiTypes.Segmentation, "Sentence", sentence);
            xml.WriteEndElement();
        }
        foreach (var sentence in sentences)
        foreach (var token in TextPieces.Tokens(text, sentence, records.Where(record => record.Span.Overlaps(sentence))))
        {
            Start(XmiTypes.Segmentation, "Token", token);
            xml.WriteEndElement();
        }
        foreach (var record in records)
        {
            Start(XmiTypes.Custom, XmiTypes.Record, record.Span);
            foreach (var (feature, value) in XmiTypes.Features.Zip(new[] { record.Label, record.Links, record.Record, record.Status }))
                if (value.Length > 0)
                    xml.WriteAttributeString(feature, value);
            xml.WriteEndElement();
        }
        return members;

        void Start(string type, string name, Span span)
        {
            xml.WriteStartElement(name, type);
            var id = Number(++last);
            xml.WriteAttributeString("xmi", "id", Xmi, id);
            xml.WriteAttributeString("sofa", Sofa);
            xml.WriteAttributeString("begin", Number(span.Start));
            xml.WriteAttributeString("end", Number(span.End));
            members.Add(id);
        }
    }

    private static void WriteText(XmlWriter xml, string text)
    {
        xml.WriteStartElement("cas", "Sofa", Cas);
        xml.WriteAttributeString("xmi", "id", Xmi, Sofa);
        xml.WriteAttributeString("sofaNum", "1");
        xml.WriteAttributeString("sofaID", "_InitialView");
        xml.WriteAttributeString("mimeType", "text");
        xml.WriteAttributeString("sofaString", Held(text));
        xml.WriteEndElement();
    }

    private static void WriteView(XmlWriter xml, List<string> members)
    {
        xml.WriteStartElement("cas", "View", Cas);
        xml.WriteAttributeString("sofa", Sofa);
        xml.WriteAttributeString("members", string.Join(' ', members));
        xml.WriteEndElement();
    }

    private static void Take(XmlReader xml, string text, List<FoundRecord> found, Action<string, string> broken)
    {
        var where = $"annotation {xml.GetAttribute("id", Xmi)}";
        if (xml.GetAttribute("record") is not { Length: > 0 } record)
            broken(where, "it names no record");
        else if (
            !int.TryParse(xml.GetAttribute("begin"), NumberStyles.None, CultureInfo.InvariantCulture, out var begin)
            || !int.TryParse(xml.GetAttribute("end"), NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            || begin >= end
            || end > text.Length
        )
            broken(where, "it stands nowhere in the text");
        else
            found.Add(
                new FoundRecord(
                    record,
                    xml.GetAttribute("label") ?? "",
                    xml.GetAttribute("links") ?? "",
                    xml.GetAttribute("status") is { Length: > 0 } status ? status : null,
                    [new Span(begin, end)]
                )
            );
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A text as XML can hold it: of the same length.</summary>
    private static string Held(string text) =>
        string.Create(
            text.Length,
            text,
            static (held, text) =>
            {
                for (var at = 0; at < text.Length; at++)
                    if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
                    {
                        (held[at], held[at + 1]) = (text[at], text[at + 1]);
                        at++;
                    }
                    else
                        held[at] = XmlConvert.IsXmlChar(text[at]) ? text[at] : ' ';
            }
        );
}
