using System.Globalization;
using System.Text;
using Parley.Intake.Archives;

namespace Parley.Intake.Warc;

/// <summary>An HTTP answer as it was recorded: its head, and its body with chunks joined and unpacked.</summary>
/// <param name="Status">The status (200).</param>
/// <param name="ContentType">The kind, in lower case and without parameters ("text/html"); null where it is not said.</param>
/// <param name="Charset">The encoding that the answer names.</param>
/// <param name="Location">Where it sends to.</param>
/// <param name="Body">The body.</param>
/// <param name="IsCut">True where the body breaks off.</param>
internal sealed record HttpPayload(
    int Status,
    string? ContentType,
    string? Charset,
    string? Location,
    ReadOnlyMemory<byte> Body,
    bool IsCut
)
{
    /// <summary>Reads a recorded answer; null where it is none.</summary>
    /// <param name="block">Head and body.</param>
    /// <param name="name">What problems are of.</param>
    public static HttpPayload? Read(ReadOnlyMemory<byte> block, string name)
    {
        var bytes = block.Span;
        if (!bytes.StartsWith("HTTP/"u8))
            return null;
        var (end, gap) = (bytes.IndexOf("\r\n\r\n"u8), 4);
        if (bytes.IndexOf("\n\n"u8) is >= 0 and var bare && (end < 0 || bare < end))
            (end, gap) = (bare, 2);
        if (end < 0)
            return null;
        var head = Encoding.Latin1.GetString(bytes[..end]).Split('\n');
        var status = head[0].Split(' ', 3);
        if (status.Length < 2 || !int.TryParse(status[1].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return null;
        string? Header(string named) =>
            head.Skip(1)
                .Where(line =>
                    line.StartsWith(named, StringComparison.OrdinalIgnoreCase) && line.Length > named.Length && line[named.Length] == ':'
                )
                .Select(line => line[(named.Length + 1)..].Trim())
                .FirstOrDefault();
        var body = block[(end + gap)..];
        var isCut = false;
        if (Header("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) is true)
            (body, isCut) = Chunks.Join(body);
        var (plain, breaksOff) = Unpacked(body, Header("Content-Encoding"), name);
        var (type, charset) = KindOf(Header("Content-Type"));
        return new HttpPayload(code, type, charset, Header("Location"), plain, isCut || breaksOff);
    }

    /// <summary>The kind and the encoding that a Content-Type names.</summary>
    public static (string? Type, string? Charset) KindOf(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
            return (null, null);
        var parts = header.Split(';', StringSplitOptions.TrimEntries);
        var charset = parts
            .Skip(1)
            .FirstOrDefault(part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))
            ?[8..].Trim('"', '\'', ' ');
        return (parts[0].ToLowerInvariant(), string.IsNullOrEmpty(charset) ? null : charset);
    }

    /// <summary>The body without its codings. Archives may keep the header of one that they took away: bytes that are not packed stay as they are.</summary>
    private static (ReadOnlyMemory<byte> Body, bool IsCut) Unpacked(ReadOnlyMemory<byte> body, string? codings, string name)
    {
        var isCut = false;
        foreach (var coding in (codings ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Reverse())
        {
            var isGzip = coding.EndsWith("gzip", StringComparison.OrdinalIgnoreCase);
            if (isGzip && !Unpacking.IsGzip(body.Span))
                continue;
            var (plain, breaksOff) = Unpack(body, coding, name);
            if (plain.Length == 0 && body.Length > 0)
                continue;
            (body, isCut) = (plain, isCut || breaksOff);
        }
        return (body, isCut);
    }

    private static (ReadOnlyMemory<byte> Body, bool IsCut) Unpack(ReadOnlyMemory<byte> body, string coding, string name)
    {
        using var stream = Unpacking.Coded(new MemoryStream(body.ToArray()), coding, name);
        if (stream is null)
            return (default, false);
        var plain = new MemoryStream();
        var buffer = new byte[1 << 15];
        try
        {
            for (int count; (count = stream.Read(buffer)) > 0; plain.Write(buffer, 0, count))
                if (plain.Length > RawInput.MaxBytes)
                    throw new ProblemDataException(Problems.TooLong(name));
            return (plain.GetBuffer().AsMemory(0, (int)plain.Length), false);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            return (plain.GetBuffer().AsMemory(0, (int)plain.Length), true);
        }
    }
}
