using System.Collections.Immutable;

namespace Parley.Cli.Archives;

/// <summary>What an archive is made of: <c>manifest.json</c>. The same sources give the same bytes.</summary>
/// <param name="Version">Version of the form.</param>
/// <param name="Plan">What was cut, and how.</param>
/// <param name="Articles">Articles in all shards.</param>
/// <param name="Duplicates">Articles left out because their shard has the same text already.</param>
/// <param name="Skipped">Inputs that could not be taken in, by the number of the problem; each stands in its shard with its reason.</param>
/// <param name="Shards">The shards, in order.</param>
internal sealed record ArchiveManifest(
    int Version,
    ShardPlan Plan,
    long Articles,
    long Duplicates,
    SortedDictionary<string, long> Skipped,
    ImmutableArray<ShardEntry> Shards
)
{
    /// <summary>The version that this program writes and reads.</summary>
    public const int Current = 1;

    /// <summary>The manifest of all shards of a plan.</summary>
    public static ArchiveManifest Of(ShardPlan plan, IReadOnlyList<ShardEntry> shards)
    {
        var skipped = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (code, count) in shards.SelectMany(shard => shard.Skipped))
            skipped[code] = skipped.GetValueOrDefault(code) + count;
        return new ArchiveManifest(
            Current,
            plan,
            shards.Sum(shard => (long)shard.Articles),
            shards.Sum(shard => (long)shard.Duplicates),
            skipped,
            [.. shards]
        );
    }
}

/// <summary>What is cut into shards, and how: two calls with the same plan make the same shards.</summary>
/// <param name="Size">Articles of a shard.</param>
/// <param name="Sources">The sources, in order.</param>
/// <param name="Published">The date given for all; null where none was.</param>
/// <param name="Columns">The columns given for tables; null where none were.</param>
internal sealed record ShardPlan(int Size, ImmutableArray<ArchiveSource> Sources, string? Published, string? Columns)
{
    /// <summary>True for a plan that makes the same shards.</summary>
    public bool IsSame(ShardPlan other) =>
        (Size, Published, Columns) == (other.Size, other.Published, other.Columns) && Sources.SequenceEqual(other.Sources);
}

/// <summary>A source of an archive.</summary>
/// <param name="Name">The file, folder or address.</param>
/// <param name="Files">How many files it is; 0 for what is no file.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Sha256">The hash of the file; of a folder, of the names and hashes of its files in order. Null for addresses and standard input.</param>
internal sealed record ArchiveSource(string Name, int Files, long Bytes, string? Sha256);

/// <summary>A shard as the manifest tells of it.</summary>
/// <param name="File">Its file in the folder <c>shards</c>.</param>
/// <param name="Sha256">The hash of the file.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Articles">Its articles.</param>
/// <param name="Duplicates">Articles left out because the shard has the same text already.</param>
/// <param name="Skipped">Inputs that could not be taken in, by the number of the problem.</param>
/// <param name="Inputs">Inputs that were taken in up to its end, those of the shards before included.</param>
/// <param name="FirstArticle">Id of its first article; null where it has none.</param>
/// <param name="LastArticle">Id of its last article.</param>
/// <param name="FirstDay">The earliest day of publication; null where no article tells one.</param>
/// <param name="LastDay">The latest.</param>
internal sealed record ShardEntry(
    string File,
    string Sha256,
    long Bytes,
    int Articles,
    int Duplicates,
    SortedDictionary<string, long> Skipped,
    long Inputs,
    string? FirstArticle,
    string? LastArticle,
    string? FirstDay,
    string? LastDay
);
