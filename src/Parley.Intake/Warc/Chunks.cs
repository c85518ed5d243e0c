using System.Globalization;
using System.Text;

namespace Parley.Intake.Warc;

/// <summary>Joins the chunks of a body that was sent in such. A body that only says so and is in none stays as it is.</summary>
internal static class Chunks
{
    private const int LongestSize = 200;

    public static (ReadOnlyMemory<byte> Body, bool IsCut) Join(ReadOnlyMemory<byte> sent)
    {
        var body = new MemoryStream(sent.Length);
        var rest = sent.Span;
        while (true)
        {
            var end = rest.IndexOf((byte)'\n');
            if (end is < 0 or > LongestSize || Size(rest[..end]) is not { } size)
                // The first line decides whether there are chunks at all.
                return body.Length == 0 ? (sent, false) : (Whole(body), true);
            if (size == 0)
                return (Whole(body), false);
            rest = rest[(end + 1)..];
            body.Write(rest[..(int)Math.Min(size, rest.Length)]);
            if (size >= rest.Length)
                return (Whole(body), true);
            rest = rest[(int)size..];
            rest =
                rest.StartsWith("\r\n"u8) ? rest[2..]
                : rest.StartsWith("\n"u8) ? rest[1..]
                : rest;
        }
    }

    private static ReadOnlyMemory<byte> Whole(MemoryStream body) => body.GetBuffer().AsMemory(0, (int)body.Length);

    private static long? Size(ReadOnlySpan<byte> line)
    {
        if (line.IndexOf((byte)';') is >= 0 and var mark)
            line = line[..mark];
        return uint.TryParse(
            Encoding.ASCII.GetString(line).Trim(),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var size
        )
            ? size
            : null;
    }
}
