using System.Collections.Immutable;
using System.Text;

namespace Parley.Intake;

/// <summary>Bytes to text: decoded, the byte-order mark dropped, line ends as <c>\n</c>, nothing else changed.</summary>
internal static class Decoding
{
    /// <summary>The most broken sequences for each valid one with which a text still counts as UTF-8 is set by <see cref="Encodings"/>; they become U+FFFD.</summary>
    public static (string? Text, Problem? Problem, ImmutableArray<Problem> Notices) Decode(
        string name,
        ReadOnlySpan<byte> bytes,
        bool page,
        string? told = null,
        bool hasControls = false
    )
    {
        if (bytes.IsEmpty)
            return (null, Problems.Empty(name), []);
        var (encoding, mark) = Encodings.Guess(bytes, complete: true, page, told);
        if (!hasControls && BinaryContent.What(bytes, isWide: encoding is UnicodeEncoding or UTF32Encoding) is { } what)
            return (null, Problems.Binary(name, what), []);
        if (encoding is null)
            return (null, Problems.NotDecodable(name), []);
        ImmutableArray<Problem> notices = [];
        if (encoding is UTF8Encoding && Encodings.CountUtf8(bytes, complete: true).Broken is > 0 and var broken)
            notices = [Problems.BrokenUtf8(name, broken)];
        if (page && Encodings.WronglyDeclared(bytes, encoding) is { } declared)
            notices = notices.Add(Problems.WrongEncoding(name, declared, encoding.WebName));
        return (PlainLineEnds(encoding.GetString(bytes[mark..])), null, notices);
    }

    /// <summary>CR LF and CR become LF.</summary>
    public static string PlainLineEnds(string text) =>
        text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
}
