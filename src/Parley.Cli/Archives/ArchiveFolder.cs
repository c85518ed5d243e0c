using System.Globalization;

namespace Parley.Cli.Archives;

/// <summary>
/// Where things lie in the folder of an archive: <c>manifest.json</c>, <c>shards/00001.jsonl.gz</c>, and for each shard that was read
/// <c>readings/00001.parquet</c> and <c>readings/00001.done.json</c>.
/// </summary>
/// <param name="root">The folder.</param>
internal sealed class ArchiveFolder(string root)
{
    private const string ShardEnding = ".jsonl.gz";

    /// <summary>The folder itself.</summary>
    public string Root { get; } = root;

    /// <summary>What the archive is made of; there once all shards are.</summary>
    public string Manifest => Path.Combine(Root, "manifest.json");

    /// <summary>The shards made so far, while they are made.</summary>
    public string Progress => Path.Combine(Root, "shards.jsonl");

    /// <summary>The folder of the shards.</summary>
    public string Shards => Path.Combine(Root, "shards");

    /// <summary>The folder of their readings.</summary>
    public string Readings => Path.Combine(Root, "readings");

    /// <summary>The number of a shard as files have it.</summary>
    public static string Name(int number) => number.ToString("00000", CultureInfo.InvariantCulture);

    /// <summary>A shard.</summary>
    /// <param name="number">Its number, from 1.</param>
    public string Shard(int number) => Path.Combine(Shards, Name(number) + ShardEnding);

    /// <summary>The readings of a shard.</summary>
    /// <param name="number">Its number, from 1.</param>
    public string ReadingsOf(int number) => Path.Combine(Readings, Name(number) + ".parquet");

    /// <summary>What was made of a shard; there once it is read.</summary>
    /// <param name="number">Its number, from 1.</param>
    public string Done(int number) => Path.Combine(Readings, Name(number) + ".done.json");

    /// <summary>The shard of a name: its file, <c>DIR/shards/00007.jsonl.gz</c>, or folder and number, <c>DIR/7</c>. Null where it is neither.</summary>
    public static (ArchiveFolder Folder, int Number)? Find(string name)
    {
        var (above, last) = (Path.GetDirectoryName(Path.GetFullPath(name)), Path.GetFileName(name));
        if (last.EndsWith(ShardEnding, StringComparison.Ordinal))
        {
            last = last[..^ShardEnding.Length];
            above = Path.GetDirectoryName(above);
        }
        return above is not null && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? (new ArchiveFolder(above), number)
            : null;
    }
}
