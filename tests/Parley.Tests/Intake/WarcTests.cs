using System.Text;
using Parley.Intake;
using Xunit;
using static Parley.Tests.Intake.Samples;

namespace Parley.Tests.Intake;

public sealed class WarcTests
{
    [Fact]
    public void A_page_in_a_packed_archive_is_read_with_its_address()
    {
        byte[] archive =
        [
            .. Gzip(Record(Utf8("x"), "warcinfo")),
            .. Gzip(Record(Answer(Utf8(Html())))),
            .. Gzip(Record(Utf8("GET / HTTP/1.1\r\n\r\n"), "request")),
        ];
        var document = Assert.Single(Taking.Take("crawl.warc.gz", archive)).Document!;
        Assert.Contains(Story, document.Text, StringComparison.Ordinal);
        Assert.Equal(("https://p.example/1", "2022-03-30T10:00:00Z"), (document.Url, document.Published));
        Assert.EndsWith("crawl.warc.gz:2", document.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n", true, false)]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", true, true)]
    [InlineData("Transfer-Encoding: chunked\r\n", false, false)]
    [InlineData("Content-Encoding: gzip\r\n", false, true)]
    [InlineData("Content-Encoding: gzip\r\n", false, false)]
    [InlineData("Content-Encoding: br\r\n", false, false)]
    public void Codings_are_undone_where_the_body_is_in_them(string headers, bool isChunked, bool isPacked)
    {
        var body = Utf8(Html());
        body = isPacked ? Gzip(body) : body;
        body = isChunked ? Chunked(body) : body;
        var document = Assert.Single(Taking.Take("crawl.warc", Record(Answer(body, headers: headers)))).Document!;
        Assert.StartsWith(
            "Troops to leave\n\n" + Story,
            "Troops to leave\n\n" + document.Text[document.Text.IndexOf("Norland", StringComparison.Ordinal)..],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Answers_other_than_200_images_and_revisits_are_passed_over()
    {
        byte[] archive =
        [
            .. Record(Answer(Utf8(Html()), status: 404)),
            .. Record(Answer([1, 2, 3], "image/png")),
            .. Record(Answer([]), "revisit"),
            .. Record(Utf8("whatever"), "something-new"),
            .. Record(Answer(Utf8(Html("Another"))), address: "https://p.example/2"),
        ];
        Assert.Equal("https://p.example/2", Assert.Single(Taking.Take("crawl.warc", archive)).Document!.Url);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100_000)]
    [InlineData(99_999_999_999)]
    [InlineData(0)]
    public void A_record_that_lies_about_its_length_costs_at_most_itself(long length)
    {
        byte[] archive =
        [
            .. Record(Answer(Utf8(Html("First"))), length: length),
            .. Record(
                Answer(Utf8(Html("Second", Story.Replace("Norland", "Sudmark", StringComparison.Ordinal)))),
                address: "https://p.example/2"
            ),
        ];
        foreach (var bytes in new[] { archive, Gzip(archive) })
        {
            var taken = Taking.Take("crawl.warc", bytes);
            Assert.Contains(
                taken,
                one => one.Document?.Url == "https://p.example/2" && one.Document.Text.Contains("Sudmark", StringComparison.Ordinal)
            );
            Assert.Contains(taken, one => one.Notices.Any(notice => notice.Code == "PRL0047"));
        }
    }

    [Fact]
    public void After_a_damaged_member_the_next_is_read()
    {
        var first = Gzip(Record(Answer(Utf8(Html("First" + new string('x', 3000) + Convert.ToHexString(new byte[2000]))))));
        for (var i = first.Length / 2; i < first.Length / 2 + 20; i++)
            first[i] ^= 0x5A;
        byte[] archive =
        [
            .. Gzip(Record(Answer(Utf8(Html("Zero"))), address: "https://p.example/0")),
            .. first,
            .. Gzip(Record(Answer(Utf8(Html("Second"))), address: "https://p.example/2")),
        ];
        var taken = Taking.Take("crawl.warc.gz", archive);
        Assert.Equal(
            ["https://p.example/0", "https://p.example/2"],
            taken.Where(one => one.Document is not null).Select(one => one.Document!.Url).Distinct()
        );
        Assert.Contains(taken, one => one.Skipped?.Code == "PRL0033");
    }

    [Fact]
    public void An_archive_that_breaks_off_is_read_as_far_as_it_goes()
    {
        byte[] archive = [.. Record(Answer(Utf8(Html("First")))), .. Record(Answer(Utf8(Html("Second"))), address: "https://p.example/2")];
        var taken = Taking.Take("crawl.warc", archive[..^200]);
        Assert.Equal(2, taken.Count);
        Assert.Contains(taken[1].Notices, notice => notice.Code == "PRL0046");
    }

    [Theory]
    [InlineData("WARC/1.0")]
    [InlineData("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5")]
    [InlineData("WARC/1.0\r\nno header\r\n\r\n")]
    public void A_beginning_of_a_record_without_more_is_passed_over(string beginning)
    {
        var taken = Taking.Take("crawl.warc", [.. Record(Answer(Utf8(Html()))), .. Utf8(beginning)]);
        Assert.Equal("https://p.example/1", Assert.Single(taken).Document!.Url);
        Assert.Equal("PRL0174", Taking.CodeOf("crawl.warc", Utf8(beginning)));
    }

    [Fact]
    public void Texts_that_others_took_out_are_read()
    {
        var record = Encoding
            .UTF8.GetString(Record(Utf8(Story), "conversion"))
            .Replace("application/http; msgtype=response", "text/plain", StringComparison.Ordinal);
        Assert.Equal(Story, Assert.Single(Taking.Take("crawl.warc.wet.gz", Gzip(Utf8(record)))).Document!.Text);
    }

    [Fact]
    public void An_archive_is_read_at_constant_memory()
    {
        var page = Answer(Utf8(Html("Long", string.Concat(Enumerable.Repeat(Story + " ", 200)))));
        var contents = new List<WeakReference>();
        using var stream = new MemberStream(i => Gzip(Record(page, address: $"https://p.example/{i}")), 1000);
        foreach (var input in InputFiles.Open("-", () => stream))
        {
            Assert.Null(input.Problem);
            Assert.True(System.Runtime.InteropServices.MemoryMarshal.TryGetArray(input.Content, out var content));
            contents.Add(new WeakReference(content.Array));
        }
        GC.Collect();
        Assert.Equal(1000, contents.Count);
        Assert.InRange(contents.Count(content => content.IsAlive), 0, 3);
    }

    /// <summary>Members that are made as they are read; all together they hold some 80 MB.</summary>
    private sealed class MemberStream(Func<int, byte[]> member, int count) : MemoryStream
    {
        private byte[] _member = [];
        private int _at;
        private int _next;

        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            if (_at == _member.Length)
            {
                if (_next == count)
                    return 0;
                (_member, _at) = (member(_next++), 0);
            }
            var length = Math.Min(buffer.Length, _member.Length - _at);
            _member.AsSpan(_at, length).CopyTo(buffer);
            _at += length;
            return length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    }
}
