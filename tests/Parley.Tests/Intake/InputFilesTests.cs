using System.Text;
using Parley.Intake;
using Xunit;

namespace Parley.Tests.Intake;

public sealed class InputFilesTests
{
    [Fact]
    public void A_line_of_JSON_gives_text_and_what_is_known_of_it()
    {
        var line =
            """{"id": "x-1", "text": "One.\r\nTwo.", "title": "T", "publisher": "P", "date": "2022-03-30", "url": "https://p.example/1", "more": [1]}""";
        var document = Assert.Single(Taking.Take("news.jsonl", Taking.Utf8(line))).Document!;
        Assert.Equal(("One.\nTwo.", "x-1", "T"), (document.Text, document.Source, document.Title));
        Assert.Equal(("P", "2022-03-30", "https://p.example/1"), (document.Publisher, document.Published, document.Url));
    }

    [Fact]
    public void Bad_lines_are_skipped_one_by_one_under_their_names()
    {
        var lines =
            "{\"id\": 7, \"text\": \"One.\"}\n\nnot json\n[1]\n{\"id\": \"b\"}\n{\"text\": \" \"}\n{\"text\": \"\\ud800\"}\n{\"text\": \"Two.\", \"date\": \"soon\"}";
        var taken = Taking.Take("news.jsonl", Taking.Utf8(lines));
        Assert.Equal(
            ["7", "PRL0029", "PRL0029", "PRL0030", "PRL0023", "PRL0029", "news.jsonl:8"],
            taken.Select(one => one.Skipped?.Code ?? Path.GetFileName(one.Document!.Source))
        );
        Assert.Equal("PRL0041", Assert.Single(taken[^1].Notices).Code);
        Assert.Null(taken[^1].Document!.Published);
        Assert.EndsWith("news.jsonl:3", taken[1].Skipped!.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("news")]
    [InlineData("news.txt")]
    [InlineData("news.json")]
    public void Content_tells_JSON_Lines(string name)
    {
        Assert.Equal(2, Taking.Take(name, Taking.Utf8("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n")).Count);
    }

    [Fact]
    public void A_text_that_begins_with_a_brace_is_a_text() =>
        Assert.Equal("{sic} One.", Taking.TextOf("article.txt", Taking.Utf8("{sic} One.")));

    [Theory]
    [InlineData("article.txt.gz")]
    [InlineData("article")]
    public void Gzip_is_told_by_its_first_bytes(string name) => Assert.Equal("One.", Taking.TextOf(name, Taking.Gzip(Taking.Utf8("One."))));

    [Fact]
    public void Compressed_lines_are_read_as_lines()
    {
        Assert.Equal(2, Taking.Take("news.jsonl.gz", Taking.Gzip(Taking.Utf8("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}"))).Count);
    }

    [Fact]
    public void Lines_in_UTF_16_are_read()
    {
        byte[] bytes =
        [
            .. Encoding.Unicode.GetPreamble(),
            .. Encoding.Unicode.GetBytes("{\"text\": \"“One.”\"}\r\n{\"text\": \"Two.\"}\r\n"),
        ];
        Assert.Equal(["“One.”", "Two."], Taking.Take("news.jsonl", bytes).Select(one => one.Document!.Text));
    }

    [Fact]
    public void A_file_cut_short_is_skipped()
    {
        var packed = Taking.Gzip(Taking.Utf8(string.Concat(Enumerable.Range(0, 50_000).Select(i => $"Line {i}. "))));
        Assert.Equal("PRL0027", Taking.CodeOf("article.txt.gz", packed[..(packed.Length / 2)]));
    }

    public static TheoryData<byte[], string> BadFiles =>
        new()
        {
            { [], "PRL0023" },
            { Taking.Utf8(" \n\t "), "PRL0023" },
            { [0xEF, 0xBB, 0xBF], "PRL0023" },
            { [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], "PRL0024" },
            { Taking.Utf8("%PDF-1.7 stream"), "PRL0039" },
            { [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], "PRL0024" },
        };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void Files_without_a_text_are_skipped_with_a_reason(byte[] bytes, string code) =>
        Assert.Equal(code, Taking.CodeOf("article.txt", bytes));

    [Fact]
    public void A_text_above_the_limit_is_skipped()
    {
        var long1 = new byte[RawInput.MaxBytes + 1];
        Array.Fill(long1, (byte)'a');
        Assert.Equal("PRL0025", Taking.CodeOf("article.txt", long1));
        Assert.Equal(
            ["PRL0025", null],
            Taking.Take("news.jsonl", [.. long1, .. "\n{\"text\": \"Two.\"}"u8]).Select(one => one.Skipped?.Code)
        );
    }

    [Fact]
    public void A_missing_file_and_a_folder_without_files_are_skipped()
    {
        using var folder = new TemporaryFolder();
        var names = new[] { "/no/such/file.txt", folder.Root };
        var taken = InputFiles.Open(names, () => Stream.Null).Select(new DocumentReader().Read);
        Assert.Equal(["PRL0020", "PRL0174"], taken.Select(one => one.Skipped!.Code));
    }

    [Fact]
    public void Standard_input_has_no_source()
    {
        var input = Assert.Single(InputFiles.Open("-", () => new MemoryStream(Taking.Utf8("One."))));
        Assert.Null(new DocumentReader().Read(input).Document!.Source);
    }
}
