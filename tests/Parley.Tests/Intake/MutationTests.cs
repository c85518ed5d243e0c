using System.Diagnostics;
using System.Globalization;
using Parley.Intake;
using Xunit;
using static Parley.Tests.Intake.DocumentSamples;
using static Parley.Tests.Intake.Samples;

namespace Parley.Tests.Intake;

public sealed class MutationTests
{
    private const int Seed = 20220330;
    private const int MostSeconds = 5;
    private const long MostBytes = 1_000_000_000;

    /// <summary>So many damaged inputs are tried; more where the environment says so.</summary>
    private static readonly int s_count = int.TryParse(
        Environment.GetEnvironmentVariable("PARLEY_MUTATIONS"),
        NumberStyles.None,
        CultureInfo.InvariantCulture,
        out var count
    )
        ? count
        : 200;

    private static readonly (string Name, byte[] Bytes)[] s_samples =
    [
        ("a.txt", Utf8(Story)),
        ("a.html", Utf8(Html())),
        ("a.jsonl", Utf8($"{{\"text\": \"{Story}\", \"title\": \"A\", \"date\": \"2022-03-30\"}}\n{{\"text\": \"B\"}}\n")),
        ("a.csv", Utf8($"title,text,date\nA,\"{Story}\",2022-03-30\n")),
        (
            "a.warc",
            [
                .. Record(Answer(Chunked(Utf8(Html())), headers: "Transfer-Encoding: chunked\r\n")),
                .. Record(Answer(Utf8(Html("B"))), address: "https://p.example/2"),
            ]
        ),
        (
            "a.warc.gz",
            [
                .. Gzip(Record(Answer(Gzip(Utf8(Html())), headers: "Content-Encoding: gzip\r\n"))),
                .. Gzip(Record(Answer(Utf8(Html("B"))), address: "https://p.example/2")),
            ]
        ),
        ("a.zip", Zip(("a.html", Utf8(Html())), ("b/c.txt", Utf8(Story)))),
        ("a.tar", Tar(("a.html", Utf8(Html())), ("b/c.txt", Utf8(Story)))),
        ("a.tar.gz", Gzip(Tar(("a.html", Utf8(Html()))))),
        (
            "a.pdf",
            Pdf(
                [
                    ["Norland said on Tuesday that its", "troops would leave."],
                ],
                [
                    ["The ferry sailed."],
                ]
            )
        ),
        ("a.docx", Word($"<w:p><w:r><w:t>{Story}</w:t></w:r></w:p>")),
        ("a.eml", Utf8(Mail())),
        ("a.mbox", Mailbox()),
        ("result.json", Utf8(Telegram)),
        (
            "a.xml",
            Utf8(
                $"<?xml version=\"1.0\"?><rss><channel><title>H</title><item><title>T &amp; &nbsp;</title><link>https://p.example/1</link><pubDate>Wed, 30 Mar 2022 10:15:00 GMT</pubDate><description><![CDATA[<p>{Story}</p>]]></description></item></channel></rss>"
            )
        ),
        (
            "b.xml",
            Utf8(
                $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>1</id><title>T</title><link href=\"https://p.example/1\"/><content type=\"xhtml\"><div><p>{Story}</p></div></content></entry></feed>"
            )
        ),
        (
            "feed.json",
            Utf8(
                $"{{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{{\"id\": \"1\", \"content_html\": \"<p>{Story}</p>\"}}]}}"
            )
        ),
        ("x.export.CSV", Utf8($"1\t{string.Join('\t', Enumerable.Repeat("", 59))}\thttps://p.example/1\n")),
    ];

    [Fact]
    public void Damaged_inputs_of_every_format_are_read_or_named_in_good_time()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(Seed);
        for (var i = 0; i < s_count; i++)
        {
            var (name, bytes) = s_samples[i % s_samples.Length];
            var damaged = Mutation.Of(random, bytes, s_samples[random.Next(s_samples.Length)].Bytes);
            var file = folder.Write(name, damaged);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.True(TakesGoodTime(file), $"Input {i} of seed {Seed} ({name}, {damaged.Length} bytes) takes too long.");
            Assert.True(
                // All that was ever taken for it, since other tests take memory at the same time.
                GC.GetAllocatedBytesForCurrentThread() - before
                    < MostBytes,
                $"Input {i} of seed {Seed} ({name}) takes too much memory."
            );
        }
    }

    /// <summary>On a machine with other work the clock runs on while nothing is done here, and the processor's time is shared: too long is what is so by both, three times.</summary>
    private static bool TakesGoodTime(string file)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var reader = new DocumentReader();
            foreach (var input in InputFiles.Open(file, () => Stream.Null))
            {
                var taken = reader.Read(input);
                Assert.True(taken.Document is not null ^ taken.Skipped is not null);
                Assert.False(taken.Skipped?.Code == "PRL0012");
            }
            if (
                Stopwatch.GetElapsedTime(start).TotalSeconds < MostSeconds
                || (Environment.CpuUsage.TotalTime - processor).TotalSeconds < MostSeconds
            )
                return true;
        }
        return false;
    }
}
