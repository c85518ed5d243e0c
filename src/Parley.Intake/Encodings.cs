using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using UtfUnknown;

namespace Parley.Intake;

/// <summary>Finds out how bytes are to be decoded: byte-order mark, valid UTF-8, what a page declares, then statistics.</summary>
internal static partial class Encodings
{
    private const int Sampled = 262_144;

    /// <summary>Below this share of bytes above ASCII among the letters, a text is taken for English with typographic marks.</summary>
    private const double FewHighBytes = 0.05;

    static Encodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding, and the length of a byte-order mark; null where nothing fits.</summary>
    /// <param name="bytes">The text or its beginning.</param>
    /// <param name="complete">False when a character may be cut in two at the end.</param>
    /// <param name="page">True to look for a declaration in HTML or XML.</param>
    /// <param name="told">What a server named; null where none did.</param>
    public static (Encoding? Encoding, int Mark) Guess(ReadOnlySpan<byte> bytes, bool complete, bool page, string? told = null)
    {
        if (ByMark(bytes) is { Encoding: not null } marked)
            return marked;
        if (IsUtf16(bytes, low: 0))
            return (Encoding.Unicode, 0);
        if (IsUtf16(bytes, low: 1))
            return (Encoding.BigEndianUnicode, 0);
        var (wide, broken) = CountUtf8(bytes, complete);
        if (broken == 0)
            return (Encoding.UTF8, 0);
        if (wide >= 2 * broken)
            return (Encoding.UTF8, 0);
        if (told is not null && Named(told) is { } named)
            return (named, 0);
        if (page && Declared(bytes) is { } declared)
            return (declared, 0);
        return (ByStatistics(bytes), 0);
    }

    /// <summary>How many sequences of UTF-8 are valid beyond ASCII, and how many are broken.</summary>
    public static (int Wide, int Broken) CountUtf8(ReadOnlySpan<byte> bytes, bool complete)
    {
        var (wide, broken) = (0, 0);
        while (bytes.IndexOfAnyExceptInRange((byte)0, (byte)127) is >= 0 and var at)
        {
            bytes = bytes[at..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status == OperationStatus.Done)
                wide++;
            else if (status == OperationStatus.InvalidData || complete)
                broken++;
            bytes = bytes[length..];
        }
        return (wide, broken);
    }

    private static (Encoding? Encoding, int Mark) ByMark(ReadOnlySpan<byte> bytes)
    {
        // UTF-32 first: its little-endian mark begins with that of UTF-16.
        foreach (var encoding in (ReadOnlySpan<Encoding>)[Encoding.UTF32, Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
            if (bytes.StartsWith(encoding.Preamble))
                return (encoding, encoding.Preamble.Length);
        return (null, 0);
    }

    /// <summary>UTF-16 of a mostly Latin text has a zero in every other byte.</summary>
    private static bool IsUtf16(ReadOnlySpan<byte> bytes, int low)
    {
        var sample = bytes[..(Math.Min(bytes.Length, 4096) & ~1)];
        var (zeroHigh, zeroLow) = (0, 0);
        for (var i = 0; i < sample.Length; i += 2)
        {
            zeroLow += sample[i + low] == 0 ? 1 : 0;
            zeroHigh += sample[i + 1 - low] == 0 ? 1 : 0;
        }
        return sample.Length >= 4 && zeroLow == 0 && zeroHigh > sample.Length / 2 * 0.6;
    }

    /// <summary>The encoding that a page declares and is not in; null where it declares none, the right one, or holds ASCII alone.</summary>
    /// <param name="bytes">The page.</param>
    /// <param name="actual">The encoding that it was read in.</param>
    public static string? WronglyDeclared(ReadOnlySpan<byte> bytes, Encoding actual)
    {
        if (bytes.IndexOfAnyExceptInRange((byte)0, (byte)127) < 0 || DeclaredName(bytes) is not { } name)
            return null;
        var declared = name.ToLowerInvariant() is "utf-8" or "utf8" ? Encoding.UTF8 : Named(name);
        return declared is null || declared.CodePage == actual.CodePage ? null : name;
    }

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        return DeclaredName(bytes) is { } name ? Named(name) : null;
    }

    private static string? DeclaredName(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        return MetaCharset().Match(head) is { Success: true } match ? match.Groups[1].Value
            : XmlEncoding().Match(head) is { Success: true } xml ? xml.Groups[1].Value
            : null;
    }

    private static Encoding? Named(string name)
    {
        // As browsers do: Latin-1 is read as windows-1252; a page that says UTF-8 and is not does not help.
        if (name.ToLowerInvariant() is "iso-8859-1" or "latin1" or "us-ascii" or "ascii")
            name = "windows-1252";
        try
        {
            var encoding = Encoding.GetEncoding(name);
            return encoding.CodePage is 65001 or 1200 or 1201 or 65000 ? null : encoding;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Encoding? ByStatistics(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sampled)];
        var (letters, high, undefined) = (0, 0, 0);
        foreach (var b in sample)
        {
            letters += char.IsAsciiLetter((char)b) ? 1 : 0;
            high += b >= 0x80 ? 1 : 0;
            undefined += b is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D ? 1 : 0;
        }
        var detected = CharsetDetector.DetectFromBytes(sample.ToArray()).Detected;
        var western = undefined == 0 ? Encoding.GetEncoding(1252) : null;
        if (western is not null && high < letters * FewHighBytes && detected is not { Confidence: > 0.9f, Encoding: not null })
            return western;
        if (detected is { Encoding: { } encoding, Confidence: > 0.3f } && encoding.CodePage is not (65001 or 20127 or 28591))
            return encoding;
        return western;
    }

    [GeneratedRegex("""<meta[^>]+?charset\s*=\s*["']?\s*([\w:.()-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex MetaCharset();

    [GeneratedRegex("""^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w:.()-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex XmlEncoding();
}
