using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using static Parley.Tests.Intake.Samples;

namespace Parley.Tests.Intake;

/// <summary>Small documents: PDF, Word, e-mail, Telegram.</summary>
internal static class DocumentSamples
{
    /// <summary>A PDF file; each page has a head, blocks of lines in two columns, and its number.</summary>
    public static byte[] Pdf(params string[][][] pages)
    {
        var builder = new PdfDocumentBuilder { DocumentInformation = new() { Title = "The harbour talks" } };
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        for (var number = 0; number < pages.Length; number++)
        {
            var page = builder.AddPage(PageSize.A4);
            page.AddText("Estmouth Herald Weekly", 8, new PdfPoint(250, 815), font);
            page.AddText($"{number + 1}", 8, new PdfPoint(300, 20), font);
            for (var column = 0; column < pages[number].Length; column++)
            for (var line = 0; line < pages[number][column].Length; line++)
                page.AddText(pages[number][column][line], 10, new PdfPoint(50 + column * 270, 760 - line * 12), font);
        }
        return builder.Build();
    }

    public static byte[] Word(string body, string title = "The harbour talks") =>
        Zip(
            ("[Content_Types].xml", Utf8("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")),
            (
                "docProps/core.xml",
                Utf8(
                    $"<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title><dc:creator>Ann Ohm</dc:creator></cp:coreProperties>"
                )
            ),
            (
                "word/document.xml",
                Utf8(
                    $"<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>{body}</w:body></w:document>"
                )
            )
        );

    public static string Mail(string subject = "=?utf-8?B?VGhlIHRhbGtzIOKAkyBkYXkgMg==?=") =>
        $"From: Estmouth Herald <news@herald.example>\r\nTo: you@p.example\r\nSubject: {subject}\r\nDate: Wed, 30 Mar 2022 10:15:00 +0300\r\nMessage-ID: <1@herald.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nRead it online: https://p.example =E2=80=93 {Story}\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{Html(text: Story)}\r\n--b--\r\n";

    public static byte[] Mailbox() =>
        Encoding.UTF8.GetBytes(
            $"From a@b Wed Mar 30 10:15:00 2022\n{Mail("One").Replace("\r\n", "\n", StringComparison.Ordinal)}\nFrom a@b Thu Mar 31 10:15:00 2022\n{Mail("Two").Replace("\r\n", "\n", StringComparison.Ordinal)}"
        );

    public static string Telegram =>
        $$"""
            {"name": "Estmouth Herald", "type": "public_channel", "id": 123, "messages": [
              {"id": 1, "type": "service", "date": "2022-03-29T10:00:00", "action": "create_channel", "text": ""},
              {"id": 2, "type": "message", "date": "2022-03-30T10:15:00", "date_unixtime": "1648635300", "from": "Estmouth Herald", "text": "{{Story}}"},
              {"id": 3, "type": "message", "date": "2022-03-30T11:15:00", "date_unixtime": "1648638900", "edited": "2022-03-30T12:00:00", "from": "Estmouth Herald", "forwarded_from": "Lake Council", "text": ["The council ", {"type": "bold", "text": "agreed"}, " on the date."], "text_entities": [{"type": "plain", "text": "{}[]"}]},
              {"id": 4, "type": "message", "date": "2022-03-30T11:15:00", "from": "Estmouth Herald", "photo": "x.jpg", "text": ""}
            ]}
            """;
}
