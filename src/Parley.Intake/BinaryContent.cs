namespace Parley.Intake;

/// <summary>Tells files that are no text.</summary>
internal static class BinaryContent
{
    private const int Sampled = 65536;

    /// <summary>What the file is ("a PDF file"); null when it may be a text.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="isWide">True for UTF-16 and UTF-32, where zeros are usual.</param>
    public static string? What(ReadOnlySpan<byte> bytes, bool isWide)
    {
        if (bytes.StartsWith("%PDF-"u8))
            return "a PDF file";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x03, 0x04]))
            return "a ZIP archive or office document";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x7F, 0x45, 0x4C, 0x46]))
            return "a program";
        if (isWide)
            return null;
        var sample = bytes[..Math.Min(bytes.Length, Sampled)];
        var control = 0;
        foreach (var b in sample)
        {
            if (b == 0)
                return "a binary file";
            control += b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B) ? 1 : 0;
        }
        return control > sample.Length / 100 + 1 ? "a binary file" : null;
    }
}
