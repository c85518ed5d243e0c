using System.Text;
using Xunit;

namespace Parley.Tests.Intake;

public sealed class EncodingTests
{
    private const string Quoted =
        "“We shall go,” the envoy’s aide said — quietly. The café in Orléans was shut, and the talks went on for three hours.";

    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, bool> Encodings =>
        new()
        {
            { "utf-8", false },
            { "utf-8", true },
            { "utf-16", true },
            { "utf-16", false },
            { "utf-16BE", true },
            { "utf-16BE", false },
            { "utf-32", true },
            { "windows-1252", false },
        };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_text_is_decoded_whatever_its_encoding(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Quoted)];
        Assert.Equal(Quoted, Taking.TextOf("article.txt", bytes));
    }

    [Fact]
    public void Latin_1_is_read_as_its_superset()
    {
        var text = "The fiancée of the señor was in São Paulo when the talks began.";
        Assert.Equal(text, Taking.TextOf("article.txt", Encoding.Latin1.GetBytes(text)));
    }

    [Fact]
    public void Cyrillic_in_windows_1251_is_told()
    {
        var text = "Переговоры продолжались три часа, сообщил представитель.";
        Assert.Equal(text, Taking.TextOf("article.txt", Encoding.GetEncoding(1251).GetBytes(text)));
    }

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("utf-8")]
    public void A_page_is_decoded_as_it_declares(string charset)
    {
        var name = charset == "utf-8" ? "“Ostravia”" : "«Сел»";
        var html = Pages.Article(
            $"<meta charset=\"{charset}\"><title>{name}</title>",
            $"<p>The ministry of {name} said it would wait. {Pages.Filler}</p>"
        );
        Assert.Contains(name, Taking.TextOf("page.html", Encoding.GetEncoding(charset).GetBytes(html)), StringComparison.Ordinal);
    }

    [Fact]
    public void Line_ends_become_plain_and_nothing_else_changes()
    {
        Assert.Equal("  One.\n\nTwo.\t \nThree.\n", Taking.TextOf("article.txt", Taking.Utf8("  One.\r\n\r\nTwo.\t \rThree.\n")));
    }

    [Fact]
    public void A_few_broken_sequences_are_replaced_and_said()
    {
        byte[] bytes = [.. Taking.Utf8("“We” “shall” “wait”, he said. "), 0xE2, 0x80, (byte)'.'];
        var taken = Assert.Single(Taking.Take("article.txt", bytes));
        Assert.EndsWith("\uFFFD.", taken.Document!.Text, StringComparison.Ordinal);
        Assert.Equal("PRL0040", Assert.Single(taken.Notices).Code);
    }

    [Theory]
    [InlineData("windows-1252", "utf-8", "PRL0042")]
    [InlineData("utf-8", "iso-8859-1", "PRL0042")]
    [InlineData("utf-8", "utf-8", null)]
    [InlineData("windows-1252", "iso-8859-1", null)]
    public void A_wrongly_declared_encoding_is_said(string actual, string declared, string? code)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var page = Pages.Article(
            $"<meta charset=\"{declared}\"><title>T</title>",
            $"<p>The café burned. {Pages.Filler}</p><p>{Pages.Filler}</p>"
        );
        var taken = Assert.Single(Taking.Take("page.html", System.Text.Encoding.GetEncoding(actual).GetBytes(page)));
        Assert.Contains("café", taken.Document!.Text, StringComparison.Ordinal);
        Assert.Equal(code, taken.Notices.Select(notice => notice.Code).FirstOrDefault());
    }
}
