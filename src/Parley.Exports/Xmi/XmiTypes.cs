using System.Collections.Immutable;
using System.Text;
using System.Xml;

namespace Parley.Exports.Xmi;

/// <summary>The types of annotations, as UIMA describes them: those of DKPro Core for the text, and the layer of records.</summary>
internal static class XmiTypes
{
    /// <summary>The file that describes them.</summary>
    public const string FileName = "TypeSystem.xml";

    /// <summary>The namespace of what is said of a document.</summary>
    public const string Metadata = "http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore";

    /// <summary>The namespace of sentences and tokens.</summary>
    public const string Segmentation = "http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore";

    /// <summary>The namespace of layers that a project defines.</summary>
    public const string Custom = "http:///webanno/custom.ecore";

    /// <summary>The layer of records.</summary>
    public const string Record = "ParleyRecord";

    private const string Namespace = "http://uima.apache.org/resourceSpecifier";
    private const string Text = "uima.cas.String";

    private static readonly XmlWriterSettings s_writing = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        CloseOutput = false,
    };

    /// <summary>The features of the layer; all are texts.</summary>
    public static ImmutableArray<string> Features { get; } = ["label", "links", "record", "status"];

    /// <summary>The prefixes of the namespaces.</summary>
    public static ImmutableArray<(string Prefix, string Uri)> Prefixes { get; } =
    [("metadata", Metadata), ("segmentation", Segmentation), ("custom", Custom)];

    /// <summary>Writes the description.</summary>
    public static void Write(Stream output)
    {
        using (var xml = XmlWriter.Create(output, s_writing))
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("typeSystemDescription", Namespace);
            xml.WriteStartElement("types", Namespace);
            WriteType(
                xml,
                "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData",
                "uima.tcas.DocumentAnnotation",
                ["documentTitle", "documentId"]
            );
            WriteType(xml, "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence", "uima.tcas.Annotation", []);
            WriteType(xml, "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token", "uima.tcas.Annotation", []);
            WriteType(xml, "webanno.custom." + Record, "uima.tcas.Annotation", Features);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndDocument();
        }
        output.WriteByte((byte)'\n');
    }

    private static void WriteType(XmlWriter xml, string name, string above, ImmutableArray<string> features)
    {
        xml.WriteStartElement("typeDescription", Namespace);
        xml.WriteElementString("name", Namespace, name);
        xml.WriteElementString("description", Namespace, "");
        xml.WriteElementString("supertypeName", Namespace, above);
        if (!features.IsEmpty)
        {
            xml.WriteStartElement("features", Namespace);
            foreach (var feature in features)
            {
                xml.WriteStartElement("featureDescription", Namespace);
                xml.WriteElementString("name", Namespace, feature);
                xml.WriteElementString("description", Namespace, "");
                xml.WriteElementString("rangeTypeName", Namespace, Text);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
