using Parley.Tests.Intake;
using Xunit;
using static Parley.Tests.Intake.Samples;

namespace Parley.Tests.Cli;

public sealed class WatchCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static byte[] Serve(LocalServer.Request request) =>
        request.Path switch
        {
            "/feed" => LocalServer.Ok(
                $"<rss><channel><title>Herald</title><item><title>A</title><link>http://{request.Header("Host")}/a</link></item></channel></rss>"
            ),
            "/a" when request.Header("If-None-Match") == "\"1\"" => LocalServer.Reply(304, []),
            "/a" => LocalServer.Ok(Html(), headers: "ETag: \"1\"\r\n"),
            _ => LocalServer.Missing,
        };

    [Fact]
    public void What_is_new_in_a_feed_is_added_once_and_its_state_lies_beside_the_ledger()
    {
        using var server = new LocalServer(Serve);
        var ledger = Path.Combine(_folder.Root, "talks.db");
        string[] call = ["watch", server.Root + "/feed", "--ledger", ledger, "--once", "--model", "fast", "--allow-private"];
        var first = Call.Run(call);
        Assert.Equal((0, $"added          {server.Root}/a\n"), (first.Code, first.Output));
        Assert.True(File.Exists(ledger + ".watch.json"));
        var second = Call.Run(call);
        Assert.Equal((0, ""), (second.Code, second.Output));
    }

    [Fact]
    public void An_address_that_has_not_changed_is_already_there()
    {
        using var server = new LocalServer(Serve);
        var ledger = Path.Combine(_folder.Root, "talks.db");
        string[] call = ["add", server.Root + "/a", "--ledger", ledger, "--model", "fast", "--allow-private"];
        Assert.Equal($"added          {server.Root}/a\n", Call.Run(call).Output);
        Assert.Equal($"already there  {server.Root}/a (not changed since it was last fetched)\n", Call.Run(call).Output);
        File.Delete(ledger);
        Assert.Equal($"added          {server.Root}/a\n", Call.Run(call).Output);
    }

    [Theory]
    [InlineData("PRL0161", "watch", "{0}/feed", "--ledger", "{1}", "--once", "--model", "fast")]
    [InlineData("PRL0161", "read", "{0}/a", "--model", "fast")]
    [InlineData("PRL0020", "watch", "/no/such.opml", "--ledger", "{1}", "--once")]
    [InlineData("PRL0076", "watch", "{0}/feed", "--ledger", "{1}", "--every", "soon")]
    [InlineData("PRL0176", "read", "{1}", "--columns", "words=a")]
    public void What_is_wrong_with_a_call_is_named(string code, params string[] words)
    {
        using var server = new LocalServer(Serve);
        var call = Call.Run([
            .. words.Select(word =>
                word.Replace("{0}", server.Root, StringComparison.Ordinal)
                    .Replace("{1}", Path.Combine(_folder.Root, "x.db"), StringComparison.Ordinal)
            ),
        ]);
        Assert.NotEqual(0, call.Code);
        Assert.Contains(code, call.Output + call.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_is_read_by_the_columns_that_are_named()
    {
        var file = _folder.Write("t.csv", Utf8($"headline,body\nA,\"{Story}\"\n"));
        var call = Call.Run("read", file, "--columns", "title=headline,text=body", "--json", "--model", "fast");
        Assert.Equal(0, call.Code);
        Assert.Contains("\"title\": \"A\"", call.Output, StringComparison.Ordinal);
    }
}
