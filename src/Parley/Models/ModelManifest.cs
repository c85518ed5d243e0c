using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Parley.Models;

/// <summary>A model's <c>manifest.json</c>: its name, version, and what its files must be.</summary>
/// <param name="Name">The name of the model (<c>en</c>).</param>
/// <param name="Version">Its version (<c>1.0</c>).</param>
public sealed record ModelManifest(string Name, string Version)
{
    private const string FileName = "manifest.json";
    private const int PieceBytes = 1 << 17;

    /// <summary>Reads the manifest of a folder and holds every file against it; the first that differs stops the load.</summary>
    /// <param name="folder">The model's folder.</param>
    /// <param name="needed">Files that the manifest must list.</param>
    /// <exception cref="InvalidModelException">A file is missing, truncated or altered.</exception>
    public static ModelManifest Verify(string folder, params ReadOnlySpan<string> needed) => Verify(folder, VerifyFile, needed);

    /// <summary>Reads the manifest of a folder and holds the length of every file against it, but not what it holds: that takes no longer for large files.</summary>
    /// <param name="folder">The model's folder.</param>
    /// <param name="needed">Files that the manifest must list.</param>
    /// <exception cref="InvalidModelException">A file is missing or truncated.</exception>
    public static ModelManifest VerifySizes(string folder, params ReadOnlySpan<string> needed) =>
        Verify(folder, static (path, bytes, _) => VerifySize(path, bytes), needed);

    private static ModelManifest Verify(string folder, Action<string, long, string> verifyFile, ReadOnlySpan<string> needed)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            Throw.MissingFile(path);
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var listed = new HashSet<string>(StringComparer.Ordinal);
            foreach (var file in json.RootElement.GetProperty("files").EnumerateArray())
            {
                var name = file.GetProperty("path").GetString()!;
                verifyFile(Path.Combine(folder, name), file.GetProperty("bytes").GetInt64(), file.GetProperty("sha256").GetString()!);
                listed.Add(name);
            }
            foreach (var file in needed)
                if (!listed.Contains(file))
                    Throw.BadManifest(path, $"it does not list {file}");
            return new ModelManifest(
                json.RootElement.GetProperty("name").GetString()!,
                json.RootElement.GetProperty("version").GetString()!
            );
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            Throw.BadManifest(path, e.Message.TrimEnd('.'));
            throw;
        }
    }

    /// <summary>The folder <c>models/<paramref name="name"/></c> beside the executable or in a folder above it; null if there is none.</summary>
    public static string? FindFolder(string name)
    {
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
        {
            var folder = Path.Combine(above.FullName, "models", name);
            if (File.Exists(Path.Combine(folder, FileName)))
                return folder;
        }
        return null;
    }

    private static void VerifyFile(string path, long bytes, string hash)
    {
        VerifySize(path, bytes);
        var found = Convert.ToHexStringLower(HashOf(path));
        if (!found.Equals(hash, StringComparison.OrdinalIgnoreCase))
            Throw.WrongHash(path, hash, found);
    }

    /// <summary>Read in large pieces: at the start of a program the calls would cost as much as the hash.</summary>
    private static byte[] HashOf(string path)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            var at = 0L;
            for (int read; (read = RandomAccess.Read(file, piece, at)) > 0; at += read)
                hash.AppendData(piece, 0, read);
            return hash.GetHashAndReset();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static void VerifySize(string path, long bytes)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            Throw.MissingFile(path);
        if (file.Length != bytes)
            Throw.WrongSize(path, bytes, file.Length);
    }
}
