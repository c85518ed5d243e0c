using Parley.Cli.Archives;
using Xunit;

namespace Parley.Tests.Cli.Archives;

public sealed class ShardReadingTests : IDisposable
{
    private readonly SampleArchive _archive = new(articles: 12);

    public ShardReadingTests() => _archive.Cut(size: 20);

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void The_same_shard_gives_the_same_bytes()
    {
        Assert.Equal(0, _archive.Read(1).Code);
        var first = _archive.Made();
        Directory.Delete(_archive.Files.Readings, recursive: true);
        _archive.Read(1);
        Assert.Equal(first, _archive.Made());
    }

    [Fact]
    public void A_shard_that_is_read_is_not_read_again()
    {
        Assert.Contains("15 articles read, 3 inputs skipped", _archive.Read(1).Output, StringComparison.Ordinal);
        var written = File.GetLastWriteTimeUtc(_archive.Files.ReadingsOf(1));
        Assert.Contains("was read already", _archive.Read(1).Output, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(_archive.Files.ReadingsOf(1)));
    }

    [Fact]
    public void What_was_skipped_is_named_with_its_reason()
    {
        _archive.Read(1);
        var done = ArchiveFiles.Done(_archive.Files, 1, ArchiveFiles.Manifest(_archive.Files).Shards[0])!;
        Assert.Equal(["PRL0029", "PRL0030", "PRL0031"], done.Skipped.Select(skipped => skipped.Code));
        Assert.Contains("German", done.Skipped[2].Reason, StringComparison.Ordinal);
        Assert.Equal(15, done.Read);
        Assert.True(done.Records.Statements > 10);
    }

    [Theory]
    [InlineData("the readings break off")]
    [InlineData("what was made breaks off")]
    [InlineData("the readings are gone")]
    [InlineData("another run read it")]
    public void What_is_half_or_of_another_run_is_made_anew(string how)
    {
        _archive.Read(1);
        var whole = _archive.Made();
        var (readings, done) = (_archive.Files.ReadingsOf(1), _archive.Files.Done(1));
        if (how == "the readings break off")
            File.WriteAllBytes(readings, File.ReadAllBytes(readings)[..5000]);
        else if (how == "what was made breaks off")
            File.WriteAllText(done, File.ReadAllText(done)[..200]);
        else if (how == "the readings are gone")
            File.Delete(readings);
        else
            File.WriteAllText(done, File.ReadAllText(done).Replace("\"rules\": \"", "\"rules\": \"f", StringComparison.Ordinal));
        File.WriteAllText(readings + ".0123456789ab.part", "of a process that was killed");
        Assert.DoesNotContain("already", _archive.Read(1).Output, StringComparison.Ordinal);
        Assert.Equal(whole, _archive.Made());
    }

    [Fact]
    public void A_shard_that_is_not_what_was_cut_is_not_read()
    {
        var shard = _archive.Files.Shard(1);
        var bytes = File.ReadAllBytes(shard);
        bytes[^9] ^= 1;
        File.WriteAllBytes(shard, bytes);
        var read = _archive.Read(1);
        Assert.Equal(3, read.Code);
        Assert.StartsWith("PRL0193", read.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_archive.Files.Readings));
    }

    [Theory]
    [InlineData("99")]
    [InlineData("shards/00099.jsonl.gz")]
    [InlineData("manifest.json")]
    public void What_is_no_shard_is_said_so(string name)
    {
        var read = Call.Run("read", "--shard", Path.Combine(_archive.Folder, name));
        Assert.Equal(2, read.Code);
        Assert.StartsWith("PRL0192", read.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Shards_go_with_no_other_form() => Assert.Equal(2, Call.Run("read", "--json", "--shard", _archive.Files.Shard(1)).Code);
}
