using System.IO.Compression;
using System.Text;
using Parley.Intake;
using Xunit;
using static Parley.Tests.Intake.Samples;

namespace Parley.Tests.Intake;

public sealed class ArchiveTests
{
    [Theory]
    [InlineData("news.zip")]
    [InlineData("news.tar")]
    [InlineData("news.tar.gz")]
    [InlineData("news")]
    public void Files_in_an_archive_are_read_as_if_they_lay_there_alone(string name)
    {
        (string, byte[])[] files =
        [
            ("2022/a.html", Utf8(Html("First"))),
            ("2022/b.txt", Utf8("One.")),
            ("2022/c.jsonl", Utf8("{\"text\": \"Two.\"}\n{\"text\": \"Three.\"}")),
            ("2022/photo.jpg", [1, 2, 3]),
            (new string('d', 120) + "/e.txt", Utf8("Four.")),
        ];
        var archive = name.Contains("tar", StringComparison.Ordinal) ? Tar(files) : Zip(files);
        var taken = Taking.Take(name, name.EndsWith("gz", StringComparison.Ordinal) ? Gzip(archive) : archive);
        Assert.Equal(5, taken.Count);
        Assert.EndsWith($"{name}/2022/a.html", taken[0].Document!.Source, StringComparison.Ordinal);
        Assert.Equal(["One.", "Two.", "Three.", "Four."], taken.Skip(1).Select(one => one.Document!.Text));
    }

    [Fact]
    public void A_web_archive_in_a_ZIP_file_is_read_without_its_indexes()
    {
        var wacz = Zip(
            ("archive/data.warc.gz", Gzip(Record(Answer(Utf8(Html()))))),
            ("indexes/index.cdx.gz", Gzip(Utf8("com,example)/ 2022"))),
            ("pages/pages.jsonl", Utf8("{\"url\": \"https://p.example/1\"}")),
            ("datapackage.json", Utf8("{}"))
        );
        Assert.Equal("https://p.example/1", Assert.Single(Taking.Take("crawl.wacz", wacz)).Document!.Url);
    }

