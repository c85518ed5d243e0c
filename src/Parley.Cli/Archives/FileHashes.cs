using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Parley.Intake;

namespace Parley.Cli.Archives;

/// <summary>The hashes of files, and of the sources of an archive.</summary>
internal static class FileHashes
{
    private static readonly EnumerationOptions s_all = new()
    {
        AttributesToSkip = FileAttributes.ReparsePoint,
        RecurseSubdirectories = true,
    };

    /// <summary>The hash and length of a file; null where it cannot be read.</summary>
    public static (string Sha256, long Bytes)? Of(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return (Convert.ToHexStringLower(SHA256.HashData(stream)), stream.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The sources of a call with their hashes; one that cannot be read is there without, and is told of when it is taken in.</summary>
    public static ImmutableArray<ArchiveSource> OfSources(IEnumerable<string> names) => [.. names.Select(OfSource)];

    private static ArchiveSource OfSource(string name)
    {
        if (name == InputFiles.StandardInput)
            return new ArchiveSource(name, 0, 0, null);
        if (Directory.Exists(name))
            return OfFolder(name);
        var file = name.StartsWith('@') && !File.Exists(name) ? name[1..] : name;
        return File.Exists(file) && Of(file) is { } found
            ? new ArchiveSource(name, 1, found.Bytes, found.Sha256)
            : new ArchiveSource(name, 0, 0, null);
    }

    private static ArchiveSource OfFolder(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (files, bytes) = (0, 0L);
        foreach (var file in Directory.EnumerateFiles(folder, "*", s_all).Order(StringComparer.Ordinal))
        {
            var found = Of(file);
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetRelativePath(folder, file)}\0{found?.Sha256}\n"));
            files++;
            bytes += found?.Bytes ?? 0;
        }
        return new ArchiveSource(folder, files, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
