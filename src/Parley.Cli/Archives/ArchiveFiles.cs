using System.IO.Compression;
using System.Text;

namespace Parley.Cli.Archives;

/// <summary>Opens the files of an archive.</summary>
internal static class ArchiveFiles
{
    /// <summary>The manifest of an archive; throws where there is none.</summary>
    public static ArchiveManifest Manifest(ArchiveFolder folder)
    {
        if (!File.Exists(folder.Manifest))
            throw new ProblemException(
                ArchiveProblems.NoArchive(
                    folder.Root,
                    Directory.Exists(folder.Root) ? "it has no manifest.json" : "there is no such folder"
                ),
                ExitCode.Usage
            );
        return ArchiveJson.ReadFile<ArchiveManifest>(folder.Manifest) is { Version: ArchiveManifest.Current } manifest
            ? manifest
            : throw new ProblemException(
                ArchiveProblems.NoArchive(folder.Root, "its manifest.json is damaged, or of another version"),
                ExitCode.Wrong
            );
    }

    /// <summary>What was made of a shard, where its readings are whole and of this shard; null where it is not read.</summary>
    /// <param name="folder">The archive.</param>
    /// <param name="number">The number of the shard, from 1.</param>
    /// <param name="shard">The shard.</param>
    public static ShardDone? Done(ArchiveFolder folder, int number, ShardEntry shard) =>
        ArchiveJson.ReadFile<ShardDone>(folder.Done(number)) is { Version: ArchiveManifest.Current } done
        && done.ShardSha256 == shard.Sha256
        && FileHashes.Of(folder.ReadingsOf(number)) is { } found
        && found.Sha256 == done.ReadingsSha256
            ? done
            : null;

    /// <summary>The lines of a shard.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static IEnumerable<string> Lines(string shard)
    {
        using var file = File.OpenRead(shard);
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress), Encoding.UTF8, false, 1 << 16);
        while (text.ReadLine() is { } line)
            yield return line;
    }

    /// <summary>Numbers for people: "3, 7-9".</summary>
    public static string Ranges(IReadOnlyList<int> numbers)
    {
        var text = new StringBuilder();
        for (var at = 0; at < numbers.Count; at++)
        {
            var first = at;
            while (at + 1 < numbers.Count && numbers[at + 1] == numbers[at] + 1)
                at++;
            text.Append(text.Length > 0 ? ", " : "").Append(ArchiveFolder.Name(numbers[first]));
            if (at > first)
                text.Append(" to ").Append(ArchiveFolder.Name(numbers[at]));
        }
        return text.ToString();
    }
}