    [Fact]
    public void Names_that_lead_out_of_an_archive_are_labels_only()
    {
        var files = new[]
        {
            ("../../etc/passwd.txt", Utf8("One.")),
            ("/abs\\..\\b.txt", Utf8("Two.")),
            ("C:\\c\u202e.txt", Utf8("Three.")),
        };
        using var folder = new TemporaryFolder();
        var file = folder.Write("in.zip", Zip(files));
        var names = InputFiles.Open(file, () => Stream.Null).Select(input => input.Name[(folder.Root.Length + 1)..]);
        Assert.Equal(["in.zip/etc/passwd.txt", "in.zip/abs/b.txt", "in.zip/c.txt"], names);
        Assert.Equal([file], Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public void An_archive_in_archives_is_refused_beyond_three()
    {
        var archive = Zip(("a.txt", Utf8("One.")));
        for (var i = 0; i < 2; i++)
            archive = Zip(("inner.zip", archive));
        Assert.Equal("One.", Taking.TextOf("in.zip", archive));
        Assert.Equal("PRL0035", Taking.CodeOf("in.zip", Zip(("inner.zip", archive))));
    }

    [Theory]
    [InlineData("bomb.txt.gz")]
    [InlineData("bomb.jsonl.gz")]
    [InlineData("bomb.zip")]
    [InlineData("bomb.warc.gz")]
    public void A_bomb_is_refused(string name)
    {
        var zeros = new byte[30_000_000];
        Array.Fill(zeros, (byte)' ');
        using var packed = new MemoryStream();
        if (name.EndsWith("zip", StringComparison.Ordinal))
            packed.Write(Zip(("a.txt", zeros)));
        else
            using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
                gzip.Write(name.Contains("warc", StringComparison.Ordinal) ? Record(Answer(zeros)) : zeros);
        Assert.Equal("PRL0034", Taking.Take(name, packed.ToArray()).Select(one => one.Skipped?.Code).Last());
    }

    [Fact]
    public void A_bomb_in_the_coding_of_a_recorded_answer_is_refused()
    {
        var record = Record(Answer(Zeros(30_000_000), headers: "Content-Encoding: gzip\r\n"));
        Assert.Equal("PRL0034", Taking.CodeOf("crawl.warc", record));
    }

    [Fact]
    public void One_damaged_file_in_an_archive_costs_no_other()
    {
        var first = Utf8(string.Concat(Enumerable.Range(0, 5000).Select(i => $"Line {i}. ")));
        var archive = Zip(("a.txt", first), ("b.txt", Utf8("One.")));
        for (var i = 200; i < 240; i++)
            archive[i] ^= 0x3C;
        Assert.Equal(["PRL0033", "One."], Taking.Take("in.zip", archive).Select(one => one.Skipped?.Code ?? one.Document!.Text));
    }

    [Theory]
    [InlineData("in.zip", 100)]
    [InlineData("in.tar", 1600)]
    public void An_archive_that_breaks_off_says_so(string name, int length)
    {
        (string, byte[])[] files = [("a.txt", Utf8(new string('a', 100))), ("b.txt", Utf8(new string('b', 4000)))];
        var archive = name.EndsWith("tar", StringComparison.Ordinal) ? Tar(files) : Zip(files);
        Assert.Contains(Taking.Take(name, archive[..length]), one => one.Skipped?.Code == "PRL0033");
    }

    [Fact]
    public void A_folder_is_read_with_all_folders_in_it_in_the_order_of_names()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Root, "b", "deep"));
        folder.Write("z.txt", Utf8("One."));
        folder.Write(Path.Combine("b", "a.txt"), Utf8("Two."));
        folder.Write(Path.Combine("b", "deep", "a.zip"), Zip(("x.txt", Utf8("Three."))));
        folder.Write(Path.Combine("b", "style.css"), Utf8("p {}"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Root, "b", "loop"), folder.Root);
        var texts = InputFiles.Open(folder.Root, () => Stream.Null).Select(input => new DocumentReader().Read(input).Document!.Text);
        Assert.Equal(["One.", "Two.", "Three."], texts);
    }

    [Theory]
    [InlineData("headline,body,published,site\n\"A, \"\"b\"\"\",\"One.\nTwo.\",30/03/2022,P\n", "news.csv")]
    [InlineData("headline\tbody\tpublished\tsite\nA, \"b\"\t\"One.\nTwo.\"\t2022-03-30\tP\n", "news.tsv")]
    [InlineData("headline;body;published;site\r\n\"A, \"\"b\"\"\";\"One.\nTwo.\";\"March 30, 2022\";P", "news.csv")]
    public void Columns_of_a_table_are_named_by_the_user(string table, string name)
    {
        using var folder = new TemporaryFolder();
        var (map, wrong) = Parley.Intake.Tables.ColumnMap.Parse("title=headline,text=body,date=published,publisher=site");
        Assert.Null(wrong);
        var input = Assert.Single(InputFiles.Open([folder.Write(name, Utf8(table))], new InputOptions { Columns = map }));
        var document = new DocumentReader().Read(input).Document!;
        Assert.Equal(("A, \"b\"", "One.\nTwo.", "P"), (document.Title, document.Text, document.Publisher));
        Assert.Equal(table.Contains('/', StringComparison.Ordinal) ? null : "2022-03-30", document.Published);
    }

    [Fact]
    public void The_apostrophe_before_what_would_be_a_formula_is_taken_away()
    {
        var document = Taking.Take("t.csv", Utf8("title,text\n'=1+1,'- One.\n"))[0].Document!;
        Assert.Equal(("=1+1", "- One."), (document.Title, document.Text));
    }

    [Fact]
    public void A_table_without_a_column_of_texts_names_those_that_it_has() =>
        Assert.Contains("(its columns are a, b)", Taking.Take("t.csv", Utf8("a,b\n1,2\n"))[0].Skipped!.Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("text=", "text=")]
    [InlineData("title=a,words=b", "words=b")]
    [InlineData("text", "text")]
    public void A_map_of_columns_that_makes_no_sense_is_named(string map, string part) =>
        Assert.Equal((null, part), Parley.Intake.Tables.ColumnMap.Parse(map));

    [Fact]
    public void Lines_of_JSON_may_have_other_names_too()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("n.jsonl", Utf8("{\"body\": \"One.\", \"headline\": \"A\"}"));
        var (map, _) = Parley.Intake.Tables.ColumnMap.Parse("text=body,title=headline");
        var document = new DocumentReader().Read(Assert.Single(InputFiles.Open([file], new InputOptions { Columns = map }))).Document!;
        Assert.Equal(("One.", "A"), (document.Text, document.Title));
    }

    [Fact]
    public void A_file_in_another_language_is_named_with_it()
    {
        var german = string.Concat(
            Enumerable.Repeat(
                "Die Truppen der Stadt sind nach dem Abkommen nicht mehr in der Stadt, und die Bewohner haben das mit Freude gesehen. ",
                5
            )
        );
        var taken = Assert.Single(Taking.Take("in.zip", Zip(("a.txt", Encoding.UTF8.GetBytes(german)))));
        Assert.Equal(("PRL0031", "German"), (taken.Skipped!.Code, taken.Language));
    }
}
