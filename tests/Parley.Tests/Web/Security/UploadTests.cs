using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Parley.Ledger;
using Parley.Stores;
using Xunit;

namespace Parley.Tests.Web.Security;

/// <summary>Attacks by what is sent: too much, too slowly, without end, with names that lead elsewhere, with references to the server's own files and network.</summary>
public sealed class UploadTests(GuardedBench bench) : IClassFixture<GuardedBench>
{
    private const string Story =
        "KYIV, March 29 - Russia promised on Tuesday to sharply reduce military operations near Kyiv. The mayor said that he did not believe it.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/corrections", 2_000_000)]
    [InlineData("/add", 300_000_000)]
    [InlineData("/login", 2_000_000)]
    [InlineData("/api/v1/corrections", 40_000_000)]
    public async Task What_says_that_it_is_too_long_is_refused_before_it_comes(string path, long length)
    {
        using var vera = await bench.Browser("vera");
        var type = path.StartsWith("/api", StringComparison.Ordinal) ? "application/json" : "application/x-www-form-urlencoded";
        var answer = await bench.Raw(
            $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{bench.Address.Port}\r\nCookie: parley-login={vera.LoginCookie}\r\nContent-Type: {type}\r\nContent-Length: {length}\r\n\r\n{{"
        );
        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/corrections", "application/x-www-form-urlencoded", 3)]
    [InlineData("/api/v1/corrections", "application/json", 40)]
    public async Task What_does_not_end_is_cut_off(string path, string type, int megabytes)
    {
        using var vera = await bench.Browser("vera");
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, bench.Address.Port, Cancel);
        var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{bench.Address.Port}\r\nCookie: parley-login={vera.LoginCookie}\r\nContent-Type: {type}\r\nTransfer-Encoding: chunked\r\n\r\n"
            ),
            Cancel
        );
        var chunk = Encoding.ASCII.GetBytes("100000\r\n" + new string(type[12] == 'j' ? ' ' : 'a', 0x100000) + "\r\n");
        var sent = 0;
        try
        {
            while (sent < 4 * megabytes)
            {
                await stream.WriteAsync(chunk, Cancel);
                sent++;
                if (client.Available > 0)
                    break;
            }
        }
        catch (IOException)
        {
            // The server has closed.
        }
        Assert.InRange(sent, 0, megabytes + 8);
    }

    [Fact]
    public async Task What_comes_too_slowly_is_cut_off()
    {
        using var vera = await bench.Browser("vera");
        var heads = new[]
        {
            // Headers that never end, and a body of a byte a second.
            $"GET /board HTTP/1.1\r\nHost: 127.0.0.1:{bench.Address.Port}\r\n",
            $"POST /corrections HTTP/1.1\r\nHost: 127.0.0.1:{bench.Address.Port}\r\nCookie: parley-login={vera.LoginCookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 900000\r\n\r\n",
        };
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(heads.Select(Drip));
        Assert.InRange(clock.Elapsed.TotalSeconds, 1, 40);
    }

    [Theory]
    [InlineData("/add")]
    [InlineData("/corrections")]
    [InlineData("/api/v1/corrections")]
    public async Task What_strangers_send_is_not_read(string path)
    {
        var answer = await bench.Raw(
            $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{bench.Address.Port}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000\r\n\r\n--x\r\n"
        );
        Assert.StartsWith("HTTP/1.1 401", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../../outside.txt")]
    [InlineData("..\\..\\outside.txt")]
    [InlineData("/tmp/outside.txt")]
    [InlineData("C:\\outside.txt")]
    [InlineData("outside.txt\0.html")]
    [InlineData("..")]
    public async Task A_files_name_leads_nowhere(string name)
    {
        using var vera = await bench.Browser("vera");
        using var answer = await Upload(vera, (name, Encoding.UTF8.GetBytes(Story)));
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
        Assert.All(
            Directory.EnumerateFiles(bench.Folder, "*outside*", SearchOption.AllDirectories),
            file => Assert.StartsWith(bench.Ledger + ".work", file, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.GetTempPath()), file => Path.GetFileName(file) == "outside.txt");
        Assert.DoesNotContain(Directory.EnumerateFiles(bench.Folder), file => file.EndsWith("outside.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_of_the_servers_own_files_and_network_comes_in()
    {
        await using var own = await GuardedBench.Of();
        using var vera = await own.Browser("vera");
        var secret = Path.Combine(own.Folder, "secret.txt");
        await File.WriteAllTextAsync(secret, "the secret of the house", Cancel);
        using var trap = new TcpListener(IPAddress.Loopback, 0);
        trap.Start();
        var inside = $"http://127.0.0.1:{((IPEndPoint)trap.LocalEndpoint).Port}/inside";
        using var answer = await Upload(
            vera,
            (
                "feed.xml",
                Encoding.UTF8.GetBytes(
                    $"<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a SYSTEM \"file://{secret}\"><!ENTITY b SYSTEM \"{inside}\">]><rss version=\"2.0\"><channel><title>T</title><item><title>&a;</title><link>{inside}</link><description>&a; &b; {Story}</description></item></channel></rss>"
                )
            ),
            (
                "page.html",
                Encoding.UTF8.GetBytes(
                    $"<html><head><base href=\"{inside}/\"><meta http-equiv=\"refresh\" content=\"0;url={inside}\"><link rel=\"canonical\" href=\"file://{secret}\"><link rel=\"stylesheet\" href=\"{inside}\"></head><body><article><h1>Pledge</h1><p>{Story}</p><img src=\"{inside}\"><iframe src=\"file://{secret}\"></iframe></article></body></html>"
                )
            ),
            ("lines.jsonl", Encoding.UTF8.GetBytes($"{{\"id\":\"x\",\"url\":\"{inside}\",\"text\":\"{Story} file://{secret}\"}}\n")),
            ("list.txt", Encoding.UTF8.GetBytes($"{inside}\nfile://{secret}\n{secret}\n"))
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var pasted = await vera.Post("/add", ("text", inside), ("address", $"file://{secret}"));
        var jobs = await AllRead(vera);
        Assert.False(trap.Pending());
        using var ledger = new SqliteLedger(own.Ledger);
        var articles = ledger.Articles(ReadingQuery.All);
        Assert.True(articles.Length > 10, jobs);
        foreach (var article in articles)
            Assert.DoesNotContain("the secret of the house", ledger.Find(article.Id)!.Article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/assets/..%2f..%2fusers.json")]
    [InlineData("/assets/%2e%2e/%2e%2e/users.json")]
    [InlineData("/assets/../../../../../../etc/passwd")]
    [InlineData("/data/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/data/....//....//etc/passwd")]
    [InlineData("/add/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/add/..")]
    [InlineData("/api/v1/adding/..%2f..%2ftalks.db")]
    [InlineData("/articles/..%2f..%2fetc%2fpasswd")]
    [InlineData("/sentence?at=../../etc/passwd")]
    [InlineData("/search?q=x&file=/etc/passwd")]
    public async Task No_path_leads_to_a_file(string path)
    {
        using var ada = await bench.Browser("ada");
        var answer = await bench.Raw(
            $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{bench.Address.Port}\r\nCookie: parley-login={ada.LoginCookie}\r\nAccept: text/html\r\nConnection: close\r\n\r\n"
        );
        Assert.StartsWith("HTTP/1.1 ", answer, StringComparison.Ordinal);
        // Two of them are questions that are answered, and one is the front page under a longer name; all others lead nowhere.
        if (!path.Contains('?', StringComparison.Ordinal) && path != "/add/..")
            Assert.DoesNotContain("HTTP/1.1 200", answer, StringComparison.Ordinal);
        foreach (var part in new[] { "root:", "\"password\"", "SQLite format", bench.Folder })
            Assert.DoesNotContain(part, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /board HTTP/1.1\r\n")]
    [InlineData("GET /board HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\n")]
    [InlineData("POST /board HTTP/1.1\r\nHost: HOST\r\nContent-Length: 4\r\nContent-Length: 40\r\n")]
    [InlineData("GET http://evil.example/board HTTP/1.1\r\nHost: HOST\r\n")]
    [InlineData("GET /board HTTP/1.1\r\nHost: HOST\r\nContent-Length : 4\r\n")]
    [InlineData("GET /board HTTP/1.1\r\nHost : HOST\r\n")]
    [InlineData("POST /board HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: gzip, chunked, x\r\nContent-Length: 4\r\n")]
    [InlineData("CONNECT 10.0.0.1:80 HTTP/1.1\r\nHost: 10.0.0.1:80\r\n")]
    public async Task A_request_that_two_could_read_in_two_ways_is_refused(string head)
    {
        using var ada = await bench.Browser("ada");
        var request = head.Replace("HOST", $"127.0.0.1:{bench.Address.Port}", StringComparison.Ordinal);
        var answer = await bench.Raw($"{request}Cookie: parley-login={ada.LoginCookie}\r\nConnection: close\r\n\r\n");
        Assert.DoesNotContain("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(GuardedBench.Secret, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_of_great_depth_is_refused()
    {
        using var vera = await bench.Browser("vera");
        var deep = $"{{\"verb\":{new string('[', 100_000)}";
        using var answer = await vera.Send(HttpMethod.Post, "/api/v1/corrections", Browser.Json(deep));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_packed_file_does_not_unpack_without_end()
    {
        await using var own = await GuardedBench.Of();
        using var vera = await own.Browser("vera");
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var i = 0; i < 400; i++)
                gzip.Write(new byte[1 << 20]);
        using var ledger = new SqliteLedger(own.Ledger);
        var before = ledger.Articles(ReadingQuery.All).Length;
        using var answer = await Upload(vera, ("bomb.txt.gz", packed.ToArray()));
        await AllRead(vera);
        Assert.Equal(before, ledger.Articles(ReadingQuery.All).Length);
        Assert.Equal(200, await vera.Status("/board"));
    }

    private async Task Drip(string head)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, bench.Address.Port, Cancel);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), Cancel);
        var (bytes, read) = (new byte[4096], Task.FromResult(0));
        try
        {
            read = stream.ReadAsync(bytes, Cancel).AsTask();
            for (var second = 0; second < 60 && await Task.WhenAny(read, Task.Delay(1000, Cancel)) != read; second++)
                await stream.WriteAsync("a"u8.ToArray(), Cancel);
            if (read.IsCompleted)
                await read;
        }
        catch (IOException)
        {
            // Cut off.
        }
    }

    private static async Task<HttpResponseMessage> Upload(Browser browser, params (string Name, byte[] Bytes)[] files)
    {
        // Written by hand: what is attacked with would be escaped otherwise.
        using var body = new MemoryStream();
        void Write(string text) => body.Write(Encoding.UTF8.GetBytes(text));
        Write($"--xyz\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n{await browser.Token()}\r\n");
        foreach (var (name, bytes) in files)
        {
            Write($"--xyz\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\nContent-Type: text/plain\r\n\r\n");
            body.Write(bytes);
            Write("\r\n");
        }
        Write("--xyz--\r\n");
        using var content = new ByteArrayContent(body.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=xyz");
        return await browser.Send(HttpMethod.Post, "/add", content);
    }

    private static async Task<string> AllRead(Browser browser)
    {
        while (true)
        {
            var jobs = await browser.Text("/api/v1/adding");
            if (
                !jobs.Contains("\"state\":\"waiting\"", StringComparison.Ordinal)
                && !jobs.Contains("\"state\":\"reading\"", StringComparison.Ordinal)
            )
                return jobs;
            await Task.Delay(50, Cancel);
        }
    }
}
