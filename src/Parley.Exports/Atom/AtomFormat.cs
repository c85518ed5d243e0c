using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Xml;
using Parley.Assessments;

namespace Parley.Exports.Atom;

/// <summary>What changed, as an Atom feed: an entry for each new undertaking and each step in the life of one, newest first, with the words that brought it.</summary>
internal sealed class AtomFormat : IExportFormat
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    private static readonly XmlWriterSettings s_settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        CloseOutput = false,
        CheckCharacters = true,
    };

    public string Name => "atom";

    public string Holds => "each new undertaking and each change of one, newest first, as an Atom feed";

    public ImmutableArray<string> Endings => [".atom"];

    public string MediaType => "application/atom+xml";

    public bool IsFolder => false;

    public void Write(ExportSource source, ExportTarget target)
    {
        var changes = source
            .Undertakings()
            .SelectMany(entry => entry.History.Select((change, at) => (entry, change, at)))
            .OrderByDescending(one => one.change.At, StringComparer.Ordinal)
            .ThenBy(one => one.entry.Id, StringComparer.Ordinal)
            .ThenByDescending(one => one.at)
            .ToList();
        using var output = target.Open("changes.atom");
        using (var xml = XmlWriter.Create(output, s_settings))
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("feed", Namespace);
            xml.WriteElementString("title", Namespace, "Changes in the ledger " + source.Name);
            xml.WriteElementString("id", Namespace, "urn:parley:changes:" + Uri.EscapeDataString(source.Name));
            xml.WriteElementString("updated", Namespace, changes is [var (_, newest, _), ..] ? Instant(newest.At) : source.StampText);
            WriteAuthor(xml);
            xml.WriteElementString("generator", Namespace, "Parley");
            foreach (var (entry, change, at) in changes)
                Write(xml, entry, change, at);
            xml.WriteEndElement();
            xml.WriteEndDocument();
        }
        output.WriteByte((byte)'\n');
    }

    private static void Write(XmlWriter xml, BoardEntry entry, BoardChange change, int at)
    {
        xml.WriteStartElement("entry", Namespace);
        // The day and the state tell changes apart, so that an id stays with its change where the history before it is read anew.
        xml.WriteElementString("id", Namespace, $"urn:parley:change:{Uri.EscapeDataString(entry.Id)}:{change.At}:{change.To}:{at}");
        xml.WriteElementString("title", Namespace, Clean($"{entry.Party}, {entry.Kind}: {change.From ?? "new"} → {change.To}"));
        xml.WriteElementString("updated", Namespace, Instant(change.At));
        xml.WriteStartElement("category", Namespace);
        xml.WriteAttributeString("term", "status:" + change.To);
        xml.WriteEndElement();
        xml.WriteStartElement("content", Namespace);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Clean(Html(entry, change)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Html(BoardEntry entry, BoardChange change)
    {
        var html = new StringBuilder();
        html.Append("<blockquote>")
            .Append(WebUtility.HtmlEncode(entry.Words))
            .Append("</blockquote><p>Rule ")
            .Append(WebUtility.HtmlEncode(change.Rule));
        html.Append(", because of:</p><ul>");
        var witnesses = entry.Supports.Concat(entry.Contradicts).Concat(entry.Doubts).ToLookup(one => one.Record, StringComparer.Ordinal);
        foreach (var record in change.Because)
            html.Append("<li>").Append(WebUtility.HtmlEncode(Because(entry, record, witnesses))).Append("</li>");
        return html.Append("</ul>").ToString();
    }

    private static string Because(BoardEntry entry, string record, ILookup<string, BoardWitness> witnesses) =>
        witnesses[record].FirstOrDefault() is { } witness
            ? $"“{witness.Sentence}” {witness.Speaker ?? witness.Outlet} ({witness.Outlet}, {witness.Published ?? "undated"}, {record})"
            : $"{record}{(entry.ToldBy.FirstOrDefault(told => record.StartsWith(told.Article[..8], StringComparison.Ordinal)) is { } told ? $" ({told.Outlet}, {told.Published ?? "undated"})" : "")}";

    private static void WriteAuthor(XmlWriter xml)
    {
        xml.WriteStartElement("author", Namespace);
        xml.WriteElementString("name", Namespace, "Parley");
        xml.WriteEndElement();
    }

    private static string Instant(string day) => day.Length == 10 ? day + "T00:00:00Z" : day;

    /// <summary>Text without what XML cannot hold: a page may have any control character in it.</summary>
    private static string Clean(string text) =>
        string.Concat(
            text.EnumerateRunes()
                .Select(rune =>
                    XmlConvert.IsXmlChar((char)Math.Min(rune.Value, 0xFFFF)) || rune.Value > 0xFFFF ? rune.ToString() : "\uFFFD"
                )
        );
}
