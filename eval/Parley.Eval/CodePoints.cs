namespace Parley.Eval;

/// <summary>Offsets of a text that gold counts in code points and the program in UTF-16 characters.</summary>
/// <param name="text">The text.</param>
internal sealed class CodePoints(string text)
{
    private readonly List<int> _utf16 = Offsets(text);

    /// <summary>The offset in UTF-16 characters of an offset in code points.</summary>
    public int ToUtf16(int codePoints) => _utf16[codePoints];

    private static List<int> Offsets(string text)
    {
        var offsets = new List<int>(text.Length + 1);
        for (var at = 0; at < text.Length; at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1)
            offsets.Add(at);
        offsets.Add(text.Length);
        return offsets;
    }
}
