using Xunit;
using static Parley.Tests.Intake.DocumentSamples;
using static Parley.Tests.Intake.Samples;

namespace Parley.Tests.Intake;

public sealed class DocumentTests
{
    [Fact]
    public void The_text_of_a_PDF_file_is_read_column_by_column_without_heads_and_feet()
    {
        string[] left =
        [
            "Norland said on Tuesday that its",
            "troops would leave the har-",
            "bour of Estmouth by Friday. The",
            "minister told reporters so.",
        ];
        string[] right = ["Both sides had agreed on the date,", "and monitors would watch the road", "while the last trucks drove out."];
        string[] last = ["The council meets again in the", "spring, its secretary said."];
        var document = Assert
            .Single(
                Taking.Take(
                    "talks.pdf",
                    Pdf(
                        [left, right],
                        [last],
                        [
                            ["The ferry sailed at noon."],
                        ]
                    )
                )
            )
            .Document!;
        Assert.Equal(
            "Norland said on Tuesday that its troops would leave the harbour of Estmouth by Friday. The minister told reporters so.\n\nBoth sides had agreed on the date, and monitors would watch the road while the last trucks drove out.\n\nThe council meets again in the spring, its secretary said.\n\nThe ferry sailed at noon.",
            document.Text
        );
        Assert.Equal("The harbour talks", document.Title);
    }

    [Fact]
    public void A_PDF_file_of_pictures_says_that_it_has_no_text() =>
        Assert.Equal("PRL0036", Taking.CodeOf("scan.pdf", new UglyToad.PdfPig.Writer.PdfDocumentBuilder { }.With(3)));

    [Fact]
    public void The_paragraphs_of_a_Word_document_are_read()
    {
        const string body =
            "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Talks</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">Norland </w:t></w:r><w:del><w:r><w:delText>did not say</w:delText></w:r></w:del><w:ins><w:r><w:t>said</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> so.</w:t><w:br/><w:t>Twice.</w:t></w:r></w:p><w:p/><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>";
        var document = Assert.Single(Taking.Take("talks.docx", Word(body))).Document!;
        Assert.Equal("Talks\n\nNorland said so.\nTwice.\n\nBoxed.", document.Text);
        Assert.Equal("Talks", document.Text[document.Headings.Single().Start..document.Headings.Single().End]);
        Assert.Equal(("The harbour talks", "Ann Ohm"), (document.Title, document.Byline));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>", "PRL0039")]
    [InlineData("<x><y>", "PRL0039")]
    [InlineData("<x/>", "PRL0036")]
    public void A_Word_document_that_cannot_be_read_is_named(string xml, string code) =>
        Assert.Equal(code, Taking.CodeOf("talks.docx", Zip(("[Content_Types].xml", []), ("word/document.xml", Utf8(xml)))));

    [Fact]
    public void A_table_of_an_office_program_is_none_of_our_formats() =>
        Assert.Equal("PRL0024", Taking.CodeOf("sheet.xlsx", Zip(("[Content_Types].xml", Utf8("x")), ("xl/workbook.xml", Utf8("<x/>")))));

    [Theory]
    [InlineData("letter.eml")]
    [InlineData("letter")]
    public void An_e_mail_is_read_from_its_page(string name)
    {
        var document = Assert.Single(Taking.Take(name, Utf8(Mail()))).Document!;
        Assert.StartsWith(
            "Norland said",
            document.Text[document.Text.IndexOf("Norland", StringComparison.Ordinal)..],
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Read it online", document.Text, StringComparison.Ordinal);
        Assert.Equal(
            ("The talks – day 2", "Estmouth Herald", "2022-03-30T10:15:00+03:00"),
            (document.Title, document.Publisher, document.Published)
        );
    }

    [Fact]
    public void A_mailbox_is_cut_into_its_e_mails()
    {
        var taken = Taking.Take("letters.mbox", Mailbox());
        Assert.Equal(["One", "Two"], taken.Select(one => one.Document!.Title));
        Assert.EndsWith("letters.mbox:2", taken[1].Document!.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_of_Telegram_are_read_with_their_channel_and_whom_they_are_from()
    {
        var taken = Taking.Take("result.json", Utf8(Telegram));
        Assert.Equal([Story, "The council agreed on the date."], taken.Select(one => one.Document!.Text));
        Assert.Equal(
            ("Estmouth Herald", null, "2022-03-30T10:15:00Z", "https://t.me/c/123/2"),
            (taken[0].Document!.Publisher, taken[0].Document!.Byline, taken[0].Document!.Published, taken[0].Document!.Url)
        );
        Assert.Equal("Lake Council", taken[1].Document!.Byline);
    }

    [Fact]
    public void An_export_of_all_chats_is_read_chat_by_chat()
    {
        var all =
            "{\"about\": \"Here is your data\", \"chats\": {\"about\": \"x\", \"list\": ["
            + Telegram
            + ","
            + Telegram.Replace("Estmouth Herald", "Other", StringComparison.Ordinal)
            + "]}}";
        Assert.Equal(
            ["Estmouth Herald", "Estmouth Herald", "Other", "Other"],
            Taking.Take("result.json", Utf8(all)).Select(one => one.Document!.Publisher)
        );
    }

    [Fact]
    public void An_export_that_breaks_off_gives_the_messages_before()
    {
        var taken = Taking.Take("result.json", Utf8(Telegram[..(Telegram.Length - 260)]));
        Assert.Equal(Story, taken[0].Document!.Text);
        Assert.Equal("PRL0033", taken[^1].Skipped!.Code);
    }
}

/// <summary>Empty pages.</summary>
internal static class EmptyPdf
{
    public static byte[] With(this UglyToad.PdfPig.Writer.PdfDocumentBuilder builder, int pages)
    {
        for (var i = 0; i < pages; i++)
            builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
        return builder.Build();
    }
}
