using Parley.Cli.Archives;
using Xunit;

namespace Parley.Tests.Cli.Archives;

public sealed class VerifyTests : IDisposable
{
    private readonly SampleArchive _archive = new(articles: 12);

    public VerifyTests()
    {
        _archive.Cut(size: 6);
        _archive.Read(1, 2);
    }

    public void Dispose() => _archive.Dispose();

    private Call Verify(params string[] more) => Call.Run(["verify", _archive.Folder, .. more]);

    [Fact]
    public void What_is_right_is_said_so_and_what_is_not_read_is_named()
    {
        var verified = Verify("--sources");
        Assert.Equal(0, verified.Code);
        Assert.Equal("3 shards, 15 articles; 2 shards read, 12 articles; all hashes and counts are right\n", verified.Output);
        Assert.StartsWith("PRL0195: 1 shard is not read: 00003;", verified.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shards/00001.jsonl.gz", "flip")]
    [InlineData("shards/00002.jsonl.gz", "cut")]
    [InlineData("shards/00003.jsonl.gz", "delete")]
    [InlineData("readings/00001.parquet", "flip")]
    [InlineData("readings/00001.parquet", "delete")]
    [InlineData("readings/00002.done.json", "cut")]
    public void What_is_damaged_is_named(string file, string how)
    {
        var path = Path.Combine(_archive.Folder, file);
        var bytes = File.ReadAllBytes(path);
        if (how == "delete")
            File.Delete(path);
        else if (how == "cut")
            File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
        else
        {
            bytes[bytes.Length / 2] ^= 4;
            File.WriteAllBytes(path, bytes);
        }
        var verified = Verify();
        Assert.Equal(5, verified.Code);
        Assert.Contains(verified.ErrorLines, line => line.StartsWith($"PRL0193: {path} ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"articles\": 15", "\"articles\": 16")]
    [InlineData("\"firstArticle\": \"", "\"firstArticle\": \"0")]
    [InlineData("\"PRL0029\": 1", "\"PRL0029\": 2")]
    public void Counts_that_are_not_those_of_the_shards_are_found(string from, string to)
    {
        var text = File.ReadAllText(_archive.Files.Manifest);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(_archive.Files.Manifest, text.Replace(from, to, StringComparison.Ordinal));
        Assert.Equal(5, Verify().Code);
    }

    [Fact]
    public void Readings_whose_hashes_were_made_to_fit_are_found_by_their_ids()
    {
        // The readings of the second shard in the place of the first, and told so.
        var (one, two) = (Done(1), Done(2));
        File.Copy(_archive.Files.ReadingsOf(2), _archive.Files.ReadingsOf(1), overwrite: true);
        var forged = two with { Shard = one.Shard, ShardSha256 = one.ShardSha256, Readings = one.Readings };
        File.WriteAllBytes(_archive.Files.Done(1), ArchiveJson.File(forged));
        var verified = Verify();
        Assert.Equal(5, verified.Code);
        Assert.Contains("is not in the shard", verified.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_changed_is_named()
    {
        File.AppendAllText(_archive.Sources[0], "\n");
        Assert.Equal(0, Verify().Code);
        var verified = Verify("--sources");
        Assert.Equal(5, verified.Code);
        Assert.StartsWith($"PRL0193: {_archive.Sources[0]} ", verified.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_no_archive_is_said_so()
    {
        File.Delete(_archive.Files.Manifest);
        Assert.StartsWith("PRL0191", Verify().Errors, StringComparison.Ordinal);
        Assert.Equal(2, Call.Run("verify").Code);
        Assert.Equal(2, Call.Run("verify", _archive.Folder, "--ledger", "talks.db").Code);
    }

    private ShardDone Done(int number) => ArchiveJson.ReadFile<ShardDone>(_archive.Files.Done(number))!;
}
