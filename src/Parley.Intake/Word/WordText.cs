using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Parley.Intake.Archives;
using Parley.Records;

namespace Parley.Intake.Word;

/// <summary>The text of a Word document: its paragraphs, headings marked as such, what was struck out in revisions left out.</summary>
/// <remarks>Read with the base library: a ZIP archive with XML in it. Document types are refused, and parts bounded.</remarks>
internal static class WordText
{
    private const string Words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string StrictWords = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Core = "http://purl.org/dc/elements/1.1/";

    /// <summary>Text boxes are written twice, for old programs once more.</summary>
    private const string Compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = 4L * RawInput.MaxBytes,
    };

    /// <summary>Reads a document.</summary>
    public static (SourceDocument? Document, Problem? Problem) Read(RawInput input)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(input.Content.ToArray()), ZipArchiveMode.Read);
            if (archive.GetEntry("word/document.xml") is not { } main)
                return (null, Problems.Binary(input.Name, "an office document that is not one of Word"));
            var (text, headings) = Paragraphs(main, input);
            if (text.Length == 0)
                return (null, IntakeProblems.NoWords(input.Name, "a Word document"));
            return (
                new SourceDocument
                {
                    Text = text,
                    Headings = headings,
                    Title = Property(archive, input, "title"),
                    Byline = Property(archive, input, "creator"),
                },
                null
            );
        }
        catch (ProblemDataException e)
        {
            return (null, e.Problem);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException)
        {
            return (null, IntakeProblems.DamagedDocument(input.Name, "a Word document", Line(e.Message)));
        }
    }

    private static (string Text, ImmutableArray<Span> Headings) Paragraphs(ZipArchiveEntry part, RawInput input)
    {
        var (text, paragraph, headings, isHeading) = (
            new StringBuilder(),
            new StringBuilder(),
            ImmutableArray.CreateBuilder<Span>(),
            false
        );
        using var reader = XmlReader.Create(Open(part, input), s_settings);
        for (var isRead = reader.Read(); isRead; )
        {
            var isOurs = reader.NamespaceURI is Words or StrictWords;
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Fallback" && reader.NamespaceURI == Compatible)
            {
                reader.Skip();
                isRead = !reader.EOF;
                continue;
            }
            if (isOurs && reader.NodeType == XmlNodeType.Element)
            {
                if (reader.LocalName == "t" && !reader.IsEmptyElement)
                {
                    paragraph.Append(reader.ReadElementContentAsString());
                    continue;
                }
                if (reader.LocalName is "tab")
                    paragraph.Append('\t');
                else if (reader.LocalName is "br" or "cr")
                    paragraph.Append('\n');
                else if (reader.LocalName == "noBreakHyphen")
                    paragraph.Append('-');
                else if (reader.LocalName == "pStyle" && reader.GetAttribute("val", reader.NamespaceURI) is { } style)
                    isHeading = style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase) || style is "Title" or "Subtitle";
            }
            else if (isOurs && reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "p")
            {
                if (paragraph.ToString().Trim() is { Length: > 0 } words)
                {
                    if (text.Length > 0)
                        text.Append("\n\n");
                    if (isHeading)
                        headings.Add(new Span(text.Length, text.Length + words.Length));
                    text.Append(words);
                }
                paragraph.Clear();
                isHeading = false;
            }
            isRead = reader.Read();
        }
        return (text.ToString(), headings.ToImmutable());
    }

    private static string? Property(ZipArchive archive, RawInput input, string name)
    {
        if (archive.GetEntry("docProps/core.xml") is not { } part)
            return null;
        try
        {
            using var reader = XmlReader.Create(Open(part, input), s_settings);
            return reader.ReadToFollowing(name, Core) && reader.ReadElementContentAsString().Trim() is { Length: > 0 and < 1000 } value
                ? value
                : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static BoundedStream Open(ZipArchiveEntry part, RawInput input)
    {
        var packed = Math.Min(part.CompressedLength, input.Content.Length);
        return new BoundedStream(part.Open(), input.Name, () => packed);
    }

    private static string Line(string message) => message.ReplaceLineEndings(" ").TrimEnd('.').Replace(';', ',');
}
