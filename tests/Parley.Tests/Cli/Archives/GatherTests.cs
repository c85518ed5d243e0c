using Parley.Ledger;
using Parley.Stores;
using Xunit;

namespace Parley.Tests.Cli.Archives;

public sealed class GatherTests : IDisposable
{
    private readonly SampleArchive _archive = new();

    public GatherTests() => _archive.Cut();

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void The_gathered_ledger_holds_what_one_process_makes()
    {
        _archive.Read(_archive.Shards);
        var gathered = _archive.Gather("talks.db");
        Assert.Equal((0, "47 articles of 6 shards gathered, 0 were there already\n"), (gathered.Code, gathered.Output));
        var one = _archive.DumpOfOneProcess();
        Assert.Contains(one, line => line.Contains("\"copyOf\":\"", StringComparison.Ordinal));
        Assert.Contains(one, line => line.Contains("\"next\":\"", StringComparison.Ordinal));
        Assert.Equal(one, _archive.Dump("talks.db"));
        var verified = Call.Run("verify", "--ledger", _archive.In("talks.db"), "--against", _archive.In("one.db"));
        Assert.Equal(0, verified.Code);
        // Gathered again, nothing is added; with an article less, the ledgers differ.
        Assert.StartsWith("0 articles", _archive.Gather("talks.db").Output, StringComparison.Ordinal);
        Assert.Equal(one, _archive.Dump("talks.db"));
        Call.Run("remove", "--ledger", _archive.In("one.db"), "n003");
        var differs = Call.Run("verify", "--ledger", _archive.In("talks.db"), "--against", _archive.In("one.db"));
        Assert.Equal(5, differs.Code);
        Assert.StartsWith("PRL0197", differs.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_shard_nothing_is_gathered_unless_that_is_asked_for()
    {
        _archive.Read(1, 4);
        var refused = _archive.Gather("talks.db");
        Assert.Equal(3, refused.Code);
        Assert.Contains("4 shards are not read: 00002 to 00003, 00005 to 00006;", refused.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_archive.In("talks.db")));
        var partial = _archive.Gather("talks.db", "--partial");
        Assert.Equal((1, "16 articles of 2 shards gathered, 0 were there already\n"), (partial.Code, partial.Output));
        _archive.Read(_archive.Shards);
        Assert.Equal("31 articles of 6 shards gathered, 16 were there already\n", _archive.Gather("talks.db").Output);
        Assert.Equal(_archive.DumpOfOneProcess(), _archive.Dump("talks.db"));
    }

    [Fact]
    public void A_run_that_goes_on_keeps_with_the_time_of_the_first()
    {
        _archive.Read(1, 2);
        _archive.Gather("talks.db", "--partial");
        _archive.Read(_archive.Shards);
        Call.At(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), "gather", _archive.Folder, "--ledger", _archive.In("talks.db"));
        using var ledger = new SqliteLedger(_archive.In("talks.db"));
        Assert.Single(ledger.Articles(ReadingQuery.All, all: true).Select(article => article.AddedAt).Distinct());
    }

    [Fact]
    public void Shards_of_several_runs_are_told()
    {
        _archive.Read(_archive.Shards);
        var list = _archive.In("actors.txt");
        File.WriteAllText(list, "VESSBY_COUNCIL [VESGOV]\n");
        Call.Run("read", "--model", "fast", "--actors", list, "--shard", _archive.Files.Shard(2));
        var gathered = _archive.Gather("talks.db");
        Assert.Equal(0, gathered.Code);
        Assert.StartsWith("PRL0196", gathered.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_that_was_removed_stays_so()
    {
        _archive.Read(_archive.Shards);
        _archive.Gather("talks.db");
        Call.Run("remove", "--ledger", _archive.In("talks.db"), "n001");
        Assert.Equal(
            "0 articles of 6 shards gathered, 46 were there already, 1 removed before and left out\n",
            _archive.Gather("talks.db").Output
        );
    }
}
