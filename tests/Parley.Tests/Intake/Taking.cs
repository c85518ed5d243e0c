using System.IO.Compression;
using System.Text;
using Parley.Intake;

namespace Parley.Tests.Intake;

/// <summary>Files of bytes that are taken in and gone afterwards.</summary>
internal static class Taking
{
    /// <summary>What becomes of a file with these bytes.</summary>
    public static IReadOnlyList<TakenIn> Take(string name, byte[] bytes, string? published = null)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write(name, bytes);
        var reader = new DocumentReader(published);
        return [.. InputFiles.Open(file, () => Stream.Null).Select(reader.Read)];
    }

    /// <summary>The text that is read from a file with these bytes.</summary>
    public static string TextOf(string name, byte[] bytes) => Take(name, bytes) is [{ Document: { } document }] ? document.Text : "";

    /// <summary>The number of the reason why a file with these bytes is skipped.</summary>
    public static string? CodeOf(string name, byte[] bytes) => Take(name, bytes) is [{ Skipped: { } skipped }] ? skipped.Code : null;

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}

/// <summary>A folder that is gone when its user is done.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("parley-tests-").FullName;

    public string Write(string name, byte[] bytes)
    {
        var file = Path.Combine(Root, name);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
