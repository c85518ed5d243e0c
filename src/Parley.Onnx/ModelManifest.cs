using System.Security.Cryptography;
using System.Text.Json;

namespace Parley.Onnx;

/// <summary>A model's <c>manifest.json</c>: its name, version, and what its files must be.</summary>
internal sealed record ModelManifest(string Name, string Version)
{
    private const string FileName = "manifest.json";

    /// <summary>Files that a runnable model has in its manifest.</summary>
    private static readonly string[] s_needed = ["model.onnx", "relations.bin", "labels.json", "vocab.txt"];

    /// <summary>Reads the manifest of a folder and holds every file against it; the first that differs stops the load.</summary>
    public static ModelManifest Verify(string folder)
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
                VerifyFile(Path.Combine(folder, name), file.GetProperty("bytes").GetInt64(), file.GetProperty("sha256").GetString()!);
                listed.Add(name);
            }
            foreach (var needed in s_needed)
                if (!listed.Contains(needed))
                    Throw.BadManifest(path, $"it does not list {needed}");
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

    private static void VerifyFile(string path, long bytes, string hash)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            Throw.MissingFile(path);
        if (file.Length != bytes)
            Throw.WrongSize(path, bytes, file.Length);
        using var stream = file.OpenRead();
        var found = Convert.ToHexStringLower(SHA256.HashData(stream));
        if (!found.Equals(hash, StringComparison.OrdinalIgnoreCase))
            Throw.WrongHash(path, hash, found);
    }
}
