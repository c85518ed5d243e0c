using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Parley.Tests.Intake;

/// <summary>Small inputs of every format, made on the spot; the texts are invented.</summary>
internal static class Samples
{
    public const string Story =
        "Norland said on Tuesday that its troops would leave the harbour of Estmouth by Friday. The minister told reporters that both sides had agreed on the date, and that monitors of the Lake Council would watch the road to the ferry while the last trucks drove out of the town.";

    public static string Html(string title = "Troops to leave", string text = Story) =>
        $"<!doctype html><html><head><title>{title}</title><meta property=\"article:published_time\" content=\"2022-03-30T10:00:00Z\"></head><body><article><h1>{title}</h1><p>{text}</p><p>{text.Replace("Tuesday", "Wednesday", StringComparison.Ordinal)}</p></article></body></html>";

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Gzip(byte[] bytes) => Taking.Gzip(bytes);

    /// <summary>So many zeros, packed as small as they get.</summary>
    public static byte[] Zeros(int count)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
            gzip.Write(new byte[count]);
        return packed.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in files)
                using (var entry = archive.CreateEntry(name).Open())
                    entry.Write(bytes);
        return packed.ToArray();
    }

    public static byte[] Tar(params (string Name, byte[] Bytes)[] files)
    {
        var packed = new MemoryStream();
        using (var writer = new System.Formats.Tar.TarWriter(packed, leaveOpen: true))
            foreach (var (name, bytes) in files)
                writer.WriteEntry(
                    new System.Formats.Tar.PaxTarEntry(System.Formats.Tar.TarEntryType.RegularFile, name)
                    {
                        DataStream = new MemoryStream(bytes),
                    }
                );
        return packed.ToArray();
    }

    /// <summary>An HTTP answer as web archives hold it.</summary>
    public static byte[] Answer(byte[] body, string type = "text/html; charset=utf-8", int status = 200, string headers = "") =>
        [.. Utf8($"HTTP/1.1 {status.ToString(CultureInfo.InvariantCulture)} OK\r\nContent-Type: {type}\r\n{headers}\r\n"), .. body];

    /// <summary>A record of a web archive.</summary>
    /// <param name="block">What it holds.</param>
    /// <param name="type">Its type.</param>
    /// <param name="length">The length that it claims; null for the true one.</param>
    /// <param name="address">Where it was fetched.</param>
    public static byte[] Record(byte[] block, string type = "response", long? length = null, string address = "https://p.example/1") =>
        [
            .. Utf8(
                $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {address}\r\nWARC-Record-ID: <urn:uuid:{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([.. block, .. Utf8(address)]).AsSpan(0, 16))}>\r\nWARC-Date: 2022-03-30T12:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {(length ?? block.Length).ToString(CultureInfo.InvariantCulture)}\r\n\r\n"
            ),
            .. block,
            .. "\r\n\r\n"u8,
        ];

    public static byte[] Chunked(byte[] body)
    {
        var sent = new MemoryStream();
        foreach (var chunk in body.Chunk(100))
        {
            sent.Write(Utf8($"{chunk.Length:x}\r\n"));
            sent.Write(chunk);
            sent.Write("\r\n"u8);
        }
        sent.Write("0\r\n\r\n"u8);
        return sent.ToArray();
    }
}
