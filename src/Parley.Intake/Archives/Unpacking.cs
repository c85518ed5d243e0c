using System.IO.Compression;

namespace Parley.Intake.Archives;

/// <summary>Unpacks what is compressed, within bounds.</summary>
internal static class Unpacking
{
    private static readonly byte[] s_gzip = [0x1F, 0x8B, 0x08];

    // Without this, gzip data that break off are taken for whole.
    static Unpacking() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", isEnabled: true);

    /// <summary>True for the first bytes of gzip.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith(s_gzip.AsSpan(0, 2));

    /// <summary>The bytes that gzip members begin with.</summary>
    public static ReadOnlySpan<byte> GzipMark => s_gzip;

    /// <summary>A stream unpacked from gzip; it ends with a problem where it is a bomb.</summary>
    public static Stream Gzip(Stream packed, string name)
    {
        var counted = new CountingStream(packed);
        return new BoundedStream(new GZipStream(counted, CompressionMode.Decompress), name, () => counted.Count);
    }

    /// <summary>A stream of a body as a server coded it; null for a coding that is not known.</summary>
    public static Stream? Coded(Stream body, string? coding, string name)
    {
        var counted = new CountingStream(body);
        Stream? plain = coding?.Trim().ToLowerInvariant() switch
        {
            null or "" or "identity" => body,
            "gzip" or "x-gzip" => new GZipStream(counted, CompressionMode.Decompress),
            "br" => new BrotliStream(counted, CompressionMode.Decompress),
            "deflate" => new ZLibStream(counted, CompressionMode.Decompress),
            _ => null,
        };
        return plain is null || plain == body ? plain : new BoundedStream(plain, name, () => counted.Count);
    }

    /// <summary>The beginning of gzip data unpacked, for a look; empty where they are none.</summary>
    public static byte[] Beginning(ReadOnlySpan<byte> packed, int length)
    {
        var beginning = new byte[length];
        try
        {
            using var gzip = new GZipStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            return beginning[..gzip.ReadAtLeast(beginning, length, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    /// <summary><c>news.tar</c> for <c>news.tar.gz</c> and <c>news.tgz</c>.</summary>
    public static string WithoutGzip(string name) =>
        name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) ? name[..^4] + ".tar"
        : name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3]
        : name;
}
