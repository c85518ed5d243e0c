using Parley.Cli.Archives;
using Xunit;

namespace Parley.Tests.Cli.Archives;

public sealed class ShardTests : IDisposable
{
    private readonly SampleArchive _archive = new();

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void The_same_sources_give_the_same_shards_without_a_time_in_them()
    {
        Assert.Equal(1, _archive.Cut().Code);
        var first = Bytes();
        Directory.Delete(_archive.Folder, recursive: true);
        _archive.Cut();
        Assert.Equal(first, Bytes());
        Assert.Equal([0, 0, 0, 0], File.ReadAllBytes(_archive.Files.Shard(1))[4..8]);
    }

    [Fact]
    public void The_manifest_tells_what_is_in_the_shards_and_what_they_were_made_of()
    {
        _archive.Cut();
        var manifest = ArchiveFiles.Manifest(_archive.Files);
        // 44 articles, two of the wire, one page; the same text in one shard is left out.
        Assert.Equal((47, 1), ((int)manifest.Articles, (int)manifest.Duplicates));
        Assert.Equal(
            new Dictionary<string, long>
            {
                ["PRL0029"] = 1,
                ["PRL0030"] = 1,
                ["PRL0031"] = 1,
            },
            manifest.Skipped
        );
        Assert.Equal([8, 8, 8, 8, 8, 7], manifest.Shards.Select(shard => shard.Articles));
        Assert.Equal(("2022-03-01", "2022-03-08"), (manifest.Shards[0].FirstDay, manifest.Shards[0].LastDay));
        var sources = manifest.Plan.Sources;
        Assert.Equal([1, 2], sources.Select(source => source.Files));
        Assert.Equal(FileHashes.Of(_archive.Sources[0])?.Sha256, sources[0].Sha256);
    }

    [Fact]
    public void A_shard_is_json_lines_that_every_command_reads()
    {
        _archive.Cut();
        var read = Call.Run("read", "--jsonl", "--model", "fast", _archive.Files.Shard(1));
        Assert.Equal(0, read.Code);
        Assert.Equal(8, read.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("\"source\":\"n000\"", read.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_page_tells_comes_back_from_its_line()
    {
        _archive.Cut();
        var page = ArchiveFiles
            .Lines(_archive.Files.Shard(6))
            .Select(line => ShardLine.Read(line).Document)
            .Single(document => document?.Source?.EndsWith(".html", StringComparison.Ordinal) is true)!;
        Assert.True(page.IsExtracted);
        Assert.Contains("What is agreed", page.Headings.Select(heading => heading.Of(page.Text).ToString()));
    }

    [Fact]
    public void A_folder_of_other_sources_is_refused()
    {
        _archive.Cut();
        var other = Call.Run("shard", _archive.Sources[0], "--out", _archive.Folder, "--size", "8");
        Assert.Equal(2, other.Code);
        Assert.StartsWith("PRL0190", other.Errors, StringComparison.Ordinal);
        Assert.Equal(2, _archive.Cut(size: 9).Code);
    }

    [Fact]
    public void A_folder_of_something_else_is_refused()
    {
        Directory.CreateDirectory(_archive.Folder);
        File.WriteAllText(Path.Combine(_archive.Folder, "holiday.txt"), "photos");
        var cut = _archive.Cut();
        Assert.Equal(2, cut.Code);
        Assert.StartsWith("PRL0190", cut.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_was_broken_off_goes_on_where_it_was()
    {
        _archive.Cut();
        var whole = Bytes();
        var manifest = ArchiveFiles.Manifest(_archive.Files);
        // As a kill leaves it: two shards are told of, a line breaks off, a shard is not in its place yet.
        File.Delete(_archive.Files.Manifest);
        foreach (var number in new[] { 3, 4, 5, 6 })
            File.Delete(_archive.Files.Shard(number));
        File.WriteAllText(_archive.Files.Shard(3) + ".5f.part", "half");
        File.WriteAllText(
            _archive.Files.Progress,
            $"{ArchiveJson.Line(manifest.Plan)}\n{ArchiveJson.Line(manifest.Shards[0])}\n{ArchiveJson.Line(manifest.Shards[1])}\n{{\"file\":\"000"
        );
        var written = File.GetLastWriteTimeUtc(_archive.Files.Shard(1));
        Assert.Equal(1, _archive.Cut().Code);
        Assert.Equal(written, File.GetLastWriteTimeUtc(_archive.Files.Shard(1)));
        Assert.Equal(whole, Bytes());
        Assert.False(File.Exists(_archive.Files.Progress));
    }

    [Fact]
    public void A_shard_that_was_changed_since_is_made_again_with_all_behind_it()
    {
        _archive.Cut();
        var whole = Bytes();
        var manifest = ArchiveFiles.Manifest(_archive.Files);
        File.Delete(_archive.Files.Manifest);
        File.WriteAllText(_archive.Files.Shard(2), "not what it was");
        File.WriteAllLines(_archive.Files.Progress, [ArchiveJson.Line(manifest.Plan), .. manifest.Shards.Select(ArchiveJson.Line)]);
        _archive.Cut();
        Assert.Equal(whole, Bytes());
    }

    [Fact]
    public void An_archive_that_is_being_made_is_left_to_the_other()
    {
        Directory.CreateDirectory(_archive.Folder);
        using var other = new FileStream(_archive.Files.Progress, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        var cut = _archive.Cut();
        Assert.Equal(3, cut.Code);
        Assert.StartsWith("PRL0198", cut.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    public void A_size_that_is_none_is_refused(string size) =>
        Assert.Equal(2, Call.Run("shard", _archive.Sources[0], "--out", _archive.Folder, "--size", size).Code);

    /// <summary>The manifest and the shards, unpacked and packed.</summary>
    private List<string> Bytes() =>
        [
            File.ReadAllText(_archive.Files.Manifest),
            .. Directory
                .EnumerateFiles(_archive.Files.Shards, "*.gz")
                .Order(StringComparer.Ordinal)
                .Select(file => Convert.ToHexString(File.ReadAllBytes(file))),
        ];
}
